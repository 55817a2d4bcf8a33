using System.Data.Common;
using Taushet.Core.Trail;
using Taushet.Core.Trail.Tree;
using Taushet.Storage.Ports;

namespace Taushet.Storage.Rows;

/// <summary>Derives a leaf from a row of the table of entries. Every store selects <see cref="EntryRows.Columns"/>.</summary>
internal static class LeafRows
{
    private const int Place = 1;
    private const int Entry = 2;
    private const int LeafHash = 27;

    /// <summary>Derives the leaf of the row under the cursor. A row that cannot be read is told of, and stops nothing.</summary>
    public static DerivedLeaf Read(DbDataReader row) => Read(row, holds: false);

    /// <summary>The same of a row whose leaf hash is known to follow, or not.</summary>
    public static DerivedLeaf Read(DbDataReader row, bool holds)
    {
        var hash = row.GetValue(LeafHash) as byte[] is { Length: TreeHash.Size } stored ? stored : null;
        return new DerivedLeaf(
            row.GetInt64(Place),
            row.GetValue(Entry) as byte[] is { Length: 16 } id ? StoredForms.Id(id) : Guid.Empty,
            hash ?? new byte[TreeHash.Size],
            hash is null ? LeafState.Unreadable : holds ? LeafState.Holds : StateOf(row, hash));
    }

    private static LeafState StateOf(DbDataReader row, byte[] hash)
    {
        try
        {
            return TreeHash.Leaf(EntryLeaf.Encode(EntryRows.Read(row).Row)).AsSpan().SequenceEqual(hash)
                ? LeafState.Holds
                : LeafState.Differs;
        }
        catch (Exception fault) when (fault
            is StoredValueException or InvalidCastException or ArgumentException or OverflowException or FormatException)
        {
            return LeafState.Unreadable;
        }
    }
}
