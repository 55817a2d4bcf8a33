namespace Taushet.Storage.Ports;

/// <summary>Whether this process can write its log, and if not, why.</summary>
public enum LogCondition
{
    /// <summary>The last commit, or a probe since, succeeded.</summary>
    Ready,

    /// <summary>The store cannot be written. It is tried again without a restart.</summary>
    Unreachable,

    /// <summary>Another process of the same gateway identity holds the log's lease. It is taken over once that lapses.</summary>
    HeldElsewhere,

    /// <summary>
    /// The database has lost entries that were answered, or has others in their place: the checkpoints outside it, or its own,
    /// say so. Nothing is written until an operator closes the log and begins a new one.
    /// </summary>
    RolledBack,

    /// <summary>The writer was drained: this process takes no more entries.</summary>
    Drained,
}
