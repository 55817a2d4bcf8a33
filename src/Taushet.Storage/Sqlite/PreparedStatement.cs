using Microsoft.Data.Sqlite;

namespace Taushet.Storage.Sqlite;

/// <summary>One statement, prepared once for its connection, with its parameters in a fixed order.</summary>
internal sealed class PreparedStatement : IDisposable
{
    private readonly SqliteCommand command;

    public PreparedStatement(SqliteConnection connection, string sql, params ReadOnlySpan<(string Name, SqliteType Type)> parameters)
    {
        command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, type) in parameters)
        {
            command.Parameters.Add(name, type);
        }
    }

    /// <summary>Sets a parameter by its place; null is the database's null.</summary>
    public PreparedStatement Set(int place, object? value)
    {
        command.Parameters[place].Value = value ?? DBNull.Value;
        return this;
    }

    public int Execute() => command.ExecuteNonQuery();

    public SqliteDataReader Read() => command.ExecuteReader();

    public void Dispose() => command.Dispose();
}
