using System.Collections.Immutable;
using Taushet.Core.Consents;
using Taushet.Core.Decisions;
using Taushet.Core.Policies;
using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Explaining;

/// <summary>One rule tried on one request: what it lacks whatever the cell, and what it lacks for a cell.</summary>
internal sealed class RuleTrial
{
    private static readonly FactSlot[] OfConsent =
    [
        FactSlot.ConsentArea, FactSlot.ConsentComplete, FactSlot.ConsentChildHeard, FactSlot.ConsentBySelf,
        FactSlot.ConsentKeptFromGuardians,
    ];

    private readonly Request request;
    private readonly Facts facts;
    private readonly PolicySet policies;
    private readonly Decision decision;
    private readonly ImmutableArray<Shortfall> whatever;
    private readonly ImmutableArray<GiverRule> givers;
    private readonly List<(ConsentFact Consent, bool Covers, ImmutableArray<FailedCondition> Failed)> consents = [];
    private readonly CellSet necessary;

    public RuleTrial(Rule rule, Decision decision, in Ladder ladder)
    {
        Rule = rule;
        request = ladder.Request;
        facts = ladder.Facts;
        policies = ladder.Policies;
        this.decision = decision;
        whatever = [.. OfRequest(ladder).Concat(OfFacts(ladder)).Concat(OfReceiver())];
        necessary = rule.Step == Step.Duty
            ? Necessity.ForDuty(rule, request, policies)
            : Necessity.ForOpening(rule, request, policies);
        if (rule.Step == Step.Consent)
        {
            givers = WhoConsents.For(rule, policies, request.LawDate, ladder.Vector);
            TryConsents(ladder);
        }
    }

    public Rule Rule { get; }

    /// <summary>What the rule lacks, whatever the cell.</summary>
    public ImmutableArray<Shortfall> Whatever => whatever;

    /// <summary>What the rule lacks for a cell that it names.</summary>
    public ImmutableArray<Shortfall> For(Cell cell) =>
        [.. whatever, .. OfNeed(cell), .. OfBounds(cell), .. OfClosings(cell), .. OfConsents(cell), .. OfHolder(cell)];

    private static bool TestsConsent(Condition part) => Failures.SlotsOf(part).Any(OfConsent.Contains);

    private List<Shortfall> OfRequest(in Ladder ladder)
    {
        var lacks = new List<Shortfall>();
        if (!Rule.Flows.Contains(request.Flow) || (Rule.OwnInitiative && request.Flow == Flow.Pull))
        {
            lacks.Add(new Shortfall.OtherFlow(Rule.OwnInitiative ? Rule.Flows - MemberSet<Flow>.Of(Flow.Pull) : Rule.Flows));
        }

        if (!Rule.InForceOn(ladder.Request.LawDate))
        {
            lacks.Add(new Shortfall.NotInForce(Rule.From, Rule.To));
        }

        var met = Rule.Step == Step.Duty
            ? Rule.Bases.IsEmpty || Rule.Bases.Meets(request.Invoked)
            : Rule.Bases.Meets(request.Asserted);
        if (!met)
        {
            lacks.Add(new Shortfall.NoBasis(Rule.Bases));
        }

        if (Rule.Step != Step.Duty && !(request.Purpose.IsKnown && Rule.Purposes.Contains(request.Purpose.Value)))
        {
            lacks.Add(new Shortfall.OtherPurpose(Rule.Purposes));
        }

        return lacks;
    }

    private IEnumerable<Shortfall> OfFacts(in Ladder ladder) =>
        Failures.Of(
            Rule.When,
            ladder.Vector,
            unlessFalse: Rule is { Step: Step.Duty, OwnInitiative: true },
            parts: Rule.Step == Step.Consent ? part => !TestsConsent(part) : null)
        .Select(failed => new Shortfall.Fact(failed));

    private IEnumerable<Shortfall> OfReceiver() => Rule.Step == Step.Duty
        ? []
        : decision.Applied
            .Where(applied => applied.Rule.Step == Step.Recipient && !applied.Rule.ComesWith.Contains(Rule.Id))
            .Select(applied => new Shortfall.UnboundReceiver(applied.Rule));

