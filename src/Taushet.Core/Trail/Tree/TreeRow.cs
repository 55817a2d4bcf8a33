namespace Taushet.Core.Trail.Tree;

/// <summary>The hashes of neighbouring nodes of one level, all of them roots of complete subtrees.</summary>
internal sealed class TreeRow
{
    private readonly byte[] hashes;

    private TreeRow(int level, long first, byte[] hashes)
    {
        Level = level;
        First = first;
        this.hashes = hashes;
    }

    /// <summary>The level: its nodes are roots over 2^level leaves.</summary>
    public int Level { get; }

    /// <summary>The place of the first node in its level, counted from 0.</summary>
    public long First { get; }

    /// <summary>The place after the last node.</summary>
    public long End => First + (hashes.Length / TreeHash.Size);

    /// <summary>The hash of a node of this row.</summary>
    public ReadOnlyMemory<byte> this[long place] => hashes.AsMemory(Offset(place), TreeHash.Size);

    /// <summary>Makes a row of copies.</summary>
    /// <exception cref="ArgumentException">A hash is not 32 bytes.</exception>
    public static TreeRow Of(int level, long first, IReadOnlyList<ReadOnlyMemory<byte>> nodes)
    {
        var copies = new byte[checked(nodes.Count * TreeHash.Size)];
        for (var node = 0; node < nodes.Count; node++)
        {
            if (nodes[node].Length != TreeHash.Size)
            {
                throw new ArgumentException("A hash is 32 bytes.", nameof(nodes));
            }

            nodes[node].Span.CopyTo(copies.AsSpan(node * TreeHash.Size));
        }

        return new TreeRow(level, first, copies);
    }

    /// <summary>The same row with one more node before it.</summary>
    public TreeRow After(ReadOnlyMemory<byte> node)
    {
        var more = new byte[TreeHash.Size + hashes.Length];
        node.Span.CopyTo(more);
        hashes.CopyTo(more, TreeHash.Size);
        return new TreeRow(Level, First - 1, more);
    }

    /// <summary>The parents of this row's pairs. A last node without its sibling has none.</summary>
    /// <remarks>The first node must be a left one.</remarks>
    public TreeRow Above()
    {
        var above = new byte[hashes.Length / (2 * TreeHash.Size) * TreeHash.Size];
        for (var node = 0; node < above.Length; node += TreeHash.Size)
        {
            var pair = hashes.AsSpan(2 * node, 2 * TreeHash.Size);
            TreeHash.Node(pair[..TreeHash.Size], pair[TreeHash.Size..], above.AsSpan(node, TreeHash.Size));
        }

        return new TreeRow(Level + 1, First / 2, above);
    }

    private int Offset(long place) => checked((int)((place - First) * TreeHash.Size));
}
