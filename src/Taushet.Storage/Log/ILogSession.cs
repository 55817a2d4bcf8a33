using Taushet.Core.Trail.Tree;
using Taushet.Storage.Ports;

namespace Taushet.Storage.Log;

/// <summary>
/// A connection that writes one log. After any exception it is thrown away, so that nothing in memory outlives what the
/// database says.
/// </summary>
internal interface ILogSession : IDisposable
{
    /// <summary>The head as it was read when the session was opened.</summary>
    LogHead Head { get; }

    /// <summary>Reads stored hashes: at level 0 those of entries, at 8, 16, 24 ... those of complete subtrees.</summary>
    SubtreeSource Subtrees { get; }

    /// <summary>Takes the log for a while, by compare-and-swap on the epoch that was read.</summary>
    /// <returns>The new epoch, or null when another owner's lease has not lapsed or another was faster.</returns>
    long? Claim(Guid owner, TimeSpan lease);

    /// <summary>Keeps complete subtrees of a log that was written before they were kept. One transaction.</summary>
    void Complete(IReadOnlyCollection<StoredSubtree> subtrees);

    /// <summary>
    /// Stores a batch in one transaction that ends with the compare-and-swap of the head, and renews the lease.
    /// </summary>
    /// <returns>Nothing when it is committed. Otherwise the entries that no longer hold: then nothing is stored.</returns>
    /// <exception cref="LogSupersededException">Another writer has taken the log over.</exception>
    /// <exception cref="Exception">The batch is not known to be stored.</exception>
    IReadOnlyList<StaleEntry> Append(LogBatch batch);

    /// <summary>Makes a durable change that is no entry, and renews the lease.</summary>
    /// <exception cref="LogSupersededException">Another writer has taken the log over.</exception>
    void Beat(long epoch, long size, TimeSpan lease);

    /// <summary>Ends the lease, so that the next process need not wait for it.</summary>
    void Release(long epoch);
}

/// <summary>A log's head as it is stored.</summary>
/// <param name="Log">The log's id.</param>
/// <param name="Epoch">Raised by each process that takes the log over.</param>
/// <param name="Size">How many entries it has.</param>
/// <param name="Checkpoint">The newest checkpoint that the database holds, or null.</param>
internal sealed record LogHead(Guid Log, long Epoch, long Size, StoredCheckpoint? Checkpoint);

/// <summary>An entry of a batch that no longer holds.</summary>
/// <param name="Position">Its position in the batch.</param>
/// <param name="FactsChanged">Whether something its decision relied on has changed.</param>
/// <param name="StoredKey">
/// The subject's key, wrapped, when it is another than the entry was sealed with; null when that has been destroyed, or facts changed.
/// </param>
internal readonly record struct StaleEntry(int Position, bool FactsChanged, byte[]? StoredKey);

/// <summary>Another writer has taken the log over: this one may not write until it has claimed the log again.</summary>
internal sealed class LogSupersededException() : Exception("Another writer has taken the log over.");
