using Taushet.Storage.Signing;

namespace Taushet.Storage.Log;

/// <summary>How a log is written, whichever store holds it.</summary>
public sealed record LogSettings
{
    /// <summary>The identity of a gateway that is alone.</summary>
    public const string DefaultGateway = "gateway";

    /// <summary>The longest lease there is; one that seems longer was written by a clock that has been set back since.</summary>
    public static readonly TimeSpan LongestLease = TimeSpan.FromMinutes(1);

    /// <summary>The gateway's identity: each writes its own log. The log's id is made at first start and stored.</summary>
    public string Gateway { get; init; } = DefaultGateway;

    /// <summary>Signs the checkpoints.</summary>
    public required CheckpointSigner Signer { get; init; }

    /// <summary>The file outside the database to which each checkpoint is appended.</summary>
    public required string CheckpointFile { get; init; }

    /// <summary>Tells when a checkpoint was signed.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>
    /// How long the log stays this process's after its last commit. Another process of the same gateway waits that long after
    /// a crash; the epoch keeps the log whole even when both believe they hold it. At least 1 s.
    /// </summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How many entries may wait; more are answered <c>Full</c>.</summary>
    public int QueueCapacity { get; init; } = 4096;

    /// <summary>How many disclosures may wait beyond that: room of their own, which no other traffic fills.</summary>
    public int DisclosureRoom { get; init; } = 1024;

    /// <summary>How many entries share one transaction at most.</summary>
    public int BatchSize { get; init; } = 512;

    /// <summary>How often a store that cannot commit is tried while nothing waits.</summary>
    public TimeSpan ProbeInterval { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>For tests, benchmarks and campaigns: called when a batch is about to be stored. May wait or throw.</summary>
    internal Action? BeforeStore { get; init; }

    /// <summary>For tests and campaigns: called when a batch has been committed. May throw, as a connection that breaks would.</summary>
    internal Action? AfterStore { get; init; }
}
