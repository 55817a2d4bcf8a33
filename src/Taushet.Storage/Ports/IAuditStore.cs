using Taushet.Core.Trail;

namespace Taushet.Storage.Ports;

/// <summary>The trail's write path.</summary>
public interface IAuditStore
{
    /// <summary>
    /// Stores an entry durably. Entries that wait share one transaction (group commit). The same transaction re-reads the
    /// versions the decision relied on and fails this entry alone when one changed.
    /// </summary>
    /// <param name="draft">The entry.</param>
    /// <param name="subject">Whose key seals it; a subject without a key gets one.</param>
    /// <param name="holder">The holder organisation, whose counter is re-read.</param>
    /// <param name="versions">What the decision relied on.</param>
    /// <param name="cancellation">Cancels the waiting, never the entry: an entry that is queued may still be stored.</param>
    /// <returns>What became of it. Never throws for a failing store.</returns>
    Task<AppendResult> AppendAsync(
        EntryDraft draft,
        SubjectKey subject,
        string holder,
        FactVersions versions,
        CancellationToken cancellation);

    /// <summary>
    /// Stores an entry durably together with the change of a register that it tells of, in one transaction: nothing changes
    /// without its entry, and no entry tells of a change that is not there.
    /// </summary>
    /// <param name="draft">The entry.</param>
    /// <param name="subject">Whose register changes, and whose key seals the entry.</param>
    /// <param name="versions">What the change was judged by. For events on wishes it must have been read.</param>
    /// <param name="change">The change.</param>
    /// <param name="cancellation">Cancels the waiting, never the change: what is queued may still be stored.</param>
    /// <returns>
    /// As for an entry alone; <see cref="AppendResult.FactsChanged"/> also when another event on the same wish came first.
    /// </returns>
    /// <exception cref="ArgumentException">The change is no change, or the versions were not read.</exception>
    /// <remarks>INVARIANT: no entry shares a transaction with an earlier change of its subject.</remarks>
    Task<AppendResult> RecordAsync(
        EntryDraft draft,
        SubjectKey subject,
        FactVersions versions,
        RegisterChange change,
        CancellationToken cancellation);

    /// <summary>Whether this process can write its log now.</summary>
    LogCondition Condition { get; }

    /// <summary>Stops taking entries and waits until every queued one has its answer.</summary>
    Task DrainAsync();
}

/// <summary>What became of an append.</summary>
public abstract record AppendResult
{
    private AppendResult()
    {
    }

    /// <summary>Calls the arm for what happened.</summary>
    public T Match<T>(Func<AuditReceipt, T> stored, Func<T> factsChanged, Func<T> full, Func<T> unavailable) => this switch
    {
        Stored done => stored(done.Receipt),
        FactsChanged => factsChanged(),
        Full => full(),
        _ => unavailable(),
    };

    /// <summary>Durably stored.</summary>
    public sealed record Stored(AuditReceipt Receipt) : AppendResult;

    /// <summary>A fact the decision relied on changed: nothing stored, decide again.</summary>
    public sealed record FactsChanged : AppendResult;

    /// <summary>The queue is full: nothing stored.</summary>
    public sealed record Full : AppendResult;

    /// <summary>Not known to be stored: nothing may be released.</summary>
    public sealed record Unavailable : AppendResult;
}
