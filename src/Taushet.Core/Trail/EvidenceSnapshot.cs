using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Trail;

/// <summary>The lines of a request's evidence: one for each kind that was brought, its parts in the order of the record.</summary>
internal static class EvidenceSnapshot
{
    public static void Write(SnapshotLines lines, Evidence evidence)
    {
        if (evidence.Order is { } order)
        {
            lines.Begin("order").Member(order.Level).Member(order.CaseType).Flag(order.HasReference).Flag(order.HasNecessity)
                .Flag(order.Written).Flag(order.AvoidsSeriousSituation).Cells(order.Scope).End();
        }

        if (evidence.Report is { } report)
        {
            lines.Begin("report").Member(report.Trigger).Member(report.Certainty).Flag(report.AbuseSuspected)
                .Flag(report.InformingEndangers).Flag(report.Acute).End();
        }

        if (evidence.Avert is { } avert)
        {
            lines.Begin("avert").Number(avert.Crime).Member(avert.Certainty).Flag(avert.StillPossible)
                .Number(avert.VictimAge).Flag(avert.AboutEqual).End();
        }

        if (evidence.Danger is { } danger)
        {
            lines.Begin("danger").Flag(danger.SeriousHarm).Flag(danger.LifeOrHealth).Flag(danger.StillPossible).End();
        }

        if (evidence.Pregnancy is { } pregnancy)
        {
            lines.Begin("pregnancy").Member(pregnancy.DamageLikely).End();
        }

        WriteRest(lines, evidence);
    }

    public static Evidence Read(SnapshotCursor lines) => new()
    {
        Order = lines.Take("order", out var order) ? ReadOrder(order) : null,
        Report = lines.Take("report", out var report)
            ? new ReportEvidence(
                report.KnownMember<Trigger>(),
                report.KnownMember<Certainty>(),
                report.KnownFlag(),
                report.KnownFlag(),
                report.KnownFlag())
            : null,
        Avert = lines.Take("avert", out var avert)
            ? new AvertEvidence(
                avert.KnownNumber(),
                avert.KnownMember<Certainty>(),
                avert.KnownFlag(),
                avert.KnownNumber(),
                avert.KnownFlag())
            : null,
        Danger = lines.Take("danger", out var danger)
            ? new DangerEvidence(danger.KnownFlag(), danger.KnownFlag(), danger.KnownFlag())
            : null,
        Pregnancy = lines.Take("pregnancy", out var pregnancy)
            ? new PregnancyEvidence(pregnancy.KnownMember<Certainty>())
            : null,
        HolderDecision = lines.Take("holder-decision", out var decision)
            ? new HolderDecision(decision.Member<EvidenceLevel>(), decision.Cells())
            : null,
        Feedback = lines.Take("feedback", out var feedback)
            ? new FeedbackEvidence(feedback.Flag(), feedback.KnownFlag(), feedback.KnownFlag(), feedback.KnownFlag())
            : null,
        AuthorityOrder = lines.Take("authority-order", out var authority) ? ReadAuthorityOrder(authority) : null,
        Mandate = lines.Take("mandate", out var mandate)
            ? new MandateEvidence(mandate.Member<EvidenceLevel>(), mandate.Flag(), mandate.Cells())
            : null,
        InformationRight = lines.Take("information-right", out var right)
            ? new InformationRightEvidence(
                right.KnownFlag(),
                right.KnownFlag(),
                right.KnownFlag(),
                right.KnownFlag(),
                right.KnownFlag())
            : null,
        Anonymity = lines.Take("anonymity", out var anonymity)
            ? new AnonymityEvidence(anonymity.KnownFlag(), anonymity.KnownFlag())
            : null,
    };

    private static void WriteRest(SnapshotLines lines, Evidence evidence)
    {
        if (evidence.HolderDecision is { } decision)
        {
            lines.Begin("holder-decision").Member(decision.Level).Cells(decision.Cells).End();
        }

        if (evidence.Feedback is { } feedback)
        {
            lines.Begin("feedback").Flag(feedback.HasReference).Flag(feedback.ProfessionalReporter)
                .Flag(feedback.InvestigationEnded).Flag(feedback.NeededForOwnFollowUp).End();
        }

        if (evidence.AuthorityOrder is { } order)
        {
            lines.Begin("authority-order").Member(order.Level).Flag(order.HasReference).Flag(order.StatesPurpose)
                .Flag(order.StatesLegalBasis).Flag(order.StatesComplaint).Flag(order.Written).Cells(order.Scope).End();
        }

        if (evidence.Mandate is { } mandate)
        {
            lines.Begin("mandate").Member(mandate.Level).Flag(mandate.HasReference).Cells(mandate.Scope).End();
        }

        if (evidence.InformationRight is { } right)
        {
            lines.Begin("information-right").Flag(right.ChildDeclines).Flag(right.WeightyConsiderationsAgainst)
                .Flag(right.NecessaryForResponsibility).Flag(right.CanHarm).Flag(right.ConfidentialTowardsParent).End();
        }

        if (evidence.Anonymity is { } anonymity)
        {
            lines.Begin("anonymity").Flag(anonymity.CannotBeRecognised).Flag(anonymity.KnownToReceiver).End();
        }
    }

    // The scope stands last on its line, whatever its place in the record.
    private static OrderEvidence ReadOrder(SnapshotParts parts)
    {
        var level = parts.Member<EvidenceLevel>();
        var caseType = parts.KnownMember<OrderCase>();
        var (reference, necessity) = (parts.Flag(), parts.Flag());
        var (written, avoids) = (parts.KnownFlag(), parts.KnownFlag());
        return new OrderEvidence(level, caseType, reference, necessity, parts.Cells(), written, avoids);
    }

    private static AuthorityOrderEvidence ReadAuthorityOrder(SnapshotParts parts) => new(
        parts.Member<EvidenceLevel>(),
        parts.Flag(),
        parts.KnownFlag(),
        parts.KnownFlag(),
        parts.KnownFlag(),
        parts.KnownFlag(),
        parts.Cells());
}
