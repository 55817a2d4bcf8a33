using Taushet.Core.Requests;
using Taushet.Core.Trail;
using Taushet.Storage.Ports;

namespace Taushet.Gateway.Tests.Support;

/// <summary>A store that fails on cue and else does what the real one does.</summary>
internal sealed class ScriptedStore(IFactStore facts, IAuditStore audit) : IFactStore, IAuditStore
{
    private int queued;

    public bool FactsDown { get; set; }

    /// <summary>Facts to give instead of the store's; the versions stay the store's.</summary>
    public Facts? Instead { get; set; }

    public bool AuditDown { get; set; }

    /// <summary>The one request whose entry cannot be stored.</summary>
    public Guid? DownFor { get; set; }

    public bool Full { get; set; }

    public int FactsChange { get; set; }

    public int Reads { get; private set; }

    /// <summary>Holds entries back before they are queued.</summary>
    public TaskCompletionSource? Gate { get; set; }

    /// <summary>Holds answers back of entries that are queued.</summary>
    public TaskCompletionSource? AnswerGate { get; set; }

    /// <summary>How many entries have been queued.</summary>
    public int Queued => queued;

    public bool Drained { get; private set; }

    public LogCondition Condition => AuditDown ? LogCondition.Unreachable : audit.Condition;

    public async ValueTask<Gathered?> ReadAsync(GatherQuery query, CancellationToken cancellation)
    {
        Reads++;
        var read = FactsDown ? null : await facts.ReadAsync(query, cancellation);
        return read is not null && Instead is not null ? read with { Facts = Instead } : read;
    }

    public async Task<AppendResult> AppendAsync(
        EntryDraft draft, SubjectKey subject, string holder, FactVersions versions, CancellationToken cancellation)
    {
        if (Gate is { } gate)
        {
            await gate.Task.WaitAsync(cancellation);
        }

        if (FactsChange > 0)
        {
            FactsChange--;
            return new AppendResult.FactsChanged();
        }

        if (AnswerGate is { } answers)
        {
            var stored = audit.AppendAsync(draft, subject, holder, versions, cancellation);
            Interlocked.Increment(ref queued);
            await answers.Task.WaitAsync(cancellation);
            return await stored;
        }

        return AuditDown || draft.Public.RequestId == DownFor ? new AppendResult.Unavailable()
            : Full ? new AppendResult.Full()
            : await audit.AppendAsync(draft, subject, holder, versions, cancellation);
    }

    public async Task<AppendResult> RecordAsync(
        EntryDraft draft, SubjectKey subject, FactVersions versions, RegisterChange change, CancellationToken cancellation)
    {
        if (FactsChange > 0)
        {
            FactsChange--;
            return new AppendResult.FactsChanged();
        }

        return AuditDown ? new AppendResult.Unavailable()
            : Full ? new AppendResult.Full()
            : await audit.RecordAsync(draft, subject, versions, change, cancellation);
    }

    public async Task DrainAsync()
    {
        await audit.DrainAsync();
        Drained = true;
    }
}
