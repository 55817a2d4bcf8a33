using Taushet.Core.Policies;
using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;

namespace Taushet.Policies.Assurance.Proving;

/// <summary>The evidence of a model.</summary>
internal sealed class ModelEvidence(Model model)
{
    public Evidence Read() => new()
    {
        Order = Part("order", () => new OrderEvidence(
            (EvidenceLevel)model.Number(Inputs.Name(FactSlot.OrderLevel)),
            model.Member<OrderCase>(FactSlot.OrderCase),
            model.Yes("order-reference"),
            model.Yes("order-necessity"),
            model.Cells("order-scope"),
            model.YesNo(FactSlot.OrderWritten),
            model.YesNo(FactSlot.OrderAvoidsSeriousSituation))),
        Report = Part("report", () => new ReportEvidence(
            model.Member<Trigger>(FactSlot.ReportTrigger),
            model.Member<Certainty>(FactSlot.ReportCertainty),
            model.YesNo(FactSlot.ReportAbuseSuspected),
            model.YesNo(FactSlot.ReportInformingEndangers),
            model.YesNo(FactSlot.ReportAcute))),
        Avert = Part("avert", () => new AvertEvidence(
            model.Whole(FactSlot.AvertCrime),
            model.Member<Certainty>(FactSlot.AvertCertainty),
            model.YesNo(FactSlot.AvertStillPossible),
            model.Whole(FactSlot.AvertVictimAge),
            model.YesNo(FactSlot.AvertAboutEqual))),
        Danger = Part("danger", () => new DangerEvidence(
            model.YesNo(FactSlot.DangerSeriousHarm),
            model.YesNo(FactSlot.DangerLifeOrHealth),
            model.YesNo(FactSlot.DangerStillPossible))),
        Pregnancy = Part("pregnancy", () => new PregnancyEvidence(model.Member<Certainty>(FactSlot.PregnancyDamageLikely))),
        HolderDecision = model.Cells("decided-scope").IsEmpty
            ? null
            : new HolderDecision(EvidenceLevel.Asserted, model.Cells("decided-scope")),
        Feedback = Part("feedback", () => new FeedbackEvidence(
            Stated(FactSlot.FeedbackReference),
            model.YesNo(FactSlot.FeedbackProfessional),
            model.YesNo(FactSlot.FeedbackInvestigationEnded),
            model.YesNo(FactSlot.FeedbackNeeded))),
        AuthorityOrder = Part("authority", () => new AuthorityOrderEvidence(
            EvidenceLevel.Asserted,
            Stated(FactSlot.AuthorityReference),
            model.YesNo(FactSlot.AuthorityStatesPurpose),
            model.YesNo(FactSlot.AuthorityStatesBasis),
            model.YesNo(FactSlot.AuthorityStatesComplaint),
            model.YesNo(FactSlot.AuthorityWritten),
            model.Cells("authority-scope"))),
        Mandate = Part("mandate", () => new MandateEvidence(
            EvidenceLevel.Asserted, Stated(FactSlot.MandateReference), model.Cells("mandate-scope"))),
        InformationRight = Part("information", () => new InformationRightEvidence(
            model.YesNo(FactSlot.InformationChildDeclines),
            model.YesNo(FactSlot.InformationWeightyAgainst),
            model.YesNo(FactSlot.InformationNecessary),
            model.YesNo(FactSlot.InformationCanHarm),
            model.YesNo(FactSlot.InformationConfidential))),
        Anonymity = Part("anonymity", () => new AnonymityEvidence(
            model.YesNo(FactSlot.AnonymityCannotBeRecognised), model.YesNo(FactSlot.AnonymityKnownToReceiver))),
    };

    private bool Stated(FactSlot slot) => model.Yes(Inputs.Name(slot));

    private T? Part<T>(string evidence, Func<T> read)
        where T : class =>
        model.Yes($"has-{evidence}") ? read() : null;
}
