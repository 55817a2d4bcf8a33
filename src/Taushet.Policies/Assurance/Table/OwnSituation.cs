using Taushet.Core.Decisions;
using Taushet.Core.Policies;
using Taushet.Core.Vocabulary;
using Taushet.Policies.Assurance.Draw;

namespace Taushet.Policies.Assurance.Table;

/// <summary>Finds a rule's own situation: an ordinary child, and what it takes for the rule to apply.</summary>
internal sealed class OwnSituation(PolicySet policies, Settling settling)
{
    private static readonly DateOnly Today = Publishing.MatrixPicture.Day;

    /// <summary>The situations in which the rule may apply, the plainest first; with the rule whose gift it comes with, if any.</summary>
    public IEnumerable<(Situation Situation, Rule? With)> Of(Rule rule, Func<Rule, Situation?> ofOther)
    {
        if (rule.Step != Step.Obligation)
        {
            return Candidates(rule).Select(situation => (situation, (Rule?)null));
        }

        var carriers = rule.ComesWith.IsEmpty ? policies.Rules.Where(Opens) : policies.Rules.Where(carrier => rule.ComesWith.Contains(carrier.Id));
        return carriers
            .Where(carrier => ofOther(carrier) is not null && carrier.Flows.Meets(rule.Flows))
            .Select(carrier => (Joined(rule, carrier, ofOther(carrier)!), (Rule?)carrier));
    }

    /// <summary>Whether a rule gives something.</summary>
    public static bool Opens(Rule rule) => rule.Step is Step.Duty or Step.Opening or Step.Consent or Step.Anonymised;

    /// <summary>What a decision tells of a rule between two parties.</summary>
    public Told Tell(Rule rule, Situation situation, Service holder, Service receiver) => Tell(rule, situation, holder, receiver, policies);

    /// <summary>What a decision by other rules tells.</summary>
    public static Told Tell(Rule rule, Situation situation, Service holder, Service receiver, PolicySet policies)
    {
        var (request, facts) = situation.Between(holder, receiver);
        return Told.Of(Decider.Decide(request, facts, policies), rule);
    }

    private IEnumerable<Situation> Candidates(Rule rule)
    {
        foreach (var flow in Flows(rule))
        {
            var own = settling.Settle(rule.When, holds: true, Plain(rule, flow), rule.Step);
            foreach (var situation in rule.Step == Step.Consent ? Consenting(rule, own).OrderBy(Unusual).ToArray() : [own])
            {
                yield return situation;
            }
        }
    }

    // A duty of the holder's own initiative is not invoked by the one who asks.
    private static IEnumerable<Flow> Flows(Rule rule) =>
        rule.Flows.ToList().OrderBy(flow => rule.OwnInitiative == (flow == Flow.Pull) ? 1 : 0);

    private static Situation Plain(Rule rule, Flow flow) => new()
    {
        Flow = flow,
        Day = rule.InForceOn(Today) ? Today : rule.From > Today ? rule.From : rule.To ?? rule.From,
        Purpose = rule.Purposes.IsEmpty ? default : rule.Purposes.ToList().First(),
        Asserted = rule.Bases.IsEmpty ? default : MemberSet<Basis>.Of(rule.Bases.ToList().First()),
        Facts = Settling.Ordinary,
        HolderDecides = rule.Outcome == Outcome.MayByHolder,
    };

    private IEnumerable<Situation> Consenting(Rule rule, Situation own)
    {
        var areas = Conditions.Wanted(rule.When, FactSlot.ConsentArea).Select(area => (ConsentArea)area).DefaultIfEmpty(ConsentArea.General).ToList();
        var bySelf = Conditions.Wanted(rule.When, FactSlot.ConsentBySelf).Contains(1);
        foreach (var area in areas)
        {
            foreach (var giver in policies.Givers.Where(giver => giver.Areas.Contains(area) && own.Day >= giver.From && (giver.To is null || own.Day <= giver.To)))
            {
                var givers = RequiredGivers.Of(giver.Requires, () => true, () => false).ToList();
                var settled = settling.Settle(giver.When, holds: true, own, Step.Consent);
                if (!bySelf || givers.Exists(one => one.Capacity == ConsentCapacity.Self))
                {
                    yield return settled with { Consent = new GivenConsent(area, [.. givers]) };
                    yield return settled with { Consent = new GivenConsent(area, [.. givers]), Secrecies = Recorded.OfAll };
                }
            }
        }
    }

    private static int Unusual(Situation situation) =>
        situation.Facts.Count(fact => Settling.Ordinary.GetValueOrDefault(fact.Key, -1) != fact.Value)
        + situation.Consent!.Givers.Length
        + (situation.Secrecies == Recorded.OfAll ? 1 : 0);

    /// <summary>Another rule's situation in which this rule's condition holds too.</summary>
    private Situation Joined(Rule rule, Rule carrier, Situation own)
    {
        var flow = rule.Flows.Contains(own.Flow) ? own.Flow : (rule.Flows & carrier.Flows).ToList().First();
        var day = rule.InForceOn(own.Day) ? own.Day : rule.From > own.Day ? rule.From : rule.To ?? rule.From;
        return settling.Settle(rule.When, holds: true, own with { Flow = flow, Day = day }, rule.Step);
    }
}
