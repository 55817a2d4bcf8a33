using Dapper;
using Microsoft.Data.Sqlite;
using Taushet.Storage.Ports;
using Taushet.Storage.Rows;
using Taushet.Storage.Sqlite.Tables;
using Taushet.Storage.Trail.Index;

namespace Taushet.Storage.Sqlite.Index;

/// <summary>The index in a SQLite file of its own: a write of it never waits for the log's, nor the log's for it.</summary>
internal sealed class SqliteIndexRows(SqliteOpener opener, IndexSecrets secrets) : IIndexRows, IDisposable
{
    private const string SelectState = "SELECT generation, mark, newest, forgotten FROM trail_state";

    private const string SelectReach = "SELECT log, next, leaf_hash FROM trail_reach";

    private const string SelectTexts = "SELECT number, text FROM trail_text";

    private const string NewestFirst = $"""
        SELECT {IndexRows.Columns}
        FROM (
            SELECT DISTINCT decided_at, number FROM trail_key
            WHERE key IN (@keys) AND decided_at >= @from AND (decided_at, number) < (@time, @at) AND number <= @upto
            ORDER BY decided_at DESC, number DESC LIMIT @count) AS found
        CROSS JOIN trail_line AS line ON line.number = found.number
        ORDER BY found.decided_at DESC, found.number DESC
        """;

    private const string OldestFirst = $"""
        SELECT {IndexRows.Columns}
        FROM (
            SELECT DISTINCT decided_at, number FROM trail_key
            WHERE key IN (@keys) AND decided_at < @to AND (decided_at, number) > (@time, @at) AND number <= @upto
            ORDER BY decided_at, number LIMIT @count) AS found
        CROSS JOIN trail_line AS line ON line.number = found.number
        ORDER BY found.decided_at, found.number
        """;

    private const string Scan = $"""
        SELECT {IndexRows.Columns} FROM trail_line AS line
        WHERE line.number > @above AND line.number <= @upto ORDER BY line.number LIMIT @count
        """;

    private readonly IndexFile file = new(opener.Options, secrets.Mark);
    private readonly Lock writing = new();
    private (Guid Generation, IndexTexts Texts) written = (Guid.Empty, new IndexTexts());
    private volatile Tuple<Guid, IndexTexts> known = Tuple.Create(Guid.Empty, new IndexTexts());

    public Task<IndexReach> ReachAsync(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult(file.InTransaction(writes: false, Reach));
    }

    public Task<bool> AppendAsync(IndexReach reach, IReadOnlyList<IndexLine> lines, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        lock (writing)
        {
            try
            {
                return Task.FromResult(file.InTransaction(writes: true, session => Append(session, reach, lines)));
            }
            catch
            {
                written = (Guid.Empty, new IndexTexts());
                throw;
            }
        }
    }

    public Task ResetAsync(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult(file.InTransaction(writes: true, session =>
        {
            file.Empty(session.Connection);
            return true;
        }));
    }

    public Task<IReadOnlyList<IndexedEntry>> ReadAsync(
        IndexRange range, IReadOnlyList<IndexKey> keys, int count, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult(file.InTransaction(writes: false, session =>
        {
            var place = range.After ?? (range.OldestFirst ? new IndexPlace(range.From, -1) : new IndexPlace(range.To, -1));
            var select = KeyedStatements.Of(session, range.OldestFirst ? OldestFirst : NewestFirst, range.OldestFirst, keys);
            select.Set(0, range.OldestFirst ? range.To : range.From).Set(1, place.Time).Set(2, place.Number);
            return Read(session, range.Generation, select.Set(3, range.UpTo).Set(4, count));
        }));
    }

    public Task<IReadOnlyList<IndexedEntry>> ScanAsync(
        Guid generation, long above, long upTo, int count, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult(file.InTransaction(writes: false, session => Read(
            session,
            generation,
            session.Of(Scan, ("@above", SqliteType.Integer), ("@upto", SqliteType.Integer), ("@count", SqliteType.Integer))
                .Set(0, above).Set(1, upTo).Set(2, count))));
    }

    public Task<IReadOnlyList<WrappedKey>> KeysOfAsync(byte[] asked, CancellationToken cancellation) =>
        KeysAsync(SubjectKeyStatements.SelectOf, new { asked }, cancellation);

    public Task<IReadOnlyList<WrappedKey>> PersonsKeysAsync(CancellationToken cancellation) =>
        KeysAsync(SubjectKeyStatements.SelectPersons, parameters: null, cancellation);

    public Task<IReadOnlyList<WrappedKey>> SliceAsync(KeySlice slice, CancellationToken cancellation) =>
        KeysAsync(SubjectKeyStatements.SelectSlice, new { holder = slice.Holder, service = slice.Service, year = slice.Year }, cancellation);

