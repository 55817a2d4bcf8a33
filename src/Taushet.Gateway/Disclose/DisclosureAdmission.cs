using Google.Protobuf;
using Taushet.Core.Vocabulary;
using Taushet.Gateway.Audit;
using Taushet.Gateway.Errors;
using Taushet.Gateway.Identify;
using Taushet.Gateway.Label;
using Taushet.Gateway.Options;
using Taushet.Gateway.Receive;
using Wire = Taushet.V1;

namespace Taushet.Gateway.Disclose;

/// <summary>Lets a disclosure in.</summary>
/// <remarks>
/// INVARIANT: no setting, role, registration or integration of an organisation keeps its employee's duty out: of the sender it is asked only
/// that the token is of its organisation.
/// </remarks>
internal sealed class DisclosureAdmission(
    Admission admission,
    AnsweredReports reports,
    Standing standing,
    Attempts attempts,
    DeniedEntry denied,
    PersonNumbers numbers)
{
    private static readonly MessageParser<Wire.Disclosure> Known = Wire.Disclosure.Parser.WithDiscardUnknownFields(true);

    /// <summary>Admits a disclosure or refuses it.</summary>
    /// <exception cref="Grpc.Core.RpcException">
    /// INVALID_ARGUMENT, PERMISSION_DENIED, FAILED_PRECONDITION, NOT_FOUND of a report; UNAVAILABLE, never for a register under a duty.
    /// </exception>
    public async ValueTask<Submission> AdmitAsync(Call call, string rpc, Wire.Disclosure? sent, FieldFaults faults)
    {
        DisclosureCheck.Check(sent, numbers, faults);
        admission.RefuseMalformed(call, rpc, faults);
        var disclosure = Known.ParseFrom(sent!.ToByteString());
        var duty = DisclosureGrounds.IsDuty(disclosure.Ground);
        call.DutyPush = duty;
        await RefuseOtherAsync(call, rpc, disclosure);
        var report = disclosure.Ground.Feedback is { } feedback
            ? await reports.FindAsync(call, feedback.ReportDeliveryId, disclosure.Sender.Party)
            : null;
        var inquiry = DisclosureInquiry.Of(disclosure, report);
        var cells = CellsOf(disclosure);
        var accepted = duty
            ? await OfDutyAsync(call, inquiry, cells)
            : await admission.AdmitAsync(call, rpc, inquiry, Flow.Push, cells, faults);
        await RequireReceiverAsync(call, inquiry.Receiver);
        return new Submission(
            disclosure,
            disclosure.CalculateSize() != sent!.CalculateSize(),
            report is null ? accepted : accepted with { Subject = report.Stored.Subject },
            report);
    }

    /// <summary>The cells of everything that was brought, and of the child's and the guardians' identity.</summary>
    public static CellSet CellsOf(Wire.Disclosure disclosure)
    {
        var cells = ContentWalk.CellsOf(disclosure.Content?.Record) | ContentParts.CellsOf(disclosure.Content);
        var isFeedback = disclosure.Ground.GroundCase == Wire.DisclosureGround.GroundOneofCase.Feedback;
        cells |= isFeedback || disclosure.Child is null ? CellSet.Empty : CellSet.Of(Cell.Identity, Cell.IdentityNationalNumber);
        cells |= disclosure.GuardiansInformed.Count > 0 ? CellSet.Of(Cell.ThirdPersonGuardians) : CellSet.Empty;
        return disclosure.ChildInformed is null ? cells : cells | CellSet.Of(Cell.Incident);
    }

    private async Task RefuseOtherAsync(Call call, string rpc, Wire.Disclosure disclosure)
    {
        if (disclosure.Sender.Party.OrganisationNumber == call.Caller.Organisation)
        {
            return;
        }

        attempts.Note(AttemptKind.NotAllowed, rpc);
        var inquiry = DisclosureInquiry.Of(disclosure, report: null);
        inquiry.Receiver ??= disclosure.Sender.Party;
        await denied.StoreAsync(call, Admission.Accept(call, inquiry, Flow.Push, CellSet.Empty, receiver: null, holder: null));
        throw Refusals.NotAllowed(call.RequestId);
    }

    // What a register cannot tell now is unknown to the decider, which then holds nothing against a duty.
    private async ValueTask<Accepted> OfDutyAsync(Call call, Wire.Inquiry inquiry, CellSet cells)
    {
        var sender = await standing.FindAsync(inquiry.Holder, call.LawDate, call.Cancellation);
        var receiver = await standing.FindAsync(inquiry.Receiver, call.LawDate, call.Cancellation);
        return Admission.Accept(call, inquiry, Flow.Push, cells, receiver.Participant, sender.Participant);
    }

    private async Task RequireReceiverAsync(Call call, Wire.Party receiver)
    {
        var lookup = await standing.FindAsync(receiver, call.LawDate, call.Cancellation);
        if (lookup is { Available: true, Participant: null })
        {
            throw Refusals.NoSuchReceiver(call.RequestId, call.DutyPush);
        }
    }
}
