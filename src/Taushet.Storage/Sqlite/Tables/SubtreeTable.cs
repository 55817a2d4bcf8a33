using Dapper;
using Microsoft.Data.Sqlite;
using Taushet.Core.Trail.Tree;

namespace Taushet.Storage.Sqlite.Tables;

/// <summary>The hashes that proofs are made of: of entries at level 0, of complete subtrees above.</summary>
internal static class SubtreeTable
{
    private const string Insert = "INSERT INTO log_subtree (log, level, place, hash) VALUES (@log, @level, @place, @hash)";

    private const string SelectLeaves = """
        SELECT leaf_hash FROM audit_entry WHERE log = @log AND place >= @first AND place < @first + @count ORDER BY place
        """;

    private const string SelectSubtrees = """
        SELECT hash FROM log_subtree
        WHERE log = @log AND level = @level AND place >= @first AND place < @first + @count
        ORDER BY place
        """;

    private const string SelectAll = "SELECT level, place, hash FROM log_subtree WHERE log = @log ORDER BY level, place";

    public static void Write(SqliteConnection connection, Guid log, IEnumerable<StoredSubtree> subtrees)
    {
        foreach (var subtree in subtrees)
        {
            var hash = StoredForms.Bytes(subtree.Hash);
            connection.Execute(Insert, new { log = StoredForms.Id(log), level = subtree.Level, place = subtree.Place, hash });
        }
    }

    /// <summary>Every subtree that is kept: one for 256 entries.</summary>
    public static IReadOnlyList<StoredSubtree> All(SqliteConnection connection, Guid log) =>
        [.. connection.Query<(long Level, long Place, byte[] Hash)>(SelectAll, new { log = StoredForms.Id(log) })
            .Select(row => new StoredSubtree((int)row.Level, row.Place, row.Hash))];

    /// <summary>Reads of a log's tree.</summary>
    /// <exception cref="StoredValueException">Some are missing.</exception>
    public static SubtreeSource Of(SqliteConnection connection, Guid log) => (level, first, count) =>
    {
        var select = level == 0 ? SelectLeaves : SelectSubtrees;
        var hashes = connection.Query<byte[]>(select, new { log = StoredForms.Id(log), level, first, count }).AsList();
        return hashes.Count == count
            ? hashes.ConvertAll(hash => (ReadOnlyMemory<byte>)hash)
            : throw new StoredValueException("A log's tree has a gap.");
    };
}
