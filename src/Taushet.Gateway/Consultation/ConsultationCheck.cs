using Taushet.Core.Requests.Identifiers;
using Taushet.Gateway.Errors;
using Taushet.Gateway.Holder;
using Taushet.Gateway.Label;
using Taushet.Gateway.Law;
using Taushet.Gateway.Receive;
using Wire = Taushet.V1;

namespace Taushet.Gateway.Consultation;

/// <summary>Finds every violation of a case to be discussed but those of the holder.</summary>
internal static class ConsultationCheck
{
    private const int NarrativeLength = 4000;
    private const int OldestAge = 150;

    /// <summary>Checks the call.</summary>
    public static void Check(Wire.PrepareConsultationRequest asked, FieldFaults faults)
    {
        Receiver(asked.Receiver, faults);
        StandingDecisionCheck.Employee(asked.ActingPerson, "acting_person", faults);
        TextCheck.Check(asked.CaseReference, "case_reference", faults);
        TextCheck.Check(asked.Narrative, "narrative", faults, NarrativeLength);
        Child(asked, faults);
        Confirmation(asked.Confirmation, faults);
        Texts(asked.Information, faults);
        if (asked.Seen.Count > 0)
        {
            DutyQuestion.Check(ConsultationQuestion.SeenIn(asked), faults);
        }
    }

    private static void Receiver(Wire.Party? receiver, FieldFaults faults)
    {
        var team = receiver?.Service == Wire.Service.InterdisciplinaryTeam;
        if (!team)
        {
            PartyCheck.CheckService(receiver, "receiver", faults);
        }
        else if (receiver!.OrganisationNumber.Length > 0 || receiver.UnitNumber.Length > 0)
        {
            faults.Add("receiver.organisation_number", "must be empty for a receiver that is no service");
        }
    }

    private static void Child(Wire.PrepareConsultationRequest asked, FieldFaults faults)
    {
        if (asked is { HasChildAge: true, ChildAge: > OldestAge })
        {
            faults.Add("child_age", "must be an age in years");
        }

        if (asked is { HasChildAge: true, Unborn: true })
        {
            faults.Add("unborn", "has no age");
        }

        if (asked.MunicipalityNumber.Length > 0 && !ChildCountsFile.IsMunicipality(asked.MunicipalityNumber))
        {
            faults.Add("municipality_number", "must be four digits");
        }
    }

    private static void Confirmation(Wire.AnonymityConfirmation? confirmation, FieldFaults faults)
    {
        if (confirmation is null)
        {
            return;
        }

        if (!confirmation.TextsDoNotIdentify)
        {
            faults.Add("confirmation.texts_do_not_identify", "must be true; leave the confirmation out as long as it is not");
        }

        if (string.IsNullOrWhiteSpace(confirmation.JudgedBy))
        {
            faults.Add("confirmation.judged_by", "is required: a human judges texts");
        }

        TextCheck.Check(confirmation.JudgedBy, "confirmation.judged_by", faults);
    }

    // What is stripped may hold a number: that is what stripping is for. A text that could be told may not.
    private static void Texts(Wire.ChildInformation? content, FieldFaults faults) => ContentWalk.Each(content, (leaf, path, _, entry) =>
    {
        if (AnonymousForm.IsTellableText(leaf)
            && leaf.Field.Accessor.GetValue(entry) is string text
            && NationalNumber.OccursIn(text))
        {
            faults.Add($"information.{path}", "must not hold a national identity number");
        }
    });
}
