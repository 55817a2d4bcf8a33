using Microsoft.Data.Sqlite;
using SQLitePCL;
using Taushet.Storage.Ports;

namespace Taushet.Storage.Sqlite;

/// <summary>
/// One statement that runs often, compiled once for its connection and bound by place and type. A command binds by name and
/// boxes, each time anew; that was a third of the log writer's work.
/// </summary>
/// <remarks>Not for several threads. What is bound stays until it is bound again.</remarks>
internal sealed class PlacedStatement : IDisposable
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;

    public PlacedStatement(SqliteConnection connection, string sql)
    {
        database = connection.Handle!;
        Require(raw.sqlite3_prepare_v3(database, sql, raw.SQLITE_PREPARE_PERSISTENT, out statement));
    }

    /// <summary>Binds bytes to a place, from 1.</summary>
    public PlacedStatement Bind(int place, ReadOnlySpan<byte> value)
    {
        Require(raw.sqlite3_bind_blob(statement, place, value));
        return this;
    }

    /// <summary>Binds bytes to a place, from 1.</summary>
    public PlacedStatement Bind(int place, ReadOnlyMemory<byte> value) => Bind(place, value.Span);

    /// <summary>Binds an id to a place, from 1.</summary>
    public PlacedStatement Bind(int place, Guid value)
    {
        Span<byte> bytes = stackalloc byte[16];
        value.TryWriteBytes(bytes, bigEndian: true, out _);
        return Bind(place, bytes);
    }

    /// <summary>Binds a key of the index to a place, from 1.</summary>
    public PlacedStatement Bind(int place, IndexKey key)
    {
        Span<byte> bytes = stackalloc byte[IndexKey.Size];
        key.WriteTo(bytes);
        return Bind(place, bytes);
    }

    /// <summary>Binds a text to a place, from 1.</summary>
    public PlacedStatement Bind(int place, string value)
    {
        Require(raw.sqlite3_bind_text(statement, place, value));
        return this;
    }

    /// <summary>Binds a number to a place, from 1.</summary>
    public PlacedStatement Bind(int place, long value)
    {
        Require(raw.sqlite3_bind_int64(statement, place, value));
        return this;
    }

    /// <summary>Binds a number, or the database's null, to a place, from 1.</summary>
    public PlacedStatement BindOrNull(int place, int? value)
    {
        Require(value is { } number
            ? raw.sqlite3_bind_int64(statement, place, number)
            : raw.sqlite3_bind_null(statement, place));
        return this;
    }

    /// <summary>Runs it to its end.</summary>
    /// <returns>How many rows it changed.</returns>
    /// <exception cref="SqliteException">It failed.</exception>
    public int Execute()
    {
        var code = raw.sqlite3_step(statement);
        var changed = code == raw.SQLITE_DONE ? raw.sqlite3_changes(database) : 0;
        Finish(code);
        return changed;
    }

    /// <summary>Runs it and reads its one row.</summary>
    /// <exception cref="SqliteException">It failed.</exception>
    public T ReadRow<T>(Func<PlacedStatement, T> read)
    {
        var code = raw.sqlite3_step(statement);
        try
        {
            return code == raw.SQLITE_ROW ? read(this) : throw new StoredValueException("A row that is always there was not.");
        }
        finally
        {
            Finish(code);
        }
    }

    /// <summary>A number of the row that is read.</summary>
    /// <param name="column">From 0.</param>
    public long Long(int column) => raw.sqlite3_column_int64(statement, column);

    /// <summary>The bytes of the row that is read, good until the row is left; null when there are none.</summary>
    /// <param name="column">From 0.</param>
    public byte[]? Bytes(int column) => raw.sqlite3_column_type(statement, column) == raw.SQLITE_NULL
        ? null
        : raw.sqlite3_column_blob(statement, column).ToArray();

    public void Dispose() => statement.Dispose();

    // Resetting tells the error of the step once more, with its message.
    private void Finish(int code)
    {
        var reset = raw.sqlite3_reset(statement);
        Require(code is raw.SQLITE_DONE or raw.SQLITE_ROW ? reset : code);
    }

    private void Require(int code)
    {
        if (code != raw.SQLITE_OK)
        {
            SqliteException.ThrowExceptionForRC(code, database);
        }
    }
}
