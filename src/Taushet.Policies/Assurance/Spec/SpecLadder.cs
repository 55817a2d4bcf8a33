using Taushet.Core.Consents;
using Taushet.Core.Policies;
using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;

namespace Taushet.Policies.Assurance.Spec;

/// <summary>The ladder of the law (0.3) for one request: which rules hold, and then cell by cell what they do.</summary>
internal sealed class SpecLadder
{
    private static readonly HashSet<Service> Private =
    [
        Service.ParentWithResponsibility,
        Service.ParentWithoutResponsibility,
        Service.Child,
        Service.FosterParentOrInstitution,
        Service.PrivatePerson,
    ];

    private readonly Request request;
    private readonly Facts facts;
    private readonly SpecNecessity necessity;

    public SpecLadder(
        List<SpecRule> concerning,
        Request request,
        Facts facts,
        SpecNecessity necessity,
        SpecConsents consents)
    {
        (this.request, this.facts, this.necessity) = (request, facts, necessity);
        var atDuties = new SpecFacts(request, facts);
        var invoked = Invoked();
        var below = atDuties.BelowTheDuties();

        // Step 1: duties always; own initiative is the holder's, never the puller's, and yields to known facts only.
        Duties = [.. On(concerning, Step.Duty)
            .Where(rule => !rule.Rule.OwnInitiative || request.Flow != Flow.Pull)
            .Where(rule => rule.Bases.Count == 0 || rule.Bases.Any(invoked.Contains))
            .Where(rule => Truth(rule, atDuties) ?? rule.Rule.OwnInitiative)];

        // Steps 2-4, 8 and 10: what closes or tells holds unless it is known not to.
        bool NotFalse(SpecRule rule) => SpecCondition.Holds(rule.Rule.When, below) != false;
        RoutingShields = [.. On(concerning, Step.RoutingShield).Where(NotFalse)];
        SoftShields = [.. On(concerning, Step.SoftShield).Where(NotFalse)];
        Recipients = [.. On(concerning, Step.Recipient).Where(NotFalse)];
        Bases = [.. On(concerning, Step.Base).Where(NotFalse)];
        Notices = [.. On(concerning, Step.Notice)
            .Where(rule => rule.Bases.Count == 0 || rule.Bases.Any(request.Asserted.Contains))
            .Where(NotFalse)];
        Dangers = Private.Contains(request.Receiver.Service) ? [.. On(concerning, Step.Endangerment).Where(NotFalse)] : [];
        Obligations = [.. On(concerning, Step.Obligation).Where(NotFalse)];

        // Steps 5-7: openings are tried only when asserted, and need a True condition.
        bool Tried(SpecRule rule) =>
            rule.Bases.Any(request.Asserted.Contains) && Recipients.TrueForAll(limit => limit.ComesWith.Contains(rule.Id));
        Openings = [.. concerning
            .Where(rule => rule.Step is Step.Opening or Step.Anonymised && Tried(rule))
            .Where(rule => Truth(rule, below) == true)];
        var recorded = facts.Consents.IsKnown ? facts.Consents.Value : [];
        var covering = recorded.Where(consent => SpecConsents.Covers(consent, request)).ToList();
        Consented = [.. On(concerning, Step.Consent).Where(Tried).SelectMany(rule => covering
            .Where(consent => SpecCondition.Holds(rule.Rule.When, consents.Testing(consent, below, request, facts)) == true)
            .Select(consent => (rule, consent)))];
    }

    public List<SpecRule> Duties { get; }

    public List<SpecRule> RoutingShields { get; }

    public List<SpecRule> SoftShields { get; }

    public List<SpecRule> Recipients { get; }

    /// <summary>Openings in plain and in anonymised form.</summary>
    public List<SpecRule> Openings { get; }

    /// <summary>Each consent rule with each consent for which it holds.</summary>
    public List<(SpecRule Rule, ConsentFact Consent)> Consented { get; }

    public List<SpecRule> Bases { get; }

    public List<SpecRule> Notices { get; }

    public List<SpecRule> Dangers { get; }

    public List<SpecRule> Obligations { get; }

