using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Taushet.Core.Decisions;
using Taushet.Core.Duties;
using Taushet.Core.Trail;
using Taushet.Core.Vocabulary;
using Taushet.Gateway.Audit;
using Taushet.Gateway.Receive;
using Taushet.Gateway.Release;
using Taushet.Storage.Ports;
using Wire = Taushet.V1;

namespace Taushet.Gateway.Disclose;

/// <summary>Makes of a decision what is stored, what is delivered and what the sender is answered.</summary>
internal sealed class SubmissionPreparing(CellGrouping grouping, IOwedByHand byHand)
{
    /// <summary>Prepares one submission.</summary>
    public PreparedSubmission Prepare(Call call, Submission submission, Decision decision)
    {
        var (delivered, fields, present) = DeliveryBuilding.Build(call, submission, decision);
        var given = delivered is null ? CellSet.Empty : present;
        var asked = decision.Asked;
        var groups = grouping.Group(asked, cell => new Saying(decision, Refusal: false, AssessFlow.Why(decision, cell)));
        var pending = new Pending(
            groups, delivered, given, new HolderPart(DecisionText.Write(decision), SourceCalled: false, "none", Dropped: 0));
        var response = new Wire.SubmitDisclosureResponse
        {
            DisclosureId = submission.Disclosure.DisclosureId,
            DeliveryId = WireIds.Of(Guid.CreateVersion7()),
            DecidedAt = Timestamp.FromDateTimeOffset(call.Instant),
            CaseReference = submission.Disclosure.CaseReference,
            State = delivered is null ? Wire.DisclosureState.Nothing : Wire.DisclosureState.Open,
            Groups = { groups },
            Fields = { fields },
            ByHand = { CellsOf(decision.ByHand) },
            CopiedTo = { submission.Disclosure.CopiesTo },
        };
        return new PreparedSubmission(pending, response, Change(call, submission, decision, pending, response));
    }

    /// <summary>Cells on the wire, ascending.</summary>
    public static IEnumerable<Wire.Cell> CellsOf(CellSet cells) => cells.ToList().Select(cell => (Wire.Cell)(int)cell);

    private RegisterChange.OfDisclosure Change(
        Call call, Submission submission, Decision decision, Pending pending, Wire.SubmitDisclosureResponse response)
    {
        var delivery = WireIds.Read(response.DeliveryId);
        var sender = PartyForms.AddressOf(submission.Accepted.Inquiry.Holder);
        var receiver = PartyForms.AddressOf(submission.Accepted.Inquiry.Receiver);
        var row = new DisclosureRow
        {
            Id = WireIds.Read(submission.Disclosure.DisclosureId),
            Delivery = delivery,
            Sender = sender,
            Receiver = receiver,
            Ground = (int)submission.Disclosure.Ground.GroundCase,
            SubmittedAt = call.Instant,
            State = pending.Released is null ? DisclosureState.Nothing : DisclosureState.Open,
            InReplyTo = submission.Report?.Stored.Row.Delivery,
            Content = pending.Released?.ToByteArray(),
            Outcome = SubmissionOutcome.Write(submission.Disclosure, response, pending),
        };
        var owed = new OwedByHand(delivery, sender, receiver, decision.ByHand, submission.Disclosure.CaseReference, submission.Disclosure.Child);
        return new RegisterChange.OfDisclosure(row)
        {
            With = [.. decision.ByHand.IsEmpty ? [] : byHand.ChangesFor(call, owed), .. FollowUpTold(call, submission, pending)],
        };
    }

    // The reporter learns by this very delivery whether the child is followed up: no deadline for it is open any more.
    private static IEnumerable<RegisterChange> FollowUpTold(Call call, Submission submission, Pending pending) =>
        submission.Report?.Stored.Row is { } report && pending.Released is not null && pending.Given.Contains(Cell.DecisionsFollowedUp)
            ? [new RegisterChange.OfReportStep(new ReportStepRow(
                report.Delivery, report.Receiver.Organisation, ReportStep.FollowUpTold, call.LawDate, FollowedUp: null))]
            : [];
}

/// <summary>A submission that waits for its entry.</summary>
/// <param name="Pending">What the entry tells of and commits to.</param>
/// <param name="Response">The answer, without its receipt.</param>
/// <param name="Change">What is stored with the entry.</param>
internal sealed record PreparedSubmission(Pending Pending, Wire.SubmitDisclosureResponse Response, RegisterChange.OfDisclosure Change);
