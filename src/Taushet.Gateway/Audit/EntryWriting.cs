using Taushet.Core.Requests;
using Taushet.Core.Trail;
using Taushet.Gateway.Identify;
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
                Caller = call.Caller.Text + Accountable.Text(call.Caller, person),
            },
            Holder = pending.Holder,
            Sealed = new SealedPart(ActingPerson(call.Caller, person), caseReference, SnapshotText.Write(request, facts)),
            ReleaseCommitment = pending.Commitment,
        };

    // Whom the caller names, and then whom an issuer has proven: one may stand without the other.
    /// <summary>Who answers for a call.</summary>
    public static string ActingPerson(Caller caller, V1.ActingPerson? named)
    {
        var asserted = named is null ? string.Empty : $"{named.Reference}\n{named.Role}";
        return caller.Person is { } proven
            ? $"{(named is null ? "\n" : asserted)}\nproven {proven.Reference}{Decision(caller.Attest)}"
            : asserted;
    }

    private static string Decision(Attest? attest) =>
        attest is null ? string.Empty : $"\nattest {attest.Purpose} {(attest.UserSelected ? "chosen" : "automatic")} {attest.DecisionReference}";
}
