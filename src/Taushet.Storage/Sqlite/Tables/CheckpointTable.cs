using Dapper;
using Microsoft.Data.Sqlite;
using Taushet.Storage.Ports;

namespace Taushet.Storage.Sqlite.Tables;

/// <summary>The signed checkpoints of each log: one a batch.</summary>
internal static class CheckpointTable
{
    public const string Insert =
        "INSERT INTO checkpoint (log, size, root, note, signed_at) VALUES (@log, @size, @root, @note, @signed_at)";

    private const string SelectNewest = """
        SELECT size, root, note, signed_at FROM checkpoint WHERE log = @log ORDER BY size DESC LIMIT 1
        """;

    private const string SelectFrom = """
        SELECT size, root, note, signed_at FROM checkpoint WHERE log = @log AND size > @after ORDER BY size LIMIT @count
        """;

    public static void Write(PlacedStatement insert, Guid log, StoredCheckpoint checkpoint) => insert
        .Bind(1, log)
        .Bind(2, checkpoint.Size)
        .Bind(3, checkpoint.Root)
        .Bind(4, checkpoint.Note)
        .Bind(5, checkpoint.SignedAt)
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
