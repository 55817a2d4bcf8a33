using System.Data.Common;
using Taushet.Storage.Ports;
using Taushet.Storage.Rows;
using Taushet.Storage.Trail.Index;

namespace Taushet.Storage.SqlServer.Index;

/// <summary>The index in tables of its own. Its writes share no lock with the log's.</summary>
internal sealed class SqlServerIndexRows(SqlServerOpener opener, IndexSecrets secrets) : IIndexRows
{
    private const string SelectState = "SELECT generation, mark, newest, forgotten FROM trail_state; SELECT log, next, leaf_hash FROM trail_reach;";

    private const string SelectTexts = "SELECT number, text FROM trail_text";

    private const string NewestFirst = $"""
        SELECT generation FROM trail_state;
        SELECT {IndexRows.Columns}
        FROM (
            SELECT DISTINCT TOP (@count) met.decided_at, met.number FROM trail_key AS met
            WHERE met.found IN (@keys) AND met.decided_at >= @from AND met.number <= @upto
                AND (met.decided_at < @time OR (met.decided_at = @time AND met.number < @at))
            ORDER BY met.decided_at DESC, met.number DESC) AS hit
        JOIN trail_line AS line ON line.number = hit.number
        ORDER BY hit.decided_at DESC, hit.number DESC;
        """;

    private const string OldestFirst = $"""
        SELECT generation FROM trail_state;
        SELECT {IndexRows.Columns}
        FROM (
            SELECT DISTINCT TOP (@count) met.decided_at, met.number FROM trail_key AS met
            WHERE met.found IN (@keys) AND met.decided_at < @to AND met.number <= @upto
                AND (met.decided_at > @time OR (met.decided_at = @time AND met.number > @at))
            ORDER BY met.decided_at, met.number) AS hit
        JOIN trail_line AS line ON line.number = hit.number
        ORDER BY hit.decided_at, hit.number;
        """;

    private const string Scan = $"""
        SELECT generation FROM trail_state;
        SELECT TOP (@count) {IndexRows.Columns} FROM trail_line AS line
        WHERE line.number > @above AND line.number <= @upto ORDER BY line.number;
        """;

    private readonly SqlServerReader reader = new(opener);
    private readonly IndexChange change = new(opener, secrets);
    private volatile Tuple<Guid, IndexTexts> known = Tuple.Create(Guid.Empty, new IndexTexts());

    public async Task<IndexReach> ReachAsync(CancellationToken cancellation) =>
        await FindReachAsync(cancellation) ?? await MakeAsync(cancellation);

    public Task<bool> AppendAsync(IndexReach reach, IReadOnlyList<IndexLine> lines, CancellationToken cancellation) =>
        change.AppendAsync(reach, lines, () => TextsAsync(cancellation), cancellation);

    public Task ResetAsync(CancellationToken cancellation) => change.ResetAsync(cancellation);

    public Task<IReadOnlyList<IndexedEntry>> ReadAsync(
        IndexRange range, IReadOnlyList<IndexKey> keys, int count, CancellationToken cancellation)
    {
        var place = range.After ?? (range.OldestFirst ? new IndexPlace(range.From, -1) : new IndexPlace(range.To, -1));
        TypedParameters Parameters()
        {
            var parameters = IndexChange.WithKeys(new TypedParameters(), keys).Number("@count", count)
                .Long("@time", place.Time).Long("@at", place.Number).Long("@upto", range.UpTo);
            return range.OldestFirst ? parameters.Long("@to", range.To) : parameters.Long("@from", range.From);
        }

        var sql = IndexChange.ForKeys(range.OldestFirst ? OldestFirst : NewestFirst, keys);
        return EntriesAsync(sql, Parameters, range.Generation, cancellation);
    }

    public Task<IReadOnlyList<IndexedEntry>> ScanAsync(
        Guid generation, long above, long upTo, int count, CancellationToken cancellation) => EntriesAsync(
        Scan,
        () => new TypedParameters().Long("@above", above).Long("@upto", upTo).Number("@count", count),
        generation,
        cancellation);

    public Task<IReadOnlyList<WrappedKey>> KeysOfAsync(byte[] asked, CancellationToken cancellation) => KeysAsync(
        SubjectKeyStatements.SelectOf, () => new TypedParameters().Fixed("@asked", asked, Limits.Hash), cancellation);

    public Task<IReadOnlyList<WrappedKey>> PersonsKeysAsync(CancellationToken cancellation) =>
        KeysAsync(SubjectKeyStatements.SelectPersons, static () => new TypedParameters(), cancellation);

    public Task<IReadOnlyList<WrappedKey>> SliceAsync(KeySlice slice, CancellationToken cancellation) => KeysAsync(
        SubjectKeyStatements.SelectSlice,
        () => new TypedParameters()
            .Code("@holder", slice.Holder, Limits.Organisation).Number("@service", slice.Service).Number("@year", slice.Year),
        cancellation);

    public Task<long> NewestDestructionAsync(CancellationToken cancellation) => reader.ReadAsync(
        DestructionStatements.SelectNewest,
        static () => new TypedParameters(),
        static async (row, cancel) => await row.ReadAsync(cancel) ? row.GetInt64(0) : 0,
        cancellation);

