using Dapper;
using Microsoft.Data.Sqlite;
using Taushet.Storage.Ports;

namespace Taushet.Storage.Sqlite.Tables;

/// <summary>The signed checkpoints of each log: one a batch.</summary>
internal static class CheckpointTable
{
    private const string Insert =
        "INSERT INTO checkpoint (log, size, root, note, signed_at) VALUES (@log, @size, @root, @note, @signed_at)";

    private const string SelectNewest = """
        SELECT size, root, note, signed_at FROM checkpoint WHERE log = @log ORDER BY size DESC LIMIT 1
        """;

    private const string SelectFrom = """
        SELECT size, root, note, signed_at FROM checkpoint WHERE log = @log AND size > @after ORDER BY size LIMIT @count
        """;

    public static PreparedStatement ToInsert(SqliteConnection connection) => new(
        connection,
        Insert,
        ("@log", SqliteType.Blob),
        ("@size", SqliteType.Integer),
        ("@root", SqliteType.Blob),
        ("@note", SqliteType.Text),
        ("@signed_at", SqliteType.Integer));

    public static void Write(PreparedStatement insert, Guid log, StoredCheckpoint checkpoint) => insert
        .Set(0, StoredForms.Id(log))
        .Set(1, checkpoint.Size)
        .Set(2, StoredForms.Bytes(checkpoint.Root))
        .Set(3, checkpoint.Note)
        .Set(4, checkpoint.SignedAt)
        .Execute();

    public static StoredCheckpoint? Newest(SqliteConnection connection, Guid log) =>
        connection.Query<(long, byte[], string, long)>(SelectNewest, new { log = StoredForms.Id(log) })
            .Select(Read).SingleOrDefault();

    /// <summary>Those of more than so many entries, by size.</summary>
    public static IReadOnlyList<StoredCheckpoint> After(SqliteConnection connection, Guid log, long after, int count) =>
        [.. connection.Query<(long, byte[], string, long)>(SelectFrom, new { log = StoredForms.Id(log), after, count }).Select(Read)];

    private static StoredCheckpoint Read((long Size, byte[] Root, string Note, long SignedAt) row) =>
        new(row.Size, row.Root, row.Note, row.SignedAt);
}
