using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;
using Taushet.Gateway.Orders;
using Wire = Taushet.V1;

namespace Taushet.Gateway.Decide;

/// <summary>Turns evidence on the wire into the decider's evidence. What is absent is unknown, never false.</summary>
/// <remarks>
/// INVARIANT: what a caller states is ASSERTED, whatever level it writes.
/// </remarks>
internal static class EvidenceMapping
{
    /// <summary>Gathers the evidence of all bases; each kind occurs at most once.</summary>
    public static Evidence Map(IEnumerable<Wire.BasisClaim> claims)
    {
        var evidence = Evidence.None;
        foreach (var claim in claims)
        {
            // A registered order is read out of its register, and nothing of it here.
            var stated = claim.Evidence is not null && OrderReading.IdIn(claim.Evidence).IsEmpty;
            evidence = stated ? Add(evidence, claim.Evidence!) : evidence;
        }

        return evidence;
    }

    private static Evidence Add(Evidence evidence, Wire.Evidence stated) => stated.KindCase switch
    {
        Wire.Evidence.KindOneofCase.Order => evidence with { Order = Order(stated.Order) },
        Wire.Evidence.KindOneofCase.Report => evidence with { Report = Report(stated.Report) },
        Wire.Evidence.KindOneofCase.Avert => evidence with { Avert = Avert(stated.Avert) },
        Wire.Evidence.KindOneofCase.Danger => evidence with { Danger = Danger(stated.Danger) },
        Wire.Evidence.KindOneofCase.Pregnancy => evidence with
        {
            Pregnancy = new PregnancyEvidence(Member<Certainty>((int)stated.Pregnancy.DamageLikely)),
        },
        Wire.Evidence.KindOneofCase.HolderDecision => evidence with
        {
            HolderDecision = new HolderDecision(EvidenceLevel.Asserted, Cells(stated.HolderDecision.Cells)),
        },
        Wire.Evidence.KindOneofCase.Feedback => evidence with { Feedback = Feedback(stated.Feedback) },
        Wire.Evidence.KindOneofCase.AuthorityOrder => evidence with { AuthorityOrder = Authority(stated.AuthorityOrder) },
        Wire.Evidence.KindOneofCase.Mandate => evidence with
        {
            Mandate = new MandateEvidence(
                EvidenceLevel.Asserted,
                stated.Mandate.Reference.Length > 0,
                Cells(stated.Mandate.Scope)),
        },
        Wire.Evidence.KindOneofCase.InformationRight => evidence with { InformationRight = Right(stated.InformationRight) },
        Wire.Evidence.KindOneofCase.Anonymity => evidence with { Anonymity = Anonymity(stated.Anonymity) },
        Wire.Evidence.KindOneofCase.None => evidence,
    };

    private static OrderEvidence Order(Wire.OrderEvidence order) => new(
        EvidenceLevel.Asserted,
        Member<OrderCase>((int)order.CaseType),
        order.Reference.Length > 0,
        order.Necessity.Length > 0,
        Cells(order.Scope),
        Stated(order.HasWritten, order.Written),
        Stated(order.HasAvoidsSeriousSituation, order.AvoidsSeriousSituation));

    private static ReportEvidence Report(Wire.ReportEvidence report) => new(
        Member<Trigger>((int)report.Trigger),
        Member<Certainty>((int)report.Certainty),
        Stated(report.HasAbuseSuspected, report.AbuseSuspected),
        Stated(report.HasInformingEndangers, report.InformingEndangers),
        Stated(report.HasAcute, report.Acute));

    private static AvertEvidence Avert(Wire.AvertEvidence avert) => new(
        avert.CrimeSection == 0 ? Known<int>.Unknown : (int)((avert.CrimeSection * 10) + avert.CrimeParagraph),
        Member<Certainty>((int)avert.Certainty),
        Stated(avert.HasStillPossible, avert.StillPossible),
        avert.HasVictimAge ? (int)avert.VictimAge : Known<int>.Unknown,
        Stated(avert.HasAboutEqual, avert.AboutEqual));

    private static DangerEvidence Danger(Wire.DangerEvidence danger) => new(
        Stated(danger.HasSeriousHarm, danger.SeriousHarm),
        Stated(danger.HasLifeOrHealth, danger.LifeOrHealth),
        Stated(danger.HasStillPossible, danger.StillPossible));

    private static FeedbackEvidence Feedback(Wire.FeedbackEvidence feedback) => new(
        feedback.ReportReference.Length > 0,
        Stated(feedback.HasProfessionalReporter, feedback.ProfessionalReporter),
        Stated(feedback.HasInvestigationEnded, feedback.InvestigationEnded),
        Stated(feedback.HasNeededForOwnFollowUp, feedback.NeededForOwnFollowUp));

    private static AuthorityOrderEvidence Authority(Wire.AuthorityOrderEvidence order) => new(
        EvidenceLevel.Asserted,
        order.Reference.Length > 0,
        Stated(order.HasStatesPurpose, order.StatesPurpose),
        Stated(order.HasStatesLegalBasis, order.StatesLegalBasis),
        Stated(order.HasStatesComplaint, order.StatesComplaint),
        Stated(order.HasWritten, order.Written),
        Cells(order.Scope));

    private static InformationRightEvidence Right(Wire.InformationRightEvidence right) => new(
        Stated(right.HasChildDeclines, right.ChildDeclines),
        Stated(right.HasWeightyConsiderationsAgainst, right.WeightyConsiderationsAgainst),
        Stated(right.HasNecessaryForResponsibility, right.NecessaryForResponsibility),
        Stated(right.HasCanHarm, right.CanHarm),
        Stated(right.HasConfidentialTowardsParent, right.ConfidentialTowardsParent));

    private static AnonymityEvidence Anonymity(Wire.AnonymityEvidence anonymity) => new(
        Stated(anonymity.HasCannotBeRecognised, anonymity.CannotBeRecognised),
        Stated(anonymity.HasKnownToReceiver, anonymity.KnownToReceiver));

    private static Known<bool> Stated(bool has, bool value) => has ? value : Known<bool>.Unknown;

    private static Known<T> Member<T>(int number)
        where T : struct, Enum =>
        number == 0 ? Known<T>.Unknown : (T)(object)number;

    private static CellSet Cells(IEnumerable<Wire.Cell> cells)
    {
        var set = CellSet.Empty;
        foreach (var cell in cells)
        {
            set |= CellCategories.WithTopics((Cell)(int)cell);
        }

        return set;
    }
}
