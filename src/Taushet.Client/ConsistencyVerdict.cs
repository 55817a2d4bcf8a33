namespace Taushet.Client;

/// <summary>Whether a log only grew between two checkpoints.</summary>
public enum ConsistencyVerdict
{
    /// <summary>The later tree begins with the earlier one.</summary>
    Consistent,

    /// <summary>The checkpoints are of two logs, and say nothing of each other.</summary>
    OtherLog,

    /// <summary>The checkpoint given as the earlier one covers more entries than the other.</summary>
    EarlierIsLarger,

    /// <summary>The log has signed two different trees of one size. Both notes together prove it.</summary>
    Forked,

    /// <summary>The proof does not show it.</summary>
    NotShown,
}
