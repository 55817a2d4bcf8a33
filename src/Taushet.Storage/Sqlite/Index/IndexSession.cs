using Microsoft.Data.Sqlite;

namespace Taushet.Storage.Sqlite.Index;

/// <summary>A connection to the index's file with the statements that were prepared on it.</summary>
internal sealed class IndexSession(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<string, PreparedStatement> statements = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PlacedStatement> placed = new(StringComparer.Ordinal);

    public SqliteConnection Connection => connection;

    /// <summary>The statement, prepared once.</summary>
    public PreparedStatement Of(string sql, params ReadOnlySpan<(string Name, SqliteType Type)> parameters)
    {
        if (!statements.TryGetValue(sql, out var statement))
        {
            statement = new PreparedStatement(connection, sql, parameters);
            statements.Add(sql, statement);
        }

        return statement;
    }

    /// <summary>The statement for many rows, compiled once; bound by place.</summary>
    public PlacedStatement Placed(string sql)
    {
        if (!placed.TryGetValue(sql, out var statement))
        {
            statement = new PlacedStatement(connection, sql);
            placed.Add(sql, statement);
        }

        return statement;
    }

    public void Dispose()
    {
        foreach (var statement in placed.Values)
        {
            statement.Dispose();
        }

        foreach (var statement in statements.Values)
        {
            statement.Dispose();
        }

        connection.Dispose();
    }
}
