namespace Taushet.Core.Trail;

/// <summary>
/// The leaf of schema 1: the magic, then every column of <see cref="EntryColumn"/> up to 27 in tag order as tag (2 bytes),
/// length (4 bytes) and value. Written no more: a receipt could not show what such a leaf commits to.
/// </summary>
internal static class FullLeaf
{
    /// <summary>The schema.</summary>
    public const int Schema = 1;

    private static ReadOnlySpan<byte> Magic => "taushet.entry.v1"u8;

    /// <summary>Writes it.</summary>
    public static byte[] Encode(EntryRow row)
    {
        var leaf = new LeafWriter(EntryColumns.Capacity(row));
        leaf.Raw(Magic);
        leaf.Id(EntryColumn.Log, row.Log);
        leaf.Id(EntryColumn.Entry, row.Entry);
        leaf.Long(EntryColumn.Index, row.Index);
        leaf.Int(EntryColumn.Schema, Schema);
        EntryColumns.WriteMiddle(ref leaf, row);
        leaf.Bytes(EntryColumn.ReleaseCommitment, row.ReleaseCommitment.Span);
        leaf.Bytes(EntryColumn.Salt, row.Salt.Span);
        return leaf.ToArray();
    }
}
