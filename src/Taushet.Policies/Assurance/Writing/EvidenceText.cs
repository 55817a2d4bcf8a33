using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;

namespace Taushet.Policies.Assurance.Writing;

/// <summary>Writes what a party states, under the keys that cases use.</summary>
internal static class EvidenceText
{
    public static string Of(Evidence evidence) => YamlFlow.Map(
        ("order", Order(evidence.Order)),
        ("report", Report(evidence.Report)),
        ("avert", Avert(evidence.Avert)),
        ("danger", Danger(evidence.Danger)),
        ("pregnancy", Pregnancy(evidence.Pregnancy)),
        ("holder_decision", Decision(evidence.HolderDecision)),
        ("feedback", Feedback(evidence.Feedback)),
        ("authority", Authority(evidence.AuthorityOrder)),
        ("mandate", Mandate(evidence.Mandate)),
        ("information", Information(evidence.InformationRight)),
        ("anonymity", Anonymity(evidence.Anonymity)));

    private static string? Order(OrderEvidence? order) => order is null ? null : YamlFlow.Map(
        ("level", Codes<EvidenceLevel>.Of(order.Level)),
        ("case", YamlFlow.Known(order.CaseType, Codes<OrderCase>.Of)),
        ("reference", YamlFlow.Yes(order.HasReference)),
        ("necessity", YamlFlow.Yes(order.HasNecessity)),
        ("scope", YamlFlow.Cells(order.Scope)),
        ("written", YamlFlow.Known(order.Written)),
        ("avoids_serious_situation", YamlFlow.Known(order.AvoidsSeriousSituation)));

    private static string? Report(ReportEvidence? report) => report is null ? null : YamlFlow.Map(
        ("trigger", YamlFlow.Known(report.Trigger, Codes<Trigger>.Of)),
        ("certainty", YamlFlow.Known(report.Certainty, Codes<Certainty>.Of)),
        ("abuse_suspected", YamlFlow.Known(report.AbuseSuspected)),
        ("informing_endangers", YamlFlow.Known(report.InformingEndangers)),
        ("acute", YamlFlow.Known(report.Acute)));

    private static string? Avert(AvertEvidence? avert) => avert is null ? null : YamlFlow.Map(
        ("crime", YamlFlow.Known(avert.Crime)),
        ("certainty", YamlFlow.Known(avert.Certainty, Codes<Certainty>.Of)),
        ("still_possible", YamlFlow.Known(avert.StillPossible)),
        ("victim_age", YamlFlow.Known(avert.VictimAge)),
        ("about_equal", YamlFlow.Known(avert.AboutEqual)));

    private static string? Danger(DangerEvidence? danger) => danger is null ? null : YamlFlow.Map(
        ("serious_harm", YamlFlow.Known(danger.SeriousHarm)),
        ("life_or_health", YamlFlow.Known(danger.LifeOrHealth)),
        ("still_possible", YamlFlow.Known(danger.StillPossible)));

    private static string? Pregnancy(PregnancyEvidence? pregnancy) => pregnancy is null ? null : YamlFlow.Map(
        ("damage_likely", YamlFlow.Known(pregnancy.DamageLikely, Codes<Certainty>.Of)));

    private static string? Decision(HolderDecision? decision) => decision is null ? null : YamlFlow.Map(
        ("level", Codes<EvidenceLevel>.Of(decision.Level)),
        ("cells", YamlFlow.Cells(decision.Cells)));

    private static string? Feedback(FeedbackEvidence? feedback) => feedback is null ? null : YamlFlow.Map(
        ("reference", YamlFlow.Yes(feedback.HasReference)),
        ("professional", YamlFlow.Known(feedback.ProfessionalReporter)),
        ("investigation_ended", YamlFlow.Known(feedback.InvestigationEnded)),
        ("needed", YamlFlow.Known(feedback.NeededForOwnFollowUp)));

    private static string? Authority(AuthorityOrderEvidence? order) => order is null ? null : YamlFlow.Map(
        ("level", Codes<EvidenceLevel>.Of(order.Level)),
        ("reference", YamlFlow.Yes(order.HasReference)),
        ("states_purpose", YamlFlow.Known(order.StatesPurpose)),
        ("states_basis", YamlFlow.Known(order.StatesLegalBasis)),
        ("states_complaint", YamlFlow.Known(order.StatesComplaint)),
        ("written", YamlFlow.Known(order.Written)),
        ("scope", YamlFlow.Cells(order.Scope)));

    private static string? Mandate(MandateEvidence? mandate) => mandate is null ? null : YamlFlow.Map(
        ("level", Codes<EvidenceLevel>.Of(mandate.Level)),
        ("reference", YamlFlow.Yes(mandate.HasReference)),
        ("scope", YamlFlow.Cells(mandate.Scope)));

    private static string? Information(InformationRightEvidence? right) => right is null ? null : YamlFlow.Map(
        ("child_declines", YamlFlow.Known(right.ChildDeclines)),
        ("weighty_against", YamlFlow.Known(right.WeightyConsiderationsAgainst)),
        ("necessary", YamlFlow.Known(right.NecessaryForResponsibility)),
        ("can_harm", YamlFlow.Known(right.CanHarm)),
        ("confidential", YamlFlow.Known(right.ConfidentialTowardsParent)));

    private static string? Anonymity(AnonymityEvidence? anonymity) => anonymity is null ? null : YamlFlow.Map(
        ("cannot_be_recognised", YamlFlow.Known(anonymity.CannotBeRecognised)),
        ("known_to_receiver", YamlFlow.Known(anonymity.KnownToReceiver)));
}
