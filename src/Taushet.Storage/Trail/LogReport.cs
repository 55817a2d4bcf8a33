using System.Collections.Immutable;
using Taushet.Storage.Ports;

namespace Taushet.Storage.Trail;

/// <summary>What was found in one log.</summary>
/// <param name="Log">The log.</param>
/// <param name="Entries">How many entries were read.</param>
/// <param name="Checkpoints">How many checkpoints were read.</param>
/// <param name="Defects">The first things that are wrong, by where they are in the log; empty when the log holds.</param>
public sealed record LogReport(LogSummary Log, long Entries, long Checkpoints, ImmutableArray<LogDefect> Defects)
{
    /// <summary>How many defects are kept of more.</summary>
    public const int Kept = 1000;

    /// <summary>How many things are wrong.</summary>
    public long DefectCount { get; init; } = Defects.Length;

    /// <summary>How many checkpoints say nothing because of a defect before them.</summary>
    public long Unproven { get; init; }

    /// <summary>The largest size of a checkpoint from outside the database that agrees; null when there was none.</summary>
    public long? ComparedTo { get; init; }

    /// <summary>How many receipts agree.</summary>
    public long Receipts { get; init; }
}
