using Taushet.Core.Trail;
using Taushet.Core.Vocabulary;
using Taushet.Gateway.Audit;
using Taushet.Gateway.Identify;
using Taushet.Gateway.Law;
using Taushet.Gateway.Receive;
using Taushet.Storage.Ports;

namespace Taushet.Gateway.Holder;

/// <summary>Stores the entries of what holders' employees do.</summary>
internal sealed class HolderEntries(Storing audit, RunningLaw law)
{
    /// <summary>Stores the entry of an act. Nothing is released by it.</summary>
    /// <param name="call">The call.</param>
    /// <param name="act">What was done.</param>
    /// <param name="versions">What it relied on.</param>
    /// <param name="change">What changes in the same transaction, or null.</param>
    /// <returns>The receipt with what it commits to; null when something changed that the act relied on.</returns>
    /// <exception cref="Grpc.Core.RpcException">The entry is not known to be durable: the act must not take effect.</exception>
    public async Task<StoredAct?> StoreAsync(Call call, HolderAct act, FactVersions versions, RegisterChange? change = null)
    {
        var pending = new Pending([], information: null, CellSet.Empty, new HolderPart(act.Text, SourceCalled: false, "none", Dropped: 0));
        var draft = new EntryDraft
        {
            Public = new PublicPart
            {
                TimeMicros = (call.Instant - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond,
                Kind = act.Kind,
                Flow = Flow.Push,
                RequestId = call.RequestId,
                Receiver = act.Receiver,
                Holder = act.Holder,
                Purpose = act.Purpose,
                Bases = default,
                PolicyHash = law.Policies.Hash,
                LawDate = call.LawDate,
                Given = CellSet.Empty,
                Caller = call.Caller.Text + Person(call, act),
            },
            Holder = pending.Holder,
            Sealed = new SealedPart(EntryWriting.ActingPerson(call.Caller, act.Employee), CaseReference: string.Empty, Snapshot: string.Empty),
            ReleaseCommitment = pending.Commitment,
        };
        var receipt = await audit.StoreAsync(call, draft, act.Subject, versions, duty: false, change);
        return receipt is null ? null : new StoredAct(receipt, pending);
    }

    // What the gateway does of itself is no person's act.
    private static string Person(Call call, HolderAct act) =>
        call.Caller.Organisation.Length == 0 ? string.Empty : Accountable.Text(call.Caller, act.Employee);
}

/// <summary>An act whose entry is durable.</summary>
/// <param name="Receipt">The entry's receipt.</param>
/// <param name="Pending">What it commits to: nothing released.</param>
internal sealed record StoredAct(AuditReceipt Receipt, Pending Pending);
