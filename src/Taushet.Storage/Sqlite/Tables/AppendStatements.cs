using Microsoft.Data.Sqlite;

namespace Taushet.Storage.Sqlite.Tables;

/// <summary>The statements of one append, prepared once a connection.</summary>
internal sealed class AppendStatements(SqliteConnection connection) : IDisposable
{
    private const string SelectVersions = """
        SELECT
            (SELECT coalesce(sum(value), 0) FROM subject_counter WHERE subject IN (@asked, @subject)),
            coalesce((SELECT value FROM holder_counter WHERE organisation = @holder), 0),
            (SELECT wrapped FROM subject_key WHERE subject = @subject)
        """;

    private const string UpdateHead = $"""
        UPDATE log_head SET size = @new, beat = beat + 1, lease_until = {LogHeadTable.Now} + @lease
        WHERE log = @log AND epoch = @epoch AND size = @old
        """;

    public PreparedStatement Begin { get; } = new(connection, "BEGIN IMMEDIATE");

    public PreparedStatement Commit { get; } = new(connection, "COMMIT");

    public PreparedStatement Rollback { get; } = new(connection, "ROLLBACK");

    /// <summary>asked, subject, holder.</summary>
    public PreparedStatement Versions { get; } = new(
        connection,
        SelectVersions,
        ("@asked", SqliteType.Blob),
        ("@subject", SqliteType.Blob),
        ("@holder", SqliteType.Text));

    /// <summary>subject, wrapped, stir.</summary>
    public PreparedStatement UpsertKey { get; } = new(
        connection,
        PersonKeyTable.Upsert,
        ("@subject", SqliteType.Blob),
        ("@wrapped", SqliteType.Blob),
        ("@stir", SqliteType.Blob));

    /// <summary>The columns of an entry.</summary>
    public PreparedStatement Insert { get; } = AuditEntryTable.ToInsert(connection);

    /// <summary>The columns of a checkpoint.</summary>
    public PreparedStatement InsertCheckpoint { get; } = CheckpointTable.ToInsert(connection);

    /// <summary>new size, lease, log, epoch, old size.</summary>
    public PreparedStatement MoveHead { get; } = new(
        connection,
        UpdateHead,
        ("@new", SqliteType.Integer),
        ("@lease", SqliteType.Integer),
        ("@log", SqliteType.Blob),
        ("@epoch", SqliteType.Integer),
        ("@old", SqliteType.Integer));

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
