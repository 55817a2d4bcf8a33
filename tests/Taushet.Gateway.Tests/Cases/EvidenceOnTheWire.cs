using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;
using Wire = Taushet.V1;

namespace Taushet.Gateway.Tests.Cases;

/// <summary>Writes the evidence of a case as a caller would send it.</summary>
internal static class EvidenceOnTheWire
{
    public static IEnumerable<Wire.Evidence> Of(Evidence evidence) => Kinds(evidence).OfType<Wire.Evidence>();

    private static IEnumerable<Wire.Evidence?> Kinds(Evidence evidence)
    {
        yield return evidence.Order is { } order ? new() { Order = Order(order) } : null;
        yield return evidence.Report is { } report ? new() { Report = Report(report) } : null;
        yield return evidence.Avert is { } avert ? new() { Avert = Avert(avert) } : null;
        yield return evidence.Danger is { } danger ? new() { Danger = Danger(danger) } : null;
        yield return evidence.Pregnancy is { } pregnancy
            ? new() { Pregnancy = new() { DamageLikely = (Wire.Certainty)Number(pregnancy.DamageLikely) } }
            : null;
        yield return evidence.HolderDecision is { } decision
            ? new() { HolderDecision = new() { DecidedBy = "head-1", Cells = { Cells(decision.Cells) } } }
            : null;
        yield return evidence.Feedback is { } feedback ? new() { Feedback = Feedback(feedback) } : null;
        yield return evidence.AuthorityOrder is { } authority ? new() { AuthorityOrder = Authority(authority) } : null;
        yield return evidence.Mandate is { } mandate
            ? new() { Mandate = new() { Reference = Reference(mandate.HasReference), Scope = { Cells(mandate.Scope) } } }
            : null;
        yield return evidence.InformationRight is { } right ? new() { InformationRight = Right(right) } : null;
        yield return evidence.Anonymity is { } anonymity ? new() { Anonymity = Anonymity(anonymity) } : null;
    }

    private static Wire.OrderEvidence Order(OrderEvidence order)
    {
        var wire = new Wire.OrderEvidence
        {
            CaseType = (Wire.OrderCase)Number(order.CaseType),
            Reference = Reference(order.HasReference),
            Necessity = Reference(order.HasNecessity),
            Scope = { Cells(order.Scope) },
        };
        Set(order.Written, value => wire.Written = value);
        Set(order.AvoidsSeriousSituation, value => wire.AvoidsSeriousSituation = value);
        return wire;
    }

    private static Wire.ReportEvidence Report(ReportEvidence report)
    {
        var wire = new Wire.ReportEvidence
        {
            Trigger = (Wire.Trigger)Number(report.Trigger),
            Certainty = (Wire.Certainty)Number(report.Certainty),
        };
        Set(report.AbuseSuspected, value => wire.AbuseSuspected = value);
        Set(report.InformingEndangers, value => wire.InformingEndangers = value);
        Set(report.Acute, value => wire.Acute = value);
        return wire;
    }

    private static Wire.AvertEvidence Avert(AvertEvidence avert)
    {
        var wire = new Wire.AvertEvidence
        {
            CrimeSection = (uint)(avert.Crime.Or(0) / 10),
            CrimeParagraph = (uint)(avert.Crime.Or(0) % 10),
            Certainty = (Wire.Certainty)Number(avert.Certainty),
        };
        Set(avert.StillPossible, value => wire.StillPossible = value);
        Set(avert.AboutEqual, value => wire.AboutEqual = value);
        if (avert.VictimAge.IsKnown)
        {
            wire.VictimAge = (uint)avert.VictimAge.Value;
        }

        return wire;
    }

    private static Wire.DangerEvidence Danger(DangerEvidence danger)
    {
        var wire = new Wire.DangerEvidence();
        Set(danger.SeriousHarm, value => wire.SeriousHarm = value);
        Set(danger.LifeOrHealth, value => wire.LifeOrHealth = value);
        Set(danger.StillPossible, value => wire.StillPossible = value);
        return wire;
    }

    private static Wire.FeedbackEvidence Feedback(FeedbackEvidence feedback)
    {
        var wire = new Wire.FeedbackEvidence { ReportReference = Reference(feedback.HasReference) };
        Set(feedback.ProfessionalReporter, value => wire.ProfessionalReporter = value);
        Set(feedback.InvestigationEnded, value => wire.InvestigationEnded = value);
        Set(feedback.NeededForOwnFollowUp, value => wire.NeededForOwnFollowUp = value);
        return wire;
    }

    private static Wire.AuthorityOrderEvidence Authority(AuthorityOrderEvidence order)
    {
        var wire = new Wire.AuthorityOrderEvidence
        {
            Reference = Reference(order.HasReference),
            Scope = { Cells(order.Scope) },
        };
        Set(order.StatesPurpose, value => wire.StatesPurpose = value);
        Set(order.StatesLegalBasis, value => wire.StatesLegalBasis = value);
        Set(order.StatesComplaint, value => wire.StatesComplaint = value);
        Set(order.Written, value => wire.Written = value);
        return wire;
    }

    private static Wire.InformationRightEvidence Right(InformationRightEvidence right)
    {
        var wire = new Wire.InformationRightEvidence();
        Set(right.ChildDeclines, value => wire.ChildDeclines = value);
        Set(right.WeightyConsiderationsAgainst, value => wire.WeightyConsiderationsAgainst = value);
        Set(right.NecessaryForResponsibility, value => wire.NecessaryForResponsibility = value);
        Set(right.CanHarm, value => wire.CanHarm = value);
        Set(right.ConfidentialTowardsParent, value => wire.ConfidentialTowardsParent = value);
        return wire;
    }

    private static Wire.AnonymityEvidence Anonymity(AnonymityEvidence anonymity)
    {
        var wire = new Wire.AnonymityEvidence();
        Set(anonymity.CannotBeRecognised, value => wire.CannotBeRecognised = value);
        Set(anonymity.KnownToReceiver, value => wire.KnownToReceiver = value);
        return wire;
    }

    private static void Set(Known<bool> known, Action<bool> set)
    {
        if (known.IsKnown)
        {
            set(known.Value);
        }
    }

    private static int Number<T>(Known<T> known)
        where T : struct, Enum =>
        known.IsKnown ? MemberNumber.Of(known.Value) : 0;

    private static string Reference(bool has) => has ? "ref-1" : string.Empty;

    private static IEnumerable<Wire.Cell> Cells(CellSet cells) =>
        cells.ToList().Where(cell => cells.Covers(CellCategories.WithTopics(cell))).Select(cell => (Wire.Cell)(int)cell);
}
