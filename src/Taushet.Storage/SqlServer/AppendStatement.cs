using System.Data.Common;
using Dapper;
using Microsoft.Data.SqlClient;
using Taushet.Storage.Log;
using Taushet.Storage.Rows;
using Taushet.Storage.SqlServer.Tables;

namespace Taushet.Storage.SqlServer;

/// <summary>One append: the whole transaction in one round trip, from its locks to COMMIT.</summary>
/// <remarks>
/// The server re-reads what each decision relied on, under the lock that every change of a register needs. When something has
/// changed it stores nothing and names those entries. What it answers last tells that COMMIT was reached.
/// </remarks>
internal static class AppendStatement
{
    private const int Superseded = 51409;

    private const string Sql = $"""
        DECLARE @resource nvarchar(255) = @lock + N'.' + DB_NAME();
        DECLARE @got int;
        DECLARE @stale TABLE (ordinal int NOT NULL PRIMARY KEY, facts_changed bit NOT NULL, wrapped varbinary(128) NULL);
        {Begin}
        EXEC @got = sp_getapplock
            @Resource = @resource, @LockMode = 'Exclusive', @LockOwner = 'Transaction', @LockTimeout = @wait;
        IF @got < 0 THROW 51222, 'A lock was not granted in time.', 1;
        INSERT INTO @stale (ordinal, facts_changed, wrapped)
        SELECT compared.ordinal, compared.facts_changed, compared.stored
        FROM (
            SELECT
                fresh.ordinal,
                fresh.wrapped,
                fresh.key_stored,
                stored.wrapped AS stored,
                CASE
                    WHEN fresh.relied_subject IS NULL THEN 0
                    WHEN fresh.relied_subject = coalesce((
                            SELECT sum(counter.value) FROM subject_counter AS counter
                            WHERE counter.subject IN (fresh.asked, fresh.key_subject)), 0)
                        AND fresh.relied_holder = coalesce((
                            SELECT counter.value FROM holder_counter AS counter
                            WHERE counter.organisation = fresh.counted_holder), 0) THEN 0
                    ELSE 1
                END AS facts_changed
            FROM @entries AS fresh
            LEFT JOIN entry_key AS stored
                ON stored.subject = fresh.key_subject AND stored.holder = fresh.holder_organisation
                AND stored.service = fresh.holder_service AND stored.calendar_year = fresh.key_year) AS compared
        WHERE compared.facts_changed = 1 OR (compared.stored IS NOT NULL AND compared.stored <> compared.wrapped)
            OR (compared.stored IS NULL AND compared.key_stored = 1);
        IF EXISTS (SELECT 1 FROM @stale)
        BEGIN
            ROLLBACK TRANSACTION;
            SELECT ordinal, facts_changed, wrapped FROM @stale ORDER BY ordinal;
        END
        ELSE
        BEGIN
            UPDATE log_head SET size = @new, beat = beat + 1, lease_until = {LogHeadTable.Now} + @lease
            WHERE log = @log AND epoch = @epoch AND size = @old AND closed_at IS NULL;
            IF @@ROWCOUNT <> 1 THROW 51409, 'Another writer has taken the log over.', 1;
            UPDATE known SET stir = fresh.stir
            FROM entry_key AS known
            JOIN @entries AS fresh
                ON fresh.key_subject = known.subject AND fresh.holder_organisation = known.holder
                AND fresh.holder_service = known.service AND fresh.key_year = known.calendar_year AND fresh.writes_key = 1;
            INSERT INTO entry_key (subject, holder, service, calendar_year, wrapped, stir)
            SELECT fresh.key_subject, fresh.holder_organisation, fresh.holder_service, fresh.key_year, fresh.wrapped, fresh.stir
            FROM @entries AS fresh
            WHERE fresh.writes_key = 1
                AND NOT EXISTS (
                    SELECT 1 FROM entry_key AS known
                    WHERE known.subject = fresh.key_subject AND known.holder = fresh.holder_organisation
                        AND known.service = fresh.holder_service AND known.calendar_year = fresh.key_year);
            INSERT INTO audit_entry ({EntryRows.Columns})
            SELECT
                @log, place, entry, schema_number, decided_at, kind, flow, request_id,
                receiver_organisation, receiver_unit, receiver_service, receiver_form,
                holder_organisation, holder_unit, holder_service, holder_form,
                purpose, bases, policy_hash, law_day, given, caller, subject, holder_part, sealed_part,
                release_commitment, salt, leaf_hash
            FROM @entries;
            {InsertSubtrees}
            INSERT INTO [checkpoint] (log, size, root, note, signed_at) VALUES (@log, @new, @root, @note, @signed_at);
            {Commit}
            SELECT @committed AS ordinal, CAST(0 AS bit) AS facts_changed, CAST(NULL AS varbinary(128)) AS wrapped;
        END
        """;

