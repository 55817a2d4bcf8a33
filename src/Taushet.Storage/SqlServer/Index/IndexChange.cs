using System.Data;
using System.Globalization;
using Dapper;
using Microsoft.Data.SqlClient;
using Taushet.Storage.Ports;
using Taushet.Storage.Trail.Index;

namespace Taushet.Storage.SqlServer.Index;

/// <summary>Changes the index, one change at a time on every gateway and by every tool, under a lock of its own.</summary>
internal sealed class IndexChange(SqlServerOpener opener, IndexSecrets secrets)
{
    private const string SelectNewest = "SELECT newest FROM trail_state WHERE generation = @generation AND forgotten = @forgotten";

    private const string InsertState = """
        INSERT INTO trail_state (only_row, generation, mark, newest, forgotten)
        SELECT 1, @generation, @mark, 0, 0 WHERE NOT EXISTS (SELECT 1 FROM trail_state)
        """;

    private const string Empty = """
        DELETE FROM trail_state;
        DELETE FROM trail_reach;
        DELETE FROM trail_key;
        DELETE FROM trail_line;
        DELETE FROM trail_text;
        """;

    private const string Forget = """
        UPDATE trail_line SET details = @details WHERE number = @number;
        DELETE FROM trail_key
        WHERE trail_key.found IN (@keys) AND trail_key.decided_at = @decided_at AND trail_key.number = @number;
        """;

    private const string UpdateForgotten = "UPDATE trail_state SET forgotten = @forgotten";

    private const string InsertTexts = "INSERT INTO trail_text (number, text) SELECT number, text FROM @texts;";

    private const string Insert = """
        INSERT INTO trail_line (
            number, log, place, entry, decided_at, kind, flow, request_id,
            receiver_organisation, receiver_unit, receiver_service, receiver_form,
            holder_organisation, holder_unit, holder_service, holder_form,
            purpose, bases, policy, law_day, given, caller, subject, details)
        SELECT
            number, log, place, entry, decided_at, kind, flow, request_id,
            receiver_organisation, receiver_unit, receiver_service, receiver_form,
            holder_organisation, holder_unit, holder_service, holder_form,
            purpose, bases, policy, law_day, given, caller, subject, details
        FROM @lines;
        INSERT INTO trail_key (found, decided_at, number) SELECT fresh.found, fresh.decided_at, fresh.number FROM @keys AS fresh;
        UPDATE known SET next = moved.next, leaf_hash = moved.leaf_hash
        FROM trail_reach AS known JOIN @reaches AS moved ON moved.log = known.log;
        INSERT INTO trail_reach (log, next, leaf_hash)
        SELECT moved.log, moved.next, moved.leaf_hash FROM @reaches AS moved
        WHERE NOT EXISTS (SELECT 1 FROM trail_reach AS known WHERE known.log = moved.log);
        UPDATE trail_state SET newest = @newest;
        """;

    /// <summary>Makes the state of an empty index, when there is none.</summary>
    public Task MakeAsync(CancellationToken cancellation) => ChangeAsync(StateAsync, cancellation);

    /// <summary>Throws everything away and begins another filling.</summary>
    public Task ResetAsync(CancellationToken cancellation) => ChangeAsync(
        async transaction =>
        {
            await transaction.Connection.ExecuteAsync(Command(Empty, parameters: null, transaction, cancellation));
            return await StateAsync(transaction);
        },
        cancellation);

    /// <summary>Puts lines in when the index still is where the reach says.</summary>
    public Task<bool> AppendAsync(
        IndexReach reach, IReadOnlyList<IndexLine> lines, Func<Task<IndexTexts>> texts, CancellationToken cancellation) => ChangeAsync(
        async transaction =>
        {
            if (!await IsAtAsync(reach, transaction, cancellation))
            {
                return false;
            }

            // The texts were committed by the changes before this one; the lock is held, so that none comes meanwhile.
            await InsertAsync(transaction, reach.Newest, lines, await texts(), cancellation);
            return true;
        },
        cancellation);

