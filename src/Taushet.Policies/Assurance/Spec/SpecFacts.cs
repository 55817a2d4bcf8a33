using Taushet.Core.Policies;
using Taushet.Core.Requests;

namespace Taushet.Policies.Assurance.Spec;

/// <summary>The facts by name, as the book's conditions read them. A fact that is not there is unknown.</summary>
internal sealed class SpecFacts
{
    private const int Majority = 18;

    private readonly Dictionary<FactSlot, int> known = [];

    public SpecFacts(Request request, Facts facts)
    {
        Yes(FactSlot.Unborn, request.Unborn);

        // For duties a child of unknown age is a child.
        Yes(FactSlot.Child, !request.Unborn && (!facts.Age.IsKnown || facts.Age.Value < Majority));
        Put(FactSlot.Age, facts.Age);
        Put(FactSlot.Dead, facts.Dead);
        Member(FactSlot.Grading, facts.Grading);
        Member(FactSlot.Care, facts.Care);
        Put(FactSlot.HiddenAddress, facts.HiddenAddress);
        Put(FactSlot.ContactBan, facts.ContactBan);
        Member(FactSlot.Responsibility, facts.Responsibility);
        Member(FactSlot.HolderForm, request.Holder.Form);
        Member(FactSlot.ReceiverForm, request.Receiver.Form);
        Orders(request.Evidence);
        Concern(request.Evidence);
        Rights(request.Evidence);
    }

    private SpecFacts(Dictionary<FactSlot, int> known) => this.known = known;

    /// <summary>The fact, or null when it is unknown.</summary>
    public int? this[FactSlot slot] => known.TryGetValue(slot, out var value) ? value : null;

    /// <summary>The facts below the duties: whether it is a child is unknown when the age is.</summary>
    public SpecFacts BelowTheDuties(Request request, Facts facts)
    {
        var below = new Dictionary<FactSlot, int>(known);
        if (!request.Unborn && !facts.Age.IsKnown)
        {
            below.Remove(FactSlot.Child);
        }

        return new SpecFacts(below);
    }

    /// <summary>The facts while a consent is tested.</summary>
    public SpecFacts With(params IEnumerable<(FactSlot Slot, int? Value)> consent)
    {
        var with = new Dictionary<FactSlot, int>(known);
        foreach (var (slot, value) in consent.Where(fact => fact.Value is not null))
        {
            with[slot] = value!.Value;
        }

        return new SpecFacts(with);
    }

    private void Orders(Evidence evidence)
    {
        if (evidence.Order is { } order)
        {
            Member(FactSlot.OrderCase, order.CaseType);
            Yes(FactSlot.OrderComplete, order.HasReference && order.HasNecessity && order.Scope.ToList().Count > 0);
            Put(FactSlot.OrderWritten, order.Written);
            Put(FactSlot.OrderAvoidsSeriousSituation, order.AvoidsSeriousSituation);
            known[FactSlot.OrderLevel] = (int)order.Level;
        }

        if (evidence.AuthorityOrder is { } authority)
        {
            Yes(FactSlot.AuthorityReference, authority.HasReference);
            Put(FactSlot.AuthorityStatesPurpose, authority.StatesPurpose);
            Put(FactSlot.AuthorityStatesBasis, authority.StatesLegalBasis);
            Put(FactSlot.AuthorityStatesComplaint, authority.StatesComplaint);
            Put(FactSlot.AuthorityWritten, authority.Written);
        }

        if (evidence.Mandate is { } mandate)
        {
            Yes(FactSlot.MandateReference, mandate.HasReference);
        }
    }

    private void Concern(Evidence evidence)
    {
        if (evidence.Report is { } report)
        {
            Member(FactSlot.ReportTrigger, report.Trigger);
            Member(FactSlot.ReportCertainty, report.Certainty);
            Put(FactSlot.ReportAbuseSuspected, report.AbuseSuspected);
            Put(FactSlot.ReportInformingEndangers, report.InformingEndangers);
            Put(FactSlot.ReportAcute, report.Acute);
        }

        if (evidence.Avert is { } avert)
        {
            Put(FactSlot.AvertCrime, avert.Crime);
            Member(FactSlot.AvertCertainty, avert.Certainty);
            Put(FactSlot.AvertStillPossible, avert.StillPossible);
            Put(FactSlot.AvertVictimAge, avert.VictimAge);
            Put(FactSlot.AvertAboutEqual, avert.AboutEqual);
        }

        if (evidence.Danger is { } danger)
        {
            Put(FactSlot.DangerSeriousHarm, danger.SeriousHarm);
            Put(FactSlot.DangerLifeOrHealth, danger.LifeOrHealth);
            Put(FactSlot.DangerStillPossible, danger.StillPossible);
        }

        if (evidence.Pregnancy is { } pregnancy)
        {
            Member(FactSlot.PregnancyDamageLikely, pregnancy.DamageLikely);
        }
    }

    private void Rights(Evidence evidence)
    {
        if (evidence.Feedback is { } feedback)
        {
            Yes(FactSlot.FeedbackReference, feedback.HasReference);
            Put(FactSlot.FeedbackProfessional, feedback.ProfessionalReporter);
            Put(FactSlot.FeedbackInvestigationEnded, feedback.InvestigationEnded);
            Put(FactSlot.FeedbackNeeded, feedback.NeededForOwnFollowUp);
        }

        if (evidence.InformationRight is { } right)
        {
            Put(FactSlot.InformationChildDeclines, right.ChildDeclines);
            Put(FactSlot.InformationWeightyAgainst, right.WeightyConsiderationsAgainst);
            Put(FactSlot.InformationNecessary, right.NecessaryForResponsibility);
            Put(FactSlot.InformationCanHarm, right.CanHarm);
            Put(FactSlot.InformationConfidential, right.ConfidentialTowardsParent);
        }

        if (evidence.Anonymity is { } anonymity)
        {
            Put(FactSlot.AnonymityCannotBeRecognised, anonymity.CannotBeRecognised);
            Put(FactSlot.AnonymityKnownToReceiver, anonymity.KnownToReceiver);
        }
    }

    private void Yes(FactSlot slot, bool fact) => known[slot] = fact ? 1 : 0;

    private void Put(FactSlot slot, Known<bool> fact)
    {
        if (fact.IsKnown)
        {
            Yes(slot, fact.Value);
        }
    }

    private void Put(FactSlot slot, Known<int> fact)
    {
        if (fact.IsKnown)
        {
            known[slot] = fact.Value;
        }
    }

    private void Member<T>(FactSlot slot, Known<T> fact)
        where T : struct, Enum
    {
        if (fact.IsKnown)
        {
            known[slot] = Convert.ToInt32(fact.Value);
        }
    }
}
