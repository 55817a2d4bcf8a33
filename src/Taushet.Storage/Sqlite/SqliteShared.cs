using System.Data.Common;
using Microsoft.Data.Sqlite;
using Taushet.Storage.Rows;

namespace Taushet.Storage.Sqlite;

/// <summary>Tables with shared statements, in SQLite.</summary>
internal sealed class SqliteShared(SqliteOpener opener, WriteGate gate) : ISharedTables
{
    public Task<List<T>> ReadAsync<T>(string sql, SqlValues values, Func<DbDataReader, T> read, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        using var connection = opener.OpenToRead();
        return Task.FromResult(new SqliteSharedChange(connection).Read(sql, values, read));
    }

    public Task<T> WriteAsync<T>(Func<ISharedChange, T> change, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult(gate.Write(connection => change(new SqliteSharedChange(connection))));
    }
}

/// <summary>A transaction on a SQLite connection.</summary>
internal sealed class SqliteSharedChange(SqliteConnection connection) : ISharedChange
{
    public int Execute(string sql, SqlValues values)
    {
        using var command = Command(sql, values);
        return command.ExecuteNonQuery();
    }

    public List<T> Read<T>(string sql, SqlValues values, Func<DbDataReader, T> read)
    {
        using var command = Command(sql, values);
        using var row = command.ExecuteReader();
        var rows = new List<T>();
        while (row.Read())
        {
            rows.Add(read(row));
        }

        return rows;
    }

    private SqliteCommand Command(string sql, SqlValues values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql.Replace("{top}", string.Empty, StringComparison.Ordinal)
            .Replace("{limit}", "LIMIT @count", StringComparison.Ordinal);
        foreach (var value in values.All)
        {
            command.Parameters.AddWithValue(value.Name, value.Value ?? DBNull.Value);
        }

        return command;
    }
}