    public Task<long> NewestDestructionAsync(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        using var connection = opener.OpenToRead();
        return Task.FromResult(connection.ExecuteScalar<long>(DestructionStatements.SelectNewest));
    }

    public Task<IReadOnlyList<byte[]>> DestroyedAsync(long destruction, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        using var connection = opener.OpenToRead();
        return Task.FromResult<IReadOnlyList<byte[]>>(
            [.. connection.Query<byte[]>(DestructionStatements.SelectPseudonyms, new { destruction })]);
    }

    public Task<bool> ForgetAsync(
        IndexReach reach,
        IReadOnlyList<byte[]> pseudonyms,
        Func<IndexedEntry, IReadOnlyCollection<IndexKey>> traces,
        long destruction,
        CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        lock (writing)
        {
            return Task.FromResult(file.InTransaction(writes: true, session => Forget(session, reach, pseudonyms, traces, destruction)));
        }
    }

    public void Dispose() => file.Dispose();

    private Task<IReadOnlyList<WrappedKey>> KeysAsync(string sql, object? parameters, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        using var connection = opener.OpenToRead();
        return Task.FromResult<IReadOnlyList<WrappedKey>>(KeyRows.Read(connection, sql, parameters));
    }

    private static IndexReach Reach(IndexSession session)
    {
        var logs = new Dictionary<Guid, LogReach>();
        using (var row = session.Of(SelectReach).Read())
        {
            while (row.Read())
            {
                logs.Add(StoredForms.Id(row.GetFieldValue<byte[]>(0)), new LogReach(row.GetInt64(1), row.GetFieldValue<byte[]>(2)));
            }
        }

        using var state = session.Of(SelectState).Read();
        return state.Read()
            ? new IndexReach(
                StoredForms.Id(state.GetFieldValue<byte[]>(0)), state.GetFieldValue<byte[]>(1), state.GetInt64(2), state.GetInt64(3), logs)
            : throw new StoredValueException("The index has no state.");
    }

    private bool Append(IndexSession session, IndexReach reach, IReadOnlyList<IndexLine> lines)
    {
        var now = Reach(session);
        if (now.Generation != reach.Generation || now.Newest != reach.Newest || now.Forgotten != reach.Forgotten)
        {
            return false;
        }

        if (written.Generation != now.Generation)
        {
            written = (now.Generation, TextsOf(session));
        }

        using var box = secrets.Box();
        new IndexWriting(session, written.Texts, box).Write(now.Newest, lines);
        return true;
    }

    private bool Forget(
        IndexSession session,
        IndexReach reach,
        IReadOnlyList<byte[]> pseudonyms,
        Func<IndexedEntry, IReadOnlyCollection<IndexKey>> traces,
        long destruction)
    {
        var now = Reach(session);
        if (now.Generation != reach.Generation || now.Newest != reach.Newest || now.Forgotten != reach.Forgotten)
        {
            return false;
        }

        using var box = secrets.Box();
        new IndexForgetting(session, TextsOf(session), box).Forget(
            pseudonyms, (keys, after) => OfSubject(session, now, keys, after), traces, destruction);
        return true;
    }

    private IReadOnlyList<IndexedEntry> OfSubject(IndexSession session, IndexReach now, IReadOnlyList<IndexKey> keys, IndexPlace after)
    {
        var select = KeyedStatements.Of(session, OldestFirst, oldestFirst: true, keys);
        select.Set(0, long.MaxValue).Set(1, after.Time).Set(2, after.Number);
        return Read(session, now.Generation, select.Set(3, now.Newest).Set(4, IndexForgetting.Page));
    }

    private IReadOnlyList<IndexedEntry> Read(IndexSession session, Guid generation, PreparedStatement select)
    {
        if (Reach(session).Generation != generation)
        {
            throw new IndexRebuiltException();
        }

        using var box = secrets.Box();
        using var row = select.Read();
        var entries = new List<IndexedEntry>();
        var texts = known.Item1 == generation ? known.Item2 : Learn(session, generation);
        while (row.Read())
        {
            entries.Add(IndexRows.Read(row, TextOf, box));
        }

        return entries;

        string TextOf(int number)
        {
            if (texts.Find(number) is { } text)
            {
                return text;
            }

            texts = Learn(session, generation);
            return texts.Find(number) ?? throw new StoredValueException("A text of the index is missing.");
        }
    }

    private IndexTexts Learn(IndexSession session, Guid generation)
    {
        var texts = TextsOf(session);
        known = Tuple.Create(generation, texts);
        return texts;
    }

    private static IndexTexts TextsOf(IndexSession session)
    {
        var texts = new IndexTexts();
        using var row = session.Of(SelectTexts).Read();
        while (row.Read())
        {
            texts.Add(row.GetInt32(0), row.GetString(1));
        }

        return texts;
    }
}
