using System.Collections.Immutable;

namespace Taushet.Core.Trail;

/// <summary>The leaf bytes of an entry, as its schema says. Leaf bytes of every schema stay as they are for ever.</summary>
/// <remarks>INVARIANT: two entries that differ in any column have different leaf bytes.</remarks>
public static class EntryLeaf
{
    /// <summary>The schemas that this version knows.</summary>
    public static ImmutableArray<int> Schemas { get; } = [FullLeaf.Schema, ReceiptLeaf.Schema];

    /// <summary>The leaf bytes.</summary>
    /// <exception cref="ArgumentException">The schema is not known.</exception>
    public static byte[] Encode(EntryRow row) => row.Schema switch
    {
        FullLeaf.Schema => FullLeaf.Encode(row),
        ReceiptLeaf.Schema => ReceiptLeaf.Of(row).At(row.Index),
        _ => throw new ArgumentException("The entry is of a schema this version does not know.", nameof(row)),
    };
}
