using Taushet.Core.Requests;
using Taushet.Core.Trail;
using Taushet.Gateway.Receive;

namespace Taushet.Gateway.Audit;

/// <summary>Writes the entry of one call. Refusals are entries too.</summary>
internal static class EntryWriting
{
    /// <summary>Writes an entry.</summary>
    public static EntryDraft Write(Call call, Accepted accepted, EntryKind kind, string policyHash, Facts facts, Pending pending) => Write(
        call, accepted.Request, accepted.Inquiry.ActingPerson, accepted.Inquiry.CaseReference, kind, policyHash, facts, pending);

    /// <summary>Writes an entry of what is no inquiry.</summary>
    public static EntryDraft Write(
        Call call,
        Request request,
        V1.ActingPerson? person,
        string caseReference,
        EntryKind kind,
        string policyHash,
        Facts facts,
        Pending pending) => new()
        {
            Public = new PublicPart
            {
                TimeMicros = (call.Instant - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond,
                Kind = kind,
                Flow = request.Flow,
                RequestId = call.RequestId,
                Receiver = request.Receiver,
                Holder = request.Holder,
                Purpose = request.Purpose,
                Bases = request.Asserted,
                PolicyHash = policyHash,
                LawDate = call.LawDate,
                Given = pending.Given,
                Caller = call.Caller.Text,
            },
            Holder = pending.Holder,
            Sealed = new SealedPart(ActingPerson(person), caseReference, SnapshotText.Write(request, facts)),
            ReleaseCommitment = pending.Commitment,
        };

    private static string ActingPerson(V1.ActingPerson? person) =>
        person is null ? string.Empty : $"{person.Reference}\n{person.Role}";
}
