using Microsoft.Data.Sqlite;
using Taushet.Core.Trail.Tree;
using Taushet.Storage.Ports;
using Taushet.Storage.Sealing;
using Taushet.Storage.Sqlite.Tables;
using Taushet.Storage.Trail;

namespace Taushet.Storage.Sqlite;

/// <summary>The trail's rows in SQLite, each read on a connection of its own.</summary>
internal sealed class SqliteTrailRows(Func<SqliteConnection> open, StoreKeys keys) : ITrailRows
{
    public Task<IReadOnlyList<LogSummary>> LogsAsync(CancellationToken cancellation) => ReadAsync(LogHeadTable.All, cancellation);

    public Task<IReadOnlyList<EntryWithHash>> EntriesAsync(Guid log, long from, int count, CancellationToken cancellation) =>
        ReadAsync(connection => AuditEntryTable.Page(connection, log, from, count), cancellation);

    public Task<IReadOnlyList<DerivedLeaf>> LeavesAsync(Guid log, long from, int count, CancellationToken cancellation) =>
        ReadAsync(connection => AuditEntryTable.Leaves(connection, log, from, count), cancellation);

    public Task<long?> NextIndexAsync(Guid log, long from, CancellationToken cancellation) =>
        ReadAsync(connection => AuditEntryTable.NextIndex(connection, log, from), cancellation);

    public Task<Guid?> NextLogAsync(Guid after, CancellationToken cancellation) =>
        ReadAsync(connection => LogHeadTable.NextNamed(connection, after), cancellation);

    public Task<IReadOnlyList<StoredSubtree>> SubtreesAsync(Guid log, CancellationToken cancellation) =>
        ReadAsync(connection => SubtreeTable.All(connection, log), cancellation);

    public Task<IReadOnlyList<StoredCheckpoint>> CheckpointsAsync(Guid log, long after, int count, CancellationToken cancellation) =>
        ReadAsync(connection => CheckpointTable.After(connection, log, after, count), cancellation);

    public Task<IReadOnlyList<PersonKey>> KeysAsync(CancellationToken cancellation) =>
        ReadAsync<IReadOnlyList<PersonKey>>(connection => [.. PersonKeyTable.All(connection, keys)], cancellation);

    public Task<T> OverTreeAsync<T>(Guid log, Func<StoredTree, T> compute, CancellationToken cancellation) =>
        ReadAsync(connection => compute(new StoredTree(SubtreeTable.Of(connection, log))), cancellation);

    private Task<T> ReadAsync<T>(Func<SqliteConnection, T> read, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        using var connection = open();
        return Task.FromResult(read(connection));
    }
}
