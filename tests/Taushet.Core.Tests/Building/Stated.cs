using Taushet.Core.Policies;
using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Tests.Building;

/// <summary>A request and facts in which every fact is known, and every yes-or-no fact but the one looked for is no.</summary>
internal static class Stated
{
    /// <summary>Every kind of evidence, with everything in it left open.</summary>
    public static Evidence Emptily { get; } = new()
    {
        Order = new(EvidenceLevel.Asserted, default, HasReference: false, HasNecessity: false, default, default, default),
        Report = new(default, default, default, default, default),
        Avert = new(default, default, default, default, default),
        Danger = new(default, default, default),
        Pregnancy = new(default),
        Feedback = new(HasReference: false, default, default, default),
        AuthorityOrder = new(EvidenceLevel.Asserted, HasReference: false, default, default, default, default, default),
        Mandate = new(EvidenceLevel.Asserted, HasReference: false, default),
        InformationRight = new(default, default, default, default, default),
        Anonymity = new(default, default),
    };

    public static (Request Request, Facts Facts, int? Number) For(FactSlot slot)
    {
        bool Is(FactSlot other) => slot == other;
        var request = Asks.Push(Cell.Incident) with
        {
            Holder = Asks.School with { Form = ServiceForm.Private },
            Receiver = Asks.Barnevern with { Form = ServiceForm.State },
            Unborn = Is(FactSlot.Unborn),
            Evidence = new Evidence
            {
                Order = new(
                    EvidenceLevel.Registered, OrderCase.TravelBan, HasReference: true, HasNecessity: true, CellSet.All,
                    Is(FactSlot.OrderWritten), Is(FactSlot.OrderAvoidsSeriousSituation)),
                Report = new(
                    Trigger.OwnHarmfulActs, Certainty.MostLikely, Is(FactSlot.ReportAbuseSuspected),
                    Is(FactSlot.ReportInformingEndangers), Is(FactSlot.ReportAcute)),
                Avert = new(2840, Certainty.Certain, Is(FactSlot.AvertStillPossible), 11, Is(FactSlot.AvertAboutEqual)),
                Danger = new(
                    Is(FactSlot.DangerSeriousHarm), Is(FactSlot.DangerLifeOrHealth), Is(FactSlot.DangerStillPossible)),
                Pregnancy = new(Certainty.ReasonToBelieve),
                Feedback = new(
                    Is(FactSlot.FeedbackReference), Is(FactSlot.FeedbackProfessional),
                    Is(FactSlot.FeedbackInvestigationEnded), Is(FactSlot.FeedbackNeeded)),
                AuthorityOrder = new(
                    EvidenceLevel.Asserted, Is(FactSlot.AuthorityReference), Is(FactSlot.AuthorityStatesPurpose),
                    Is(FactSlot.AuthorityStatesBasis), Is(FactSlot.AuthorityStatesComplaint), Is(FactSlot.AuthorityWritten),
                    CellSet.All),
                Mandate = new(EvidenceLevel.Asserted, Is(FactSlot.MandateReference), CellSet.All),
                InformationRight = new(
                    Is(FactSlot.InformationChildDeclines), Is(FactSlot.InformationWeightyAgainst),
                    Is(FactSlot.InformationNecessary), Is(FactSlot.InformationCanHarm),
                    Is(FactSlot.InformationConfidential)),
                Anonymity = new(Is(FactSlot.AnonymityCannotBeRecognised), Is(FactSlot.AnonymityKnownToReceiver)),
            },
        };
        var facts = new Facts
        {
            Age = 13,
            Dead = Is(FactSlot.Dead),
            Grading = Grading.StrictlyConfidential,
            Care = CareSituation.CareOrder,
            HiddenAddress = Is(FactSlot.HiddenAddress),
            ContactBan = Is(FactSlot.ContactBan),
            Responsibility = ParentalResponsibility.Sole,
            Objections = Children.Known.Objections,
            Secrecies = Children.Known.Secrecies,
        };
        return (request, facts, NumberOf(slot));
    }

    private static int? NumberOf(FactSlot slot) => slot switch
    {
        FactSlot.Age => 13,
        FactSlot.HolderForm => (int)ServiceForm.Private,
        FactSlot.ReceiverForm => (int)ServiceForm.State,
        FactSlot.Grading => (int)Grading.StrictlyConfidential,
        FactSlot.Care => (int)CareSituation.CareOrder,
        FactSlot.Responsibility => (int)ParentalResponsibility.Sole,
        FactSlot.OrderCase => (int)OrderCase.TravelBan,
        FactSlot.OrderLevel => (int)EvidenceLevel.Registered,
        FactSlot.ReportTrigger => (int)Trigger.OwnHarmfulActs,
        FactSlot.ReportCertainty => (int)Certainty.MostLikely,
        FactSlot.AvertCrime => 2840,
        FactSlot.AvertCertainty => (int)Certainty.Certain,
        FactSlot.AvertVictimAge => 11,
        FactSlot.PregnancyDamageLikely => (int)Certainty.ReasonToBelieve,
        FactSlot.ConsentArea or FactSlot.ConsentComplete or FactSlot.ConsentChildHeard or FactSlot.ConsentBySelf
            or FactSlot.ConsentKeptFromGuardians => null,
        _ => 1,
    };
}