    private void TryConsents(in Ladder ladder)
    {
        foreach (var consent in facts.Consents.Or([]))
        {
            ConsentValidity.Read(consent, ladder);
            var failed = Failures.Of(Rule.When, ladder.Vector, parts: TestsConsent).ToImmutableArray();
            ConsentValidity.Clear(ladder);
            consents.Add((consent, ConsentValidity.Covers(consent, request), failed));
        }
    }

    private IEnumerable<Shortfall> OfNeed(Cell cell)
    {
        // Without the purpose nothing is necessary: that is told already.
        if (necessary.Contains(cell) || whatever.Any(lack => lack is Shortfall.OtherPurpose))
        {
            return [];
        }

        var purposes = Rule.Step == Step.Duty ? Rule.Purposes : MemberSet<Purpose>.Of(request.Purpose.Value);
        var justifying = default(MemberSet<Need>);
        foreach (var purpose in purposes.ToList())
        {
            var needs = policies.NeedIndex.Of(purpose, request.Receiver.Service);
            for (var need = 0; need < needs.Length; need++)
            {
                justifying |= needs[need].Contains(cell) ? MemberSet<Need>.Of((Need)need) : default;
            }
        }

        return [new Shortfall.NoNeed(justifying)];
    }

    private List<Shortfall> OfBounds(Cell cell)
    {
        var lacks = new List<Shortfall>();
        if (!Bounds.ScopeOf(Rule.Within, request.Evidence).Contains(cell))
        {
            lacks.Add(new Shortfall.OutsideScope(Rule.Within));
        }

        if (Bounds.YieldsToObjection(Rule, request) && Bounds.ObjectedTo(request, facts).Contains(cell))
        {
            lacks.Add(new Shortfall.Objected(facts.Objections.IsKnown));
        }

        var unread = Secrecies.Unknown(request, facts);
        if (Bounds.YieldsToSecrecy(Rule) && (unread || Secrecies.KeptFrom(request, facts).Contains(cell)))
        {
            lacks.Add(new Shortfall.KeptByChild(!unread));
        }

        return lacks;
    }

    private IEnumerable<Shortfall> OfClosings(Cell cell) => decision.Applied
        .Where(applied => applied.Cells.Contains(cell) && Closes(applied.Rule, cell))
        .Select(applied => new Shortfall.Closed(applied.Rule));

    private bool Closes(Rule closing, Cell cell) => closing.Step switch
    {
        Step.RoutingShield => Rule.Step != Step.Duty || Endangerment.IsPrivate(request.Receiver.Service),
        Step.SoftShield => Rule.Step != Step.Duty && (closing.IsBlanketShield || !Rule.Relevant.Contains(cell)),
        Step.Endangerment => true,
        Step.Duty or Step.Recipient or Step.Opening or Step.Consent or Step.Anonymised or Step.Base or Step.Notice
            or Step.Obligation => false,
    };

    private IEnumerable<Shortfall> OfConsents(Cell cell)
    {
        if (Rule.Step != Step.Consent)
        {
            return [];
        }

        var tried = consents
            .Select(entry => new TriedConsent(entry.Consent.Id, entry.Covers, NamesCell(entry.Consent, cell), entry.Failed))
            .ToImmutableArray();
        var heard = NearRule.ValuesOf(Rule.When, FactSlot.ConsentChildHeard).Any();
        return tried.Any(consent => consent.Gives) ? [] : [new Shortfall.NoConsent(givers, heard, tried)];
    }

    private bool NamesCell(ConsentFact consent, Cell cell) => ConsentValidity.CellsOf(consent, request, facts).Contains(cell);

    private IEnumerable<Shortfall> OfHolder(Cell cell) =>
        Rule.Outcome == Outcome.MayByHolder && !decision.HolderDecided.Contains(cell) ? [new Shortfall.HolderHasNotDecided()] : [];
}
