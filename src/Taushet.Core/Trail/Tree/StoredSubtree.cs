namespace Taushet.Core.Trail.Tree;

/// <summary>The root of a complete subtree that the store keeps, so that no proof reads the whole log.</summary>
/// <param name="Level">8, 16, 24 ...: the subtree has 2^level leaves.</param>
/// <param name="Place">Which of its level, counted from 0: its first leaf is <c>Place * 2^Level</c>.</param>
/// <param name="Hash">Its root, 32 bytes.</param>
public sealed record StoredSubtree(int Level, long Place, ReadOnlyMemory<byte> Hash)
{
    /// <summary>How many levels lie from one that is kept to the next.</summary>
    public const int LevelStep = 8;

    /// <summary>How many subtrees of a kept level make one of the next.</summary>
    public const int Fanout = 1 << LevelStep;
}
