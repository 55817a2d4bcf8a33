using Microsoft.Data.Sqlite;

namespace Taushet.Storage.Sqlite.Tables;

/// <summary>The statements of one append, prepared once a connection. Places are those at which the names first stand.</summary>
internal sealed class AppendStatements(SqliteConnection connection) : IDisposable
{
    private const string SelectVersions = """
        SELECT
            (SELECT coalesce(sum(value), 0) FROM subject_counter WHERE subject IN (@asked, @subject)),
            coalesce((SELECT value FROM holder_counter WHERE organisation = @holder), 0),
            (SELECT wrapped FROM entry_key
                WHERE subject = @subject AND holder = @keyHolder AND service = @service AND calendar_year = @year)
        """;

    private const string UpdateHead = $"""
        UPDATE log_head SET size = @new, beat = beat + 1, lease_until = {LogHeadTable.Now} + @lease
        WHERE log = @log AND epoch = @epoch AND size = @old
        """;

    public PlacedStatement Begin { get; } = new(connection, "BEGIN IMMEDIATE");

    public PlacedStatement Commit { get; } = new(connection, "COMMIT");

    public PlacedStatement Rollback { get; } = new(connection, "ROLLBACK");

    /// <summary>asked, subject, holder; holder, service and year of the key.</summary>
    public PlacedStatement Versions { get; } = new(connection, SelectVersions);

    /// <summary>subject, holder, service, year, wrapped, stir.</summary>
    public PlacedStatement UpsertKey { get; } = new(connection, EntryKeyTable.Upsert);

    /// <summary>The columns of an entry.</summary>
    public PlacedStatement Insert { get; } = new(connection, AuditEntryTable.Insert);

    /// <summary>The columns of a checkpoint.</summary>
    public PlacedStatement InsertCheckpoint { get; } = new(connection, CheckpointTable.Insert);

    /// <summary>new size, lease, log, epoch, old size.</summary>
    public PlacedStatement MoveHead { get; } = new(connection, UpdateHead);

    public void Dispose()
    {
        Begin.Dispose();
        Commit.Dispose();
        Rollback.Dispose();
        Versions.Dispose();
        UpsertKey.Dispose();
        Insert.Dispose();
        InsertCheckpoint.Dispose();
        MoveHead.Dispose();
    }
}
