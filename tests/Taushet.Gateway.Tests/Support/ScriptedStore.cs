using Taushet.Core.Requests;
using Taushet.Core.Trail;
using Taushet.Storage.Ports;

namespace Taushet.Gateway.Tests.Support;

/// <summary>A store that fails on cue and else does what the real one does.</summary>
internal sealed class ScriptedStore(IFactStore facts, IAuditStore audit) : IFactStore, IAuditStore
{
    public bool FactsDown { get; set; }

    /// <summary>Facts to give instead of the store's; the versions stay the store's.</summary>
    public Facts? Instead { get; set; }

    public bool AuditDown { get; set; }

    public bool Full { get; set; }

    public int FactsChange { get; set; }

    public int Reads { get; private set; }

    public TaskCompletionSource? Gate { get; set; }

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

        return AuditDown ? new AppendResult.Unavailable()
            : Full ? new AppendResult.Full()
            : await audit.AppendAsync(draft, subject, holder, versions, cancellation);
    }

    public async Task DrainAsync()
    {
        await audit.DrainAsync();
        Drained = true;
    }
}
