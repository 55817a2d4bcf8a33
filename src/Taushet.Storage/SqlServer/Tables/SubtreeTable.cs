using System.Data;
using Dapper;
using Microsoft.Data.SqlClient;
using Microsoft.Data.SqlClient.Server;
using Taushet.Core.Trail.Tree;

namespace Taushet.Storage.SqlServer.Tables;

/// <summary>The hashes that proofs are made of: of entries at level 0, of complete subtrees above.</summary>
internal static class SubtreeTable
{
    /// <summary>The table type.</summary>
    public const string Type = "subtree_rows";

    private const string Insert = """
        INSERT INTO log_subtree (log, level, place, hash) SELECT @log, level, place, hash FROM @subtrees
        """;

    private const string SelectLeaves = """
        SELECT leaf_hash FROM audit_entry WHERE log = @log AND place >= @first AND place < @first + @count ORDER BY place
        """;

    private const string SelectSubtrees = """
        SELECT hash FROM log_subtree
        WHERE log = @log AND level = @level AND place >= @first AND place < @first + @count
        ORDER BY place
        """;

    private static readonly SqlMetaData[] Columns =
    [
        new("level", SqlDbType.Int),
        new("place", SqlDbType.BigInt),
        new("hash", SqlDbType.Binary, Limits.Hash),
    ];

    /// <summary>Keeps complete subtrees; at least one.</summary>
    public static void Write(SqlConnection connection, Guid log, IEnumerable<StoredSubtree> subtrees) =>
        connection.Execute(Insert, new TypedParameters().Id("@log", log).Rows("@subtrees", Type, Records(subtrees)));

    /// <summary>Complete subtrees as rows of the table type.</summary>
    public static IEnumerable<SqlDataRecord> Records(IEnumerable<StoredSubtree> subtrees)
    {
        var record = new SqlDataRecord(Columns);
        foreach (var subtree in subtrees)
        {
            record.SetInt32(0, subtree.Level);
            record.SetInt64(1, subtree.Place);
            record.SetValue(2, StoredForms.Bytes(subtree.Hash));
            yield return record;
        }
    }

    /// <summary>Reads of a log's tree.</summary>
    /// <exception cref="StoredValueException">Some are missing.</exception>
    public static SubtreeSource Of(SqlConnection connection, Guid log) => (level, first, count) =>
    {
        var parameters = new TypedParameters().Id("@log", log).Number("@level", level).Long("@first", first).Long("@count", count);
        var hashes = connection.Query<byte[]>(level == 0 ? SelectLeaves : SelectSubtrees, parameters).AsList();
        return hashes.Count == count
            ? hashes.ConvertAll(hash => (ReadOnlyMemory<byte>)hash)
            : throw new StoredValueException("A log's tree has a gap.");
    };
}