    /// <summary>What the ladder says of one cell, before obligations are attached.</summary>
    public SpecJudgment Judge(Cell cell)
    {
        var routed = RoutingShields.FindAll(shield => shield.Cells.Contains(cell));
        var soft = SoftShields.FindAll(shield => shield.Cells.Contains(cell));
        var owed = Duties.FindAll(duty => Owes(duty, cell));

        // A routing shield closes what is not owed, whatever names it, and so does a soft one on everything; other soft ones yield,
        // for relevant entries, to what names the cell.
        bool Passes(SpecRule rule) =>
            rule.Names(cell) && routed.Count == 0 && !soft.Exists(shield => shield.IsBlanket) && (rule.Relevant.Contains(cell) || soft.Count == 0) && InBounds(rule, cell);
        var open = Openings.FindAll(rule => Passes(rule) && necessity.ForOpening(rule, cell, request));
        var consented = Consented.FindAll(pair => Passes(pair.Rule)
            && necessity.ForOpening(pair.Rule, cell, request)
            && SpecConsents.Gives(pair.Consent, cell, request, facts));
        return new SpecJudgment(cell)
        {
            Owed = owed,
            Opened = [.. open.Concat(consented.Select(pair => pair.Rule).Distinct())],
            ReliedOn = [.. consented.Select(pair => pair.Consent.Id).Distinct()],
            Routed = routed,
            Soft = soft,
            Dangers = Dangers.FindAll(danger => danger.Cells.Contains(cell)),
            TowardsPrivate = Private.Contains(request.Receiver.Service),
            Pulled = request.Flow == Flow.Pull,
            HolderDecided = HolderDecided(cell),
        };
    }

    private static IEnumerable<SpecRule> On(List<SpecRule> concerning, Step step) => concerning.Where(rule => rule.Step == step);

    /// <summary>A duty follows from what is stated, whatever basis the sender named.</summary>
    private HashSet<Basis> Invoked()
    {
        HashSet<Basis> bases = [.. request.Asserted.ToList()];
        void Implied(object? stated, Basis basis) => bases.UnionWith(stated is null ? [] : [basis]);
        Implied(request.Evidence.Order, Basis.BarnevernOrder);
        Implied(request.Evidence.Report, Basis.DutyToReport);
        Implied(request.Evidence.Avert, Basis.DutyToAvert);
        Implied(request.Evidence.Danger, Basis.EmergencyNotice);
        Implied(request.Evidence.Pregnancy, Basis.PregnancyNotice);
        Implied(request.Evidence.Feedback, Basis.FeedbackToReporter);
        return bases;
    }

    /// <summary>The truth of what opens: where objections or secrecies matter and could not be read, at best unknown.</summary>
    private bool? Truth(SpecRule rule, SpecFacts told)
    {
        var unread = (YieldsToObjection(rule) && !facts.Objections.IsKnown)
            || (YieldsToSecrecy(rule) && SpecWishes.SecrecyUnread(request, facts));
        var holds = SpecCondition.Holds(rule.Rule.When, told);
        return unread && holds == true ? null : holds;
    }

    private bool YieldsToObjection(SpecRule rule) => rule.Rule.YieldsToObjection && !SpecWishes.TowardsGuardian(request);

    private static bool YieldsToSecrecy(SpecRule rule) => rule.Rule.YieldsToObjection || rule.Step != Step.Duty;

    private bool Owes(SpecRule duty, Cell cell) =>
        duty.Names(cell) && necessity.UnderDuty(duty, cell, request) && InBounds(duty, cell);

    private bool InBounds(SpecRule rule, Cell cell)
    {
        var inScope = rule.Rule.Within switch
        {
            Scope.None or Scope.Consent => true,
            Scope.Order => request.Evidence.Order is { } order && order.Scope.Contains(cell),
            Scope.Authority => request.Evidence.AuthorityOrder is { } order && order.Scope.Contains(cell),
            Scope.Mandate => request.Evidence.Mandate is { } mandate && mandate.Scope.Contains(cell),
        };
        return inScope
            && !(YieldsToObjection(rule) && SpecWishes.Objected(cell, request, facts))
            && !(YieldsToSecrecy(rule) && SpecWishes.KeptFromReceiver(cell, request, facts));
    }

    private bool HolderDecided(Cell cell)
    {
        var inPush = request.Flow != Flow.Pull && request.Evidence.HolderDecision is { } named && named.Cells.Contains(cell);
        var standing = facts.StandingDecisions.IsKnown && request.Purpose.IsKnown && facts.StandingDecisions.Value.Any(decision =>
            decision.Receiver == request.Receiver.Service
            && decision.Purpose == request.Purpose.Value
            && decision.Cells.Contains(cell));
        return inPush || standing;
    }
}