    public Task<IReadOnlyList<byte[]>> DestroyedAsync(long destruction, CancellationToken cancellation) =>
        reader.ReadAsync<IReadOnlyList<byte[]>>(
            DestructionStatements.SelectPseudonyms,
            () => new TypedParameters().Long("@destruction", destruction),
            static async (row, cancel) =>
            {
                var pseudonyms = new List<byte[]>();
                while (await row.ReadAsync(cancel))
                {
                    pseudonyms.Add(row.GetFieldValue<byte[]>(0));
                }

                return pseudonyms;
            },
            cancellation);

    // What is read is compared once more under the lock: the entries of a destroyed key are never more.
    public async Task<bool> ForgetAsync(
        IndexReach reach,
        IReadOnlyList<byte[]> pseudonyms,
        Func<IndexedEntry, IReadOnlyCollection<IndexKey>> traces,
        long destruction,
        CancellationToken cancellation)
    {
        var entries = new List<IndexedEntry>();
        foreach (var some in pseudonyms.Chunk(IIndexRows.MostKeys))
        {
            IndexKey[] keys = [.. some.Select(pseudonym => IndexKeys.Subject(pseudonym))];
            var range = new IndexRange(reach.Generation, [.. keys], 0, long.MaxValue, reach.Newest, After: null, OldestFirst: true);
            entries.AddRange(await ReadAsync(range, keys, int.MaxValue, cancellation));
        }

        var texts = await TextsAsync(cancellation);
        return await change.ForgetAsync(reach, entries, traces, texts, destruction, cancellation);
    }

    private async Task<IndexReach> MakeAsync(CancellationToken cancellation)
    {
        await change.MakeAsync(cancellation);
        return await FindReachAsync(cancellation) ?? throw new StoredValueException("The index has no state.");
    }

    private Task<IndexReach?> FindReachAsync(CancellationToken cancellation) => reader.ReadAsync<IndexReach?>(
        SelectState,
        static () => new TypedParameters(),
        static async (row, cancel) =>
        {
            if (!await row.ReadAsync(cancel))
            {
                return null;
            }

            var (generation, mark, newest) = (StoredForms.Id(row.GetFieldValue<byte[]>(0)), row.GetFieldValue<byte[]>(1), row.GetInt64(2));
            var forgotten = row.GetInt64(3);
            await row.NextResultAsync(cancel);
            var logs = new Dictionary<Guid, LogReach>();
            while (await row.ReadAsync(cancel))
            {
                logs.Add(StoredForms.Id(row.GetFieldValue<byte[]>(0)), new LogReach(row.GetInt64(1), row.GetFieldValue<byte[]>(2)));
            }

            return new IndexReach(generation, mark, newest, forgotten, logs);
        },
        cancellation);

    private async Task<IReadOnlyList<IndexedEntry>> EntriesAsync(
        string sql, Func<TypedParameters> parameters, Guid generation, CancellationToken cancellation)
    {
        var texts = known.Item1 == generation ? known.Item2 : await LearnAsync(generation, cancellation);
        return await ReadOnceAsync(texts) ?? await ReadOnceAsync(await LearnAsync(generation, cancellation))
            ?? throw new StoredValueException("A text of the index is missing.");

        Task<IReadOnlyList<IndexedEntry>?> ReadOnceAsync(IndexTexts now) => reader.ReadAsync(
            sql, parameters, (row, cancel) => TakeAsync(row, generation, now, cancel), cancellation);
    }

    // Null when a text was put in since the texts were read.
    private async Task<IReadOnlyList<IndexedEntry>?> TakeAsync(
        DbDataReader row, Guid generation, IndexTexts texts, CancellationToken cancellation)
    {
        if (!await row.ReadAsync(cancellation) || StoredForms.Id(row.GetFieldValue<byte[]>(0)) != generation)
        {
            throw new IndexRebuiltException();
        }

        await row.NextResultAsync(cancellation);
        using var box = secrets.Box();
        var entries = new List<IndexedEntry>();
        var missing = false;
        while (!missing && await row.ReadAsync(cancellation))
        {
            entries.Add(IndexRows.Read(row, TextOf, box));
        }

        return missing ? null : entries;

        string TextOf(int number)
        {
            var text = texts.Find(number);
            missing |= text is null;
            return text ?? string.Empty;
        }
    }

    private async Task<IndexTexts> LearnAsync(Guid generation, CancellationToken cancellation)
    {
        var texts = await TextsAsync(cancellation);
        known = Tuple.Create(generation, texts);
        return texts;
    }

    private Task<IndexTexts> TextsAsync(CancellationToken cancellation) => reader.ReadAsync(
        SelectTexts,
        static () => new TypedParameters(),
        static async (row, cancel) =>
        {
            var texts = new IndexTexts();
            while (await row.ReadAsync(cancel))
            {
                texts.Add(row.GetInt32(0), row.GetString(1));
            }

            return texts;
        },
        cancellation);

    private Task<IReadOnlyList<WrappedKey>> KeysAsync(
        string sql, Func<TypedParameters> parameters, CancellationToken cancellation) => reader.ReadAsync<IReadOnlyList<WrappedKey>>(
        sql,
        parameters,
        static async (row, cancel) =>
        {
            var keys = new List<WrappedKey>();
            while (await row.ReadAsync(cancel))
            {
                keys.Add(SubjectKeyStatements.Read(row));
            }

            return keys;
        },
        cancellation);
}
