using System.Collections.Immutable;

namespace Taushet.Core.Trail.Tree;

/// <summary>Which hashes lead from a node to the root.</summary>
internal static class TreePath
{
    /// <summary>The hash of a complete node.</summary>
    public delegate ReadOnlyMemory<byte> NodeAt(int level, long place);

    /// <summary>The siblings, from a level upwards, of the nodes over one leaf.</summary>
    /// <param name="path">Where they are added.</param>
    /// <param name="index">The leaf's place.</param>
    /// <param name="level">The level of the lowest sibling.</param>
    /// <param name="tree">The tree.</param>
    /// <param name="nodes">Asked only for complete nodes of the tree, and only for siblings of nodes over the leaf.</param>
    public static void AddSiblings(
        ImmutableArray<ReadOnlyMemory<byte>>.Builder path,
        long index,
        int level,
        Frontier tree,
        NodeAt nodes)
    {
        for (; (tree.Size - 1) >> level > 0; level++)
        {
            var sibling = (index >> level) ^ 1;
            if (sibling < tree.Size >> level)
            {
                path.Add(nodes(level, sibling));
            }
            else if (sibling == tree.Size >> level && !tree.Remainder(level).IsEmpty)
            {
                path.Add(tree.Remainder(level));
            }
        }
    }
}
