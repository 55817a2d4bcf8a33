using Taushet.Core.Policies;
using Taushet.Core.Requests;

namespace Taushet.Core.Decisions;

/// <summary>Writes request and facts into the slots that conditions read.</summary>
internal static class FactReader
{
    private const int Majority = 18;

    public static void Read(Request request, Facts facts, FactVector vector)
    {
        vector.Clear();
        ReadChild(request, facts, vector);
        vector.SetMember(FactSlot.HolderForm, request.Holder.Form);
        vector.SetMember(FactSlot.ReceiverForm, request.Receiver.Form);
        ReadOrders(request.Evidence, vector);
        ReadReport(request.Evidence.Report, vector);
        ReadAvert(request.Evidence.Avert, vector);
        ReadDanger(request.Evidence, vector);
        ReadFeedback(request.Evidence.Feedback, vector);
        ReadInformationRight(request.Evidence.InformationRight, vector);
        ReadAnonymity(request.Evidence.Anonymity, vector);
    }

    /// <summary>Takes back that a child of unknown age counts as a child: below the duties a missing fact narrows.</summary>
    public static void EndPresumption(Request request, Facts facts, FactVector vector)
    {
        if (!request.Unborn && !facts.Age.IsKnown)
        {
            vector[FactSlot.Child] = FactVector.Unknown;
        }
    }

    private static void ReadChild(Request request, Facts facts, FactVector vector)
    {
        // A child whose age is unknown counts as a child: what narrows is an opening, never a duty.
        vector[FactSlot.Child] = !request.Unborn && facts.Age.Or(0) < Majority ? 1 : 0;
        vector[FactSlot.Unborn] = request.Unborn ? 1 : 0;
        vector.Set(FactSlot.Age, facts.Age);
        vector.Set(FactSlot.Dead, facts.Dead);
        vector.SetMember(FactSlot.Grading, facts.Grading);
        vector.SetMember(FactSlot.Care, facts.Care);
        vector.Set(FactSlot.HiddenAddress, facts.HiddenAddress);
        vector.Set(FactSlot.ContactBan, facts.ContactBan);
        vector.SetMember(FactSlot.Responsibility, facts.Responsibility);
    }

    private static void ReadOrders(Evidence evidence, FactVector vector)
    {
        if (evidence.Order is { } order)
        {
            vector.SetMember(FactSlot.OrderCase, order.CaseType);
            vector.Set(FactSlot.OrderComplete, order.HasReference && order.HasNecessity && !order.Scope.IsEmpty);
            vector.Set(FactSlot.OrderWritten, order.Written);
            vector.Set(FactSlot.OrderAvoidsSeriousSituation, order.AvoidsSeriousSituation);
            vector[FactSlot.OrderLevel] = (int)order.Level;
        }

        if (evidence.AuthorityOrder is { } authority)
        {
            vector.Set(FactSlot.AuthorityReference, authority.HasReference);
            vector.Set(FactSlot.AuthorityStatesPurpose, authority.StatesPurpose);
            vector.Set(FactSlot.AuthorityStatesBasis, authority.StatesLegalBasis);
            vector.Set(FactSlot.AuthorityStatesComplaint, authority.StatesComplaint);
            vector.Set(FactSlot.AuthorityWritten, authority.Written);
        }

        if (evidence.Mandate is { } mandate)
        {
            vector.Set(FactSlot.MandateReference, mandate.HasReference);
        }
    }

    private static void ReadReport(ReportEvidence? report, FactVector vector)
    {
        if (report is null)
        {
            return;
        }

        vector.SetMember(FactSlot.ReportTrigger, report.Trigger);
        vector.SetMember(FactSlot.ReportCertainty, report.Certainty);
        vector.Set(FactSlot.ReportAbuseSuspected, report.AbuseSuspected);
        vector.Set(FactSlot.ReportInformingEndangers, report.InformingEndangers);
        vector.Set(FactSlot.ReportAcute, report.Acute);
    }

    private static void ReadAvert(AvertEvidence? avert, FactVector vector)
    {
        if (avert is null)
        {
            return;
        }

        vector.Set(FactSlot.AvertCrime, avert.Crime);
        vector.SetMember(FactSlot.AvertCertainty, avert.Certainty);
        vector.Set(FactSlot.AvertStillPossible, avert.StillPossible);
        vector.Set(FactSlot.AvertVictimAge, avert.VictimAge);
        vector.Set(FactSlot.AvertAboutEqual, avert.AboutEqual);
    }

    private static void ReadDanger(Evidence evidence, FactVector vector)
    {
        if (evidence.Danger is { } danger)
        {
            vector.Set(FactSlot.DangerSeriousHarm, danger.SeriousHarm);
            vector.Set(FactSlot.DangerLifeOrHealth, danger.LifeOrHealth);
            vector.Set(FactSlot.DangerStillPossible, danger.StillPossible);
        }

        if (evidence.Pregnancy is { } pregnancy)
        {
            vector.SetMember(FactSlot.PregnancyDamageLikely, pregnancy.DamageLikely);
        }
    }

    private static void ReadFeedback(FeedbackEvidence? feedback, FactVector vector)
    {
        if (feedback is null)
        {
            return;
        }

        vector.Set(FactSlot.FeedbackReference, feedback.HasReference);
        vector.Set(FactSlot.FeedbackProfessional, feedback.ProfessionalReporter);
        vector.Set(FactSlot.FeedbackInvestigationEnded, feedback.InvestigationEnded);
        vector.Set(FactSlot.FeedbackNeeded, feedback.NeededForOwnFollowUp);
    }

    private static void ReadInformationRight(InformationRightEvidence? right, FactVector vector)
    {
        if (right is null)
        {
            return;
        }

        vector.Set(FactSlot.InformationChildDeclines, right.ChildDeclines);
        vector.Set(FactSlot.InformationWeightyAgainst, right.WeightyConsiderationsAgainst);
        vector.Set(FactSlot.InformationNecessary, right.NecessaryForResponsibility);
        vector.Set(FactSlot.InformationCanHarm, right.CanHarm);
        vector.Set(FactSlot.InformationConfidential, right.ConfidentialTowardsParent);
    }

    private static void ReadAnonymity(AnonymityEvidence? anonymity, FactVector vector)
    {
        if (anonymity is null)
        {
            return;
        }

        vector.Set(FactSlot.AnonymityCannotBeRecognised, anonymity.CannotBeRecognised);
        vector.Set(FactSlot.AnonymityKnownToReceiver, anonymity.KnownToReceiver);
    }
}
