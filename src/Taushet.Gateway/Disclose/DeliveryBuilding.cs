using Taushet.Core.Decisions;
using Taushet.Core.Vocabulary;
using Taushet.Gateway.Label;
using Taushet.Gateway.Receive;
using Taushet.Gateway.Release;
using Wire = Taushet.V1;

namespace Taushet.Gateway.Disclose;

/// <summary>Builds a delivery up from what is permitted.</summary>
/// <remarks>INVARIANT: a delivery is built up from permitted leaves. Nothing that was brought is copied whole.</remarks>
internal static class DeliveryBuilding
{
    private static readonly MemberSet<Trait> FreeText = MemberSet<Trait>.Of(Trait.FreeText);
    private static readonly MemberSet<Trait> Guardian = MemberSet<Trait>.Of(Trait.FreeText, Trait.ThirdPerson);

    /// <summary>Builds.</summary>
    /// <returns>What is delivered, or null when nothing may be; what became of each leaf; the cells of what is delivered.</returns>
    public static (Wire.DeliveredDisclosure? Delivered, List<Wire.FieldOutcome> Fields, CellSet Present) Build(
        Call call, Submission submission, Decision decision)
    {
        var disclosure = submission.Disclosure;
        var permission = new Permission(submission.Accepted.Request, decision);
        var walk = new PartWalk(permission, decision);
        var record = BuildUp.Of(disclosure.Content?.Record, permission);
        var delivered = Envelope(call, submission, decision);
        Child(disclosure, delivered, walk);
        var content = new Wire.DisclosureContent { Record = record.Information };
        if (disclosure.Content is { } sent)
        {
            ContentParts.Build(sent, content, walk);
        }

        Informed(disclosure, delivered, walk);
        delivered.Content = content.CalculateSize() > 0 ? content : null;
        var fields = ContentWalk.Outcomes(disclosure.Content?.Record, permission, decision);
        foreach (var field in fields)
        {
            field.Path = "content.record." + field.Path;
        }

        fields.AddRange(walk.Outcomes);
        if (submission.Unknown)
        {
            fields.Add(new Wire.FieldOutcome { Path = "(fields of a newer schema)", Outcome = Wire.Outcome.Withhold, Reason = Wire.ReasonCode.NotPermitted });
        }

        var present = record.Present | walk.Present;

        // What is owed by hand alone is announced at once: the receiver must know whom to hear from.
        return (present.IsEmpty && decision.ByHand.IsEmpty ? null : delivered, fields, present);
    }

    private static Wire.DeliveredDisclosure Envelope(Call call, Submission submission, Decision decision)
    {
        var disclosure = submission.Disclosure;
        var report = submission.Report;
        var sender = disclosure.Sender.Clone();
        sender.PersonLevel = call.Caller.Person is null ? Wire.EvidenceLevel.Asserted : Wire.EvidenceLevel.Proven;
        return new Wire.DeliveredDisclosure
        {
            Sender = sender,
            Receiver = submission.Accepted.Inquiry.Receiver,
            Ground = report is null
                ? disclosure.Ground
                : new Wire.DisclosureGround { Feedback = new Wire.Feedback { Evidence = disclosure.Ground.Feedback.Evidence } },
            CaseReference = report?.CaseReference ?? disclosure.CaseReference,
            WrittenAt = disclosure.WrittenAt,
            ByHand = { SubmissionPreparing.CellsOf(decision.ByHand) },
            InReplyTo = report is null ? Google.Protobuf.ByteString.Empty : WireIds.Of(report.Stored.Row.Id),
        };
    }

    // A feedback carries the reporter's case reference, and never the child.
    private static void Child(Wire.Disclosure disclosure, Wire.DeliveredDisclosure delivered, PartWalk walk)
    {
        if (disclosure.Child is not { } child || disclosure.Ground.GroundCase == Wire.DisclosureGround.GroundOneofCase.Feedback)
        {
            return;
        }

        var field = Wire.ChildRef.Descriptor.FindFieldByName(
            child.SubjectCase == Wire.ChildRef.SubjectOneofCase.NationalNumber ? "national_number" : "unidentified");
        var cell = child.SubjectCase == Wire.ChildRef.SubjectOneofCase.NationalNumber ? Cell.IdentityNationalNumber : Cell.Identity;
        if (walk.Permits(new Leaf(field, cell, default, string.Empty), "child", Written()))
        {
            delivered.Child = child;
        }
    }

    private static void Informed(Wire.Disclosure disclosure, Wire.DeliveredDisclosure delivered, PartWalk walk)
    {
        var told = Wire.Informed.Descriptor.FindFieldByName("informed");
        if (disclosure.ChildInformed is { } child
            && walk.Permits(new Leaf(told, Cell.Incident, FreeText, string.Empty), "child_informed", Written()))
        {
            delivered.ChildInformed = child;
        }

        for (var place = 0; place < disclosure.GuardiansInformed.Count; place++)
        {
            var leaf = new Leaf(told, Cell.ThirdPersonGuardians, Guardian, string.Empty);
            if (walk.Permits(leaf, $"guardians_informed[{place}]", Written()))
            {
                delivered.GuardiansInformed.Add(disclosure.GuardiansInformed[place]);
            }
        }
    }

    // What the sender writes for this disclosure is relevant to it.
    private static EntryMarks Written() => default(EntryMarks).With(Core.Vocabulary.Label.Relevant);
}
