using Taushet.Storage.Log;

namespace Taushet.Storage.Rows;

/// <summary>Where an entry stands that a row of a register names.</summary>
/// <param name="Log">The log.</param>
/// <param name="Entry">The entry.</param>
/// <param name="Index">Its place in the log.</param>
/// <param name="Digest">The digest of its other columns, 32 bytes.</param>
internal readonly record struct EntryPlace(Guid Log, Guid Entry, long Index, ReadOnlyMemory<byte> Digest)
{
    /// <summary>Of an entry that has its place in a batch.</summary>
    public static EntryPlace Of(PlacedEntry placed) =>
        new(placed.Entry.Row.Log, placed.Entry.Row.Entry, placed.Index, placed.Entry.Leaf.Digest);
}