    /// <summary>Takes what private parts told out of these entries, when the index still is where the reach says.</summary>
    public Task<bool> ForgetAsync(
        IndexReach reach,
        IReadOnlyList<IndexedEntry> entries,
        Func<IndexedEntry, IReadOnlyCollection<IndexKey>> traces,
        IndexTexts texts,
        long destruction,
        CancellationToken cancellation) => ChangeAsync(
        async transaction =>
        {
            if (!await IsAtAsync(reach, transaction, cancellation))
            {
                return false;
            }

            using var box = secrets.Box();
            foreach (var entry in entries)
            {
                var details = box.Seal(LineMaking.Left(entry.Details), text => texts.Find(text)!.Value, entry.Entry);
                var gone = new List<IndexKey>(traces(entry));
                var parameters = WithKeys(new TypedParameters(), gone)
                    .Bytes("@details", details, IndexRecords.LongestDetails).Long("@number", entry.Number)
                    .Long("@decided_at", entry.Public.TimeMicros);
                await transaction.Connection.ExecuteAsync(Command(ForKeys(Forget, gone), parameters, transaction, cancellation));
            }

            var forgotten = new TypedParameters().Long("@forgotten", destruction);
            await transaction.Connection.ExecuteAsync(Command(UpdateForgotten, forgotten, transaction, cancellation));
            return true;
        },
        cancellation);

    /// <summary>A statement for so many keys.</summary>
    public static string ForKeys(string sql, IReadOnlyList<IndexKey> keys) =>
        sql.Replace("@keys", string.Join(", ", keys.Select((_, place) => Name(place))), StringComparison.Ordinal);

    /// <summary>The keys of such a statement.</summary>
    public static TypedParameters WithKeys(TypedParameters parameters, IReadOnlyList<IndexKey> keys)
    {
        for (var place = 0; place < keys.Count; place++)
        {
            parameters.Fixed(Name(place), keys[place].ToBytes(), Limits.Id);
        }

        return parameters;
    }

    private static string Name(int place) => string.Create(CultureInfo.InvariantCulture, $"@key{place}");

    private async Task<bool> IsAtAsync(IndexReach reach, SqlTransaction transaction, CancellationToken cancellation)
    {
        var where = new TypedParameters().Id("@generation", reach.Generation).Long("@forgotten", reach.Forgotten);
        var newest = await transaction.Connection.ExecuteScalarAsync<long?>(Command(SelectNewest, where, transaction, cancellation));
        return newest == reach.Newest;
    }

    private async Task InsertAsync(
        SqlTransaction transaction, long newest, IReadOnlyList<IndexLine> lines, IndexTexts texts, CancellationToken cancellation)
    {
        var fresh = new List<(int Number, string Text)>();
        foreach (var text in lines.SelectMany(TextsOf))
        {
            if (texts.Find(text) is null)
            {
                fresh.Add((texts.Count + 1, text));
                texts.Add(texts.Count + 1, text);
            }
        }

        using var box = secrets.Box();
        var parameters = new TypedParameters()
            .Rows("@lines", "trail_line_rows", IndexRecords.Lines(newest, lines, text => texts.Find(text)!.Value, box))
            .Rows("@keys", "trail_key_rows", IndexRecords.Keys(newest, lines))
            .Rows("@reaches", "trail_reach_rows", IndexRecords.Reaches(lines))
            .Long("@newest", newest + lines.Count);
        var sql = Insert;
        if (fresh.Count > 0)
        {
            // A table-valued parameter of no rows is sent as none at all, so the statement is without it then.
            parameters.Rows("@texts", "trail_text_rows", IndexRecords.Texts(fresh));
            sql = InsertTexts + Insert;
        }

        await transaction.Connection.ExecuteAsync(Command(sql, parameters, transaction, cancellation));
    }

    private static IEnumerable<string> TextsOf(IndexLine line) =>
        [line.Row.Public.PolicyHash, line.Row.Public.Caller, .. line.Details.Rules];

    private async Task<bool> StateAsync(SqlTransaction transaction)
    {
        var state = new TypedParameters().Id("@generation", Guid.NewGuid()).Fixed("@mark", secrets.Mark, Limits.Hash);
        return await transaction.Connection.ExecuteAsync(Command(InsertState, state, transaction, CancellationToken.None)) > 0;
    }

    private async Task<T> ChangeAsync<T>(Func<SqlTransaction, Task<T>> change, CancellationToken cancellation)
    {
        await using var connection = await opener.OpenToWriteAsync(cancellation);
        await using var transaction = (SqlTransaction)await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellation);
        await AppLock.Index.TakeAsync(transaction, opener.Options.LockTimeout, cancellation);
        var result = await change(transaction);
        await transaction.CommitAsync(CancellationToken.None);
        return result;
    }

    private CommandDefinition Command(
        string sql, TypedParameters? parameters, SqlTransaction transaction, CancellationToken cancellation) => new(
        sql,
        parameters,
        transaction,
        SqlServerOpener.Seconds(opener.Options.WriteTimeout),
        cancellationToken: cancellation);
}
