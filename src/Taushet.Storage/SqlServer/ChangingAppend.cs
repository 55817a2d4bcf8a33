using System.Data;
using Microsoft.Data.SqlClient;
using Taushet.Storage.Log;

namespace Taushet.Storage.SqlServer;

/// <summary>An append whose entries tell of changes of registers: entries and changes in one transaction.</summary>
internal static class ChangingAppend
{
    /// <summary>Runs it, on the log's own thread, which has nothing else to do meanwhile.</summary>
    /// <returns>Nothing when it is committed; otherwise the entries that no longer hold, and nothing is stored.</returns>
    /// <exception cref="LogSupersededException">Another writer has taken the log over; nothing is stored.</exception>
    /// <exception cref="SqlException">It is not known whether it is stored.</exception>
    public static IReadOnlyList<StaleEntry> Run(SqlConnection connection, LogBatch batch, SqlServerStoreOptions options) =>
        RunAsync(connection, batch, options).GetAwaiter().GetResult();

    private static async Task<IReadOnlyList<StaleEntry>> RunAsync(
        SqlConnection connection,
        LogBatch batch,
        SqlServerStoreOptions options)
    {
        using var transaction = connection.BeginTransaction(IsolationLevel.ReadCommitted);
        var none = CancellationToken.None;
        await AppLock.Registers.TakeAsync(transaction, options.LockTimeout, none).ConfigureAwait(false);
        var write = new RegisterWrite(connection, transaction, options.WriteTimeout, none);
        var changes = new ChangeWriting(write, options.Keys);
        var overtaken = await OvertakenAsync(changes, batch).ConfigureAwait(false);
        if (overtaken.Count > 0)
        {
            transaction.Rollback();
            return overtaken;
        }

        var stale = AppendStatement.Run(connection, batch, options, transaction);
        if (stale.Count > 0)
        {
            return stale;
        }

        foreach (var placed in batch.Entries)
        {
            await changes.WriteAsync(placed).ConfigureAwait(false);
        }

        transaction.Commit();
        return [];
    }

    private static async Task<List<StaleEntry>> OvertakenAsync(ChangeWriting changes, LogBatch batch)
    {
        var overtaken = new List<StaleEntry>();
        var disclosed = new DisclosedIds();
        for (var position = 0; position < batch.Entries.Count; position++)
        {
            var entry = batch.Entries[position].Entry;
            if (disclosed.IsRepeated(entry.Change) || await changes.IsOvertakenAsync(entry).ConfigureAwait(false))
            {
                overtaken.Add(new StaleEntry(position, FactsChanged: true, StoredKey: null));
            }
        }

        return overtaken;
    }
}
