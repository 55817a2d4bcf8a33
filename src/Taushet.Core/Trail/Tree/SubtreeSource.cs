namespace Taushet.Core.Trail.Tree;

/// <summary>Reads hashes that the store keeps: leaf hashes, and roots of complete subtrees.</summary>
/// <param name="level">0 for leaf hashes; 8, 16, 24 ... for roots of subtrees of 2^level leaves.</param>
/// <param name="first">The place of the first in its level, counted from 0.</param>
/// <param name="count">How many: 1 to 256.</param>
/// <returns>That many hashes in order of place, 32 bytes each.</returns>
public delegate IReadOnlyList<ReadOnlyMemory<byte>> SubtreeSource(int level, long first, int count);
