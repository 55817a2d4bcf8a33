using Taushet.Core.Trail.Tree;
using Taushet.Storage.Ports;
using Taushet.Storage.Rows;
using Taushet.Storage.Sealing;
using Taushet.Storage.SqlServer.Tables;
using Taushet.Storage.Trail;

namespace Taushet.Storage.SqlServer;

/// <summary>The trail's rows in SQL Server.</summary>
internal sealed class SqlServerTrailRows(SqlServerOpener opener) : ITrailRows
{
    private const string SelectEntries = $"""
        SELECT {EntryRows.Columns}
        FROM audit_entry
        WHERE log = @log AND place >= @from AND place < @from + @count
        ORDER BY place
        """;

    private const string SelectCheckpoints = """
        SELECT TOP (@count) size, root, note, signed_at FROM [checkpoint] WHERE log = @log AND size > @after ORDER BY size
        """;

    private const string SelectNext = """
        SELECT TOP (1) place FROM audit_entry WHERE log = @log AND place >= @from ORDER BY place
        """;

    private const string SelectSubtrees = "SELECT level, place, hash FROM log_subtree WHERE log = @log ORDER BY level, place";

    private readonly SqlServerReader reader = new(opener);

    public Task<IReadOnlyList<LogSummary>> LogsAsync(CancellationToken cancellation) => ListAsync(
        LogHeadTable.SelectAll,
        static () => new TypedParameters(),
        row => new LogSummary(
            StoredForms.Id(row.GetFieldValue<byte[]>(0)),
            row.GetString(1),
            row.GetInt64(2),
            row.IsDBNull(3) ? null : StoredForms.Time(row.GetInt64(3))),
        cancellation);

    public Task<IReadOnlyList<EntryWithHash>> EntriesAsync(Guid log, long from, int count, CancellationToken cancellation) => ListAsync(
        SelectEntries,
        () => new TypedParameters().Id("@log", log).Long("@from", from).Long("@count", count),
        EntryRows.Read,
        cancellation);

    public Task<IReadOnlyList<DerivedLeaf>> LeavesAsync(Guid log, long from, int count, CancellationToken cancellation) => ListAsync(
        SelectEntries,
        () => new TypedParameters().Id("@log", log).Long("@from", from).Long("@count", count),
        LeafRows.Read,
        cancellation);

    public async Task<long?> NextIndexAsync(Guid log, long from, CancellationToken cancellation)
    {
        var next = await ListAsync(
            SelectNext,
            () => new TypedParameters().Id("@log", log).Long("@from", from),
            row => row.GetInt64(0),
            cancellation);
        return next is [var index] ? index : null;
    }

    public async Task<Guid?> NextLogAsync(Guid after, CancellationToken cancellation)
    {
        var next = await ListAsync(
            LogHeadTable.SelectNextNamed,
            () => new TypedParameters().Id("@after", after),
            row => StoredForms.Id(row.GetFieldValue<byte[]>(0)),
            cancellation);
        return next is [var log] ? log : null;
    }

    public Task<IReadOnlyList<StoredSubtree>> SubtreesAsync(Guid log, CancellationToken cancellation) => ListAsync(
        SelectSubtrees,
        () => new TypedParameters().Id("@log", log),
        row => new StoredSubtree(row.GetInt32(0), row.GetInt64(1), row.GetFieldValue<byte[]>(2)),
        cancellation);

    public Task<IReadOnlyList<StoredCheckpoint>> CheckpointsAsync(Guid log, long after, int count, CancellationToken cancellation) => ListAsync(
        SelectCheckpoints,
        () => new TypedParameters().Id("@log", log).Long("@after", after).Number("@count", count),
        row => new StoredCheckpoint(row.GetInt64(0), row.GetFieldValue<byte[]>(1), row.GetString(2), row.GetInt64(3)),
        cancellation);

    public async Task<IReadOnlyList<PersonKey>> KeysAsync(CancellationToken cancellation)
    {
        var keys = await ListAsync(
            SubjectKeyStatements.SelectAll,
            static () => new TypedParameters(),
            SubjectKeyStatements.Read,
            cancellation);
        return [.. keys.Select(key => PersonKey.Unwrap(opener.Options.Keys, key.Name.Context, key.Wrapped)).OfType<PersonKey>()];
    }

    public async Task<T> OverTreeAsync<T>(Guid log, Func<StoredTree, T> compute, CancellationToken cancellation)
    {
        await using var connection = await opener.OpenToReadAsync(cancellation);
        return compute(new StoredTree(SubtreeTable.Of(connection, log)));
    }

    private Task<IReadOnlyList<T>> ListAsync<T>(
        string sql,
        Func<TypedParameters> parameters,
        Func<System.Data.Common.DbDataReader, T> read,
        CancellationToken cancellation) => reader.ReadAsync<IReadOnlyList<T>>(
        sql,
        parameters,
        async (row, cancel) =>
        {
            var all = new List<T>();
            while (await row.ReadAsync(cancel))
            {
                all.Add(read(row));
            }

            return all;
        },
        cancellation);
}
