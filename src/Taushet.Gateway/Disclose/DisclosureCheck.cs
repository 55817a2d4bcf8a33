using Taushet.Core.Requests.Identifiers;
using Taushet.Core.Vocabulary;
using Taushet.Gateway.Errors;
using Taushet.Gateway.Options;
using Taushet.Gateway.Receive;
using Taushet.Gateway.Release;
using Wire = Taushet.V1;

namespace Taushet.Gateway.Disclose;

/// <summary>Finds every field violation of a disclosure at once. Looks at nothing but the disclosure itself.</summary>
/// <remarks>
/// INVARIANT: a duty never waits for a number, a name or a purpose: only what the gateway cannot do without is asked for.
/// </remarks>
internal static class DisclosureCheck
{
    private const int LongText = 64_000;
    private const int NameLength = 200;

    /// <summary>Checks one disclosure.</summary>
    public static void Check(Wire.Disclosure? disclosure, PersonNumbers numbers, FieldFaults faults)
    {
        if (disclosure is null)
        {
            faults.Add("disclosure", "is required");
            return;
        }

        if (disclosure.DisclosureId.Length != WireIds.Length)
        {
            faults.Add("disclosure.disclosure_id", "must be 16 bytes");
        }

        PartyCheck.CheckService(disclosure.Sender?.Party, "disclosure.sender.party", faults);
        Ground(disclosure, faults);
        if (disclosure.Ground?.GroundCase != Wire.DisclosureGround.GroundOneofCase.Feedback)
        {
            PartyCheck.CheckService(disclosure.Receiver, "disclosure.receiver", faults);
        }

        Child(disclosure, numbers, faults);
        Texts(disclosure, faults);
        Content(disclosure.Content, faults);
    }

    private static void Ground(Wire.Disclosure disclosure, FieldFaults faults)
    {
        const string Field = "disclosure.ground";
        if (disclosure.Ground is null || disclosure.Ground.GroundCase == Wire.DisclosureGround.GroundOneofCase.None)
        {
            faults.Add(Field, "is required");
            return;
        }

        var kindIsStated = disclosure.Ground.GroundCase is not (
            Wire.DisclosureGround.GroundOneofCase.BarnevernSharing or Wire.DisclosureGround.GroundOneofCase.Transition)
            || DisclosureGrounds.BasisOf(disclosure.Ground) != Wire.Basis.Unspecified;
        if (!kindIsStated)
        {
            faults.Add($"{Field}.kind", "is required and must be a member of the vocabulary");
        }

        if (disclosure.Ground.Feedback is { } feedback && feedback.ReportDeliveryId.Length != WireIds.Length)
        {
            faults.Add($"{Field}.feedback.report_delivery_id", "must be 16 bytes");
        }

        if (DisclosureGrounds.EvidenceOf(disclosure.Ground) is { } evidence)
        {
            EvidenceCheck.Check(evidence, Field, faults);
        }

        if (disclosure.Decision is { } decision)
        {
            EvidenceCheck.Check(new Wire.Evidence { HolderDecision = decision }, "disclosure.decision", faults);
        }
    }

    private static void Child(Wire.Disclosure disclosure, PersonNumbers numbers, FieldFaults faults)
    {
        var duty = DisclosureGrounds.IsDuty(disclosure.Ground);
        switch (disclosure.Child?.SubjectCase ?? Wire.ChildRef.SubjectOneofCase.None)
        {
            case Wire.ChildRef.SubjectOneofCase.None:
                if (!duty)
                {
                    faults.Add("disclosure.child", "is required");
                }

                break;
            case Wire.ChildRef.SubjectOneofCase.NationalNumber:
                Number(disclosure.Child!.NationalNumber, "disclosure.child.national_number", duty, numbers, faults);
                break;
            case Wire.ChildRef.SubjectOneofCase.Unborn when disclosure.Child!.Unborn.PregnantWomanNumber.Length > 0:
                Number(disclosure.Child.Unborn.PregnantWomanNumber, "disclosure.child.unborn.pregnant_woman_number", duty, numbers, faults);
                break;
            case Wire.ChildRef.SubjectOneofCase.Unborn:
                break;
            case Wire.ChildRef.SubjectOneofCase.Unidentified:
                TextCheck.Check(disclosure.Child!.Unidentified.Reference, "disclosure.child.unidentified.reference", faults);
                break;
        }
    }

    // A number of the other series is never stored, whatever the ground: real people do not belong in a test, nor made-up ones in earnest.
    private static void Number(string number, string field, bool duty, PersonNumbers numbers, FieldFaults faults)
    {
        if (!duty || NationalNumber.IsValid(number, out _))
        {
            ChildCheck.Number(number, field, numbers, faults);
        }
        else if (number.Length > TextCheck.ReferenceLength)
        {
            faults.Add(field, "may have at most 64 characters");
        }
    }

    private static void Texts(Wire.Disclosure disclosure, FieldFaults faults)
    {
        TextCheck.Check(disclosure.CaseReference, "disclosure.case_reference", faults);
        if (disclosure.Sender?.Employee is { } employee)
        {
            Person(employee, "disclosure.sender.employee", faults);
        }

        Length(disclosure.Sender?.FullName, NameLength, "disclosure.sender.full_name", faults);
        Length(disclosure.Sender?.Phone, 32, "disclosure.sender.phone", faults);
        Length(disclosure.Sender?.Email, NameLength, "disclosure.sender.email", faults);
        Many(disclosure.CopiesTo.Count, 8, "disclosure.copies_to", faults);
        Many(disclosure.GuardiansInformed.Count, 8, "disclosure.guardians_informed", faults);
        for (var place = 0; place < disclosure.CopiesTo.Count; place++)
        {
            Person(disclosure.CopiesTo[place], $"disclosure.copies_to[{place}]", faults);
        }
    }

    private static void Content(Wire.DisclosureContent? content, FieldFaults faults)
    {
        const string Field = "disclosure.content";
        if (content is null)
        {
            return;
        }

        Length(content.Narrative?.Concern, LongText, $"{Field}.narrative.concern", faults);
        Length(content.Narrative?.History, LongText, $"{Field}.narrative.history", faults);
        Length(content.Narrative?.OtherViews, LongText, $"{Field}.narrative.other_views", faults);
        Many(content.Observations.Count, 200, $"{Field}.observations", faults);
        Many(content.Attachments.Count, 100, $"{Field}.attachments", faults);
        for (var place = 0; place < content.Observations.Count; place++)
        {
            if (ObservationParts.CellOf(content.Observations[place].Category) is null)
            {
                faults.Add($"{Field}.observations[{place}].category", "is required and must be a member of the vocabulary");
            }
        }

        for (var place = 0; place < content.Attachments.Count; place++)
        {
            if (!Members<Cell>.Has((int)content.Attachments[place].Cell))
            {
                faults.Add($"{Field}.attachments[{place}].cell", "is required and must be a member of the vocabulary");
            }
        }
    }

    private static void Person(Wire.ActingPerson person, string field, FieldFaults faults)
    {
        TextCheck.Check(person.Reference, $"{field}.reference", faults);
        TextCheck.Check(person.Role, $"{field}.role", faults);
    }

    private static void Length(string? text, int atMost, string field, FieldFaults faults)
    {
        if (text?.Length > atMost)
        {
            faults.Add(field, $"may have at most {atMost} characters");
        }
    }

    private static void Many(int count, int atMost, string field, FieldFaults faults)
    {
        if (count > atMost)
        {
            faults.Add(field, $"may be at most {atMost}");
        }
    }
}
