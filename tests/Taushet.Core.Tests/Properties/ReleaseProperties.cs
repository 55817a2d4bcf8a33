using Taushet.Core.Policies;
using Taushet.Core.Tests.Building;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Tests.Properties;

/// <summary>What is released, and what never is, under any law, request and facts.</summary>
public sealed class ReleaseProperties
{
    [Fact]
    public void Generator_ManyWorlds_ReachesEveryOutcome()
    {
        var seen = new HashSet<Outcome>();
        var (byHand, relevant, relied) = (0, 0, 0);

        // The worlds are drawn anew each time, and some outcomes are rare: one round out of many has missed one.
        for (var round = 0; round < 10 && (seen.Count < Codes<Outcome>.Members.Count || byHand * relevant * relied == 0); round++)
        {
            AnyWorld.Holds(world =>
            {
                var decision = world.Decide();
                seen.UnionWith(AnyRule.Pool.ToList().Select(decision.OutcomeOf));
                byHand += decision.ByHand.Count;
                relevant += (decision.Relevant & decision.Released).Count;
                relied += decision.ReliedConsents.Length;
                return true;
            });
        }

        seen.Count.ShouldBe(Codes<Outcome>.Members.Count, "the other properties would hold of nothing");
        new[] { byHand, relevant, relied }.ShouldAllBe(count => count > 0);
    }

    [Fact]
    public void NothingOpened_NothingReleased() => AnyWorld.Holds(world =>
    {
        var decision = world.Without(rule => rule.Step is Step.Duty or Step.Opening or Step.Consent or Step.Anonymised);
        return decision.Released.IsEmpty && decision.Must.IsEmpty && decision.RoutedToHuman.IsEmpty;
    });

    [Fact]
    public void ShieldedCellIsNeverReleasedByMachine() => AnyWorld.Holds(world =>
    {
        var decision = world.Decide();
        return decision.Applied
            .Where(applied => applied.Rule.Step == Step.RoutingShield)
            .All(applied => !decision.Released.Meets(applied.Cells) && decision.ByHand.Covers(decision.Must & applied.Cells));
    });

    [Fact]
    public void NoShieldEmptiesADutyTowardsAService() => AnyWorld.Holds(world =>
        !world.TowardsAService
        || world.Without(rule => rule.Step is Step.RoutingShield or Step.SoftShield or Step.Endangerment or Step.Recipient).Must
            == world.Decide().Must);

    [Fact]
    public void DutyStillPassesNecessity() => AnyWorld.Holds(world =>
    {
        var always = Union(world.Rules.Where(rule => rule.Step == Step.Duty).Select(rule => rule.AlwaysNecessary));
        var needs = world.Request.Needs;
        var listed = world.Request.Flow == Flow.Pull ? needs.For(Need.Teach) | needs.For(Need.Treat) : needs.All;
        return (always | listed).Covers(world.Decide().Must);
    });

    [Fact]
    public void ReleasedIsSubsetOfAskedOrAlwaysNecessary() => AnyWorld.Holds(world =>
    {
        var decision = world.Decide();
        var always = Union(world.Rules.Select(rule => rule.AlwaysNecessary));
        return decision.Asked.Covers(decision.Released) && (world.Request.Needs.All | always).Covers(decision.Released);
    });

    [Fact]
    public void FiltersOnlyNarrow() => AnyWorld.Holds(world =>
    {
        var free = world.Without(Filters);
        var filtered = world.Decide();
        return free.Released.Covers(filtered.Released)
            && (filtered.Released - filtered.Relevant & free.Relevant).IsEmpty;
    });

    [Fact]
    public void NoOpeningWithoutAssertedBasis() => AnyWorld.Holds(world =>
    {
        var decision = (world with { Request = world.Request with { Asserted = default } }).Decide();
        return decision.MayOnRequest.IsEmpty && decision.HolderMayGive.IsEmpty;
    });

    [Fact]
    public void HolderDecisionInPullNeverCounts() => AnyWorld.HoldsWith(AnyRule.Cells, (world, cells) =>
    {
        var pull = world with { Request = world.Request with { Flow = Flow.Pull } };
        var claimed = pull.Request.Evidence with { HolderDecision = new(EvidenceLevel.Proven, cells) };
        var silent = pull.Request.Evidence with { HolderDecision = null };
        return Told.Of((pull with { Request = pull.Request.Bring(claimed) }).Decide())
            == Told.Of((pull with { Request = pull.Request.Bring(silent) }).Decide());
    });

    [Fact]
    public void HolderMayWithoutADecisionReleasesWhatWithholdReleases() => AnyWorld.Holds(world =>
    {
        var undecided = world with
        {
            Facts = world.Facts with { StandingDecisions = default },
            Request = world.Request.Bring(world.Request.Evidence with { HolderDecision = null }),
        };
        var with = undecided.Decide();
        var without = undecided.Without(rule => rule.Outcome == Outcome.MayByHolder);
        return with.Released == without.Released
            && (with.Released & with.Relevant) == (without.Released & without.Relevant)
            && with.Obligations == without.Obligations;
    });

    private static bool Filters(Rule rule) =>
        rule.Step is Step.RoutingShield or Step.SoftShield or Step.Recipient or Step.Endangerment;

    private static CellSet Union(IEnumerable<CellSet> sets) => sets.Aggregate(CellSet.Empty, (all, set) => all | set);
}