    private const string InsertSubtrees = "/* subtrees */";

    private const string Begin = "BEGIN TRANSACTION;";

    private const string Commit = "COMMIT TRANSACTION;";

    private const int Committed = -1;

    private static readonly string WithSubtrees = Sql.Replace(
        InsertSubtrees,
        "INSERT INTO log_subtree (log, level, place, hash) SELECT @log, level, place, hash FROM @subtrees;",
        StringComparison.Ordinal);

    // For a batch that changes registers: who calls has begun the transaction, and ends it once the changes are written too.
    private static readonly string Inside = Plain(Sql);

    private static readonly string InsideWithSubtrees = Plain(WithSubtrees);

    /// <summary>Runs it.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="batch">What to store.</param>
    /// <param name="options">Time limits.</param>
    /// <param name="within">
    /// A transaction that the caller has begun and commits; null for one of its own. When entries are named, it has been rolled back.
    /// </param>
    /// <returns>Nothing when it is committed; otherwise the entries that no longer hold, and nothing is stored.</returns>
    /// <exception cref="LogSupersededException">Another writer has taken the log over; nothing is stored.</exception>
    /// <exception cref="SqlException">It is not known whether it is stored.</exception>
    public static IReadOnlyList<StaleEntry> Run(
        SqlConnection connection,
        LogBatch batch,
        SqlServerStoreOptions options,
        SqlTransaction? within = null)
    {
        var parameters = Parameters(batch, options);
        var subtrees = batch.Growth.Completed.Length > 0;
        if (subtrees)
        {
            // A table-valued parameter of no rows is sent as none at all, so the statement is without it then.
            parameters.Rows("@subtrees", SubtreeTable.Type, SubtreeTable.Records(batch.Growth.Completed));
        }

        try
        {
            var timeout = SqlServerOpener.Seconds(options.WriteTimeout);
            using var rows = connection.ExecuteReader(Text(subtrees, within is not null), parameters, within, timeout);
            return Read((DbDataReader)rows);
        }
        catch (SqlException error) when (error.Number == Superseded)
        {
            throw new LogSupersededException();
        }
    }

    private static string Text(bool subtrees, bool inside) => (subtrees, inside) switch
    {
        (false, false) => Sql,
        (true, false) => WithSubtrees,
        (false, true) => Inside,
        (true, true) => InsideWithSubtrees,
    };

    private static string Plain(string sql) => sql
        .Replace($"\n{Begin}", "\n", StringComparison.Ordinal)
        .Replace($"    {Commit}", "    ", StringComparison.Ordinal);

    private static TypedParameters Parameters(LogBatch batch, SqlServerStoreOptions options) => new TypedParameters()
        .Rows("@entries", EntryRecords.Type, EntryRecords.Of(batch))
        .Text("@lock", AppLock.Registers.Name, AppLock.LongestName)
        .Number("@wait", (int)options.LockTimeout.TotalMilliseconds)
        .Id("@log", batch.Log)
        .Long("@epoch", batch.Epoch)
        .Long("@old", batch.SizeBefore)
        .Long("@new", batch.SizeAfter)
        .Long("@lease", StoredForms.Micros(batch.Lease))
        .Fixed("@root", StoredForms.Bytes(batch.Checkpoint.Root), Limits.Hash)
        .Text("@note", batch.Checkpoint.Note, Limits.Note)
        .Long("@signed_at", batch.Checkpoint.SignedAt)
        .Number("@committed", Committed);

    private static List<StaleEntry> Read(DbDataReader rows)
    {
        var stale = new List<StaleEntry>();
        var answered = false;
        while (rows.Read())
        {
            answered = true;
            var ordinal = rows.GetInt32(0);
            if (ordinal != Committed)
            {
                stale.Add(new StaleEntry(ordinal, rows.GetBoolean(1), rows.IsDBNull(2) ? null : rows.GetFieldValue<byte[]>(2)));
            }
        }

        // Errors after the last row are only thrown when it has been read past.
        while (rows.NextResult())
        {
        }

        return answered ? stale : throw new StoredValueException("The server did not say what became of an append.");
    }
}
