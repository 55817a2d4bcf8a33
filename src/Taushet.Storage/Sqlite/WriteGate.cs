using Microsoft.Data.Sqlite;

namespace Taushet.Storage.Sqlite;

/// <summary>
/// One writer at a time in this process: SQLite would let the others poll. Registers write through it on a connection that is
/// opened for the write.
/// </summary>
internal sealed class WriteGate(SqliteOpener opener)
{
    /// <summary>Held while anything is written.</summary>
    public Lock Held { get; } = new();

    /// <summary>Writes in one transaction, durable when this returns.</summary>
    public TResult Write<TResult>(Func<SqliteConnection, TResult> write)
    {
        lock (Held)
        {
            using var connection = opener.OpenToWrite();
            using var transaction = connection.BeginTransaction(deferred: false);
            var result = write(connection);
            transaction.Commit();
            DatabasePlace.RequireKept(connection);
            return result;
        }
    }
}
