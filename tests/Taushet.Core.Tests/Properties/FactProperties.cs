using Taushet.Core.Decisions;
using Taushet.Core.Policies;
using Taushet.Core.Tests.Building;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Tests.Properties;

/// <summary>How a decision may depend on what is known of the child.</summary>
public sealed class FactProperties
{
    [Fact]
    public void UnknownFactsNeverOpen() => AnyWorld.Holds(world =>
    {
        var known = world.Decide();
        return Unknowing.EachFactOf(world).Select(less => less.Decide()).All(less =>
        {
            var opened = less.MayOnRequest | (less.HolderMayGive & less.HolderDecided);
            return known.Released.Covers(opened) && (opened - less.Relevant & known.Relevant).IsEmpty;
        });
    });

    [Fact]
    public void UnknownFactsNeverStopTheHoldersOwnDuty() => AnyWorld.Holds(world =>
        !world.TowardsAService
        || Unknowing.EachFactOf(world).All(less => less.Decide().Must.Covers(OwedOnOwnInitiative(world.Decide()))));

    [Fact]
    public void TheExplanationOfWhatIsNotGivenDependsOnTheRequestAlone() =>
        AnyWorld.HoldsWith(AnyWorld.Facts, (world, others) =>
        {
            var law = world.Law;
            var one = Decider.DecideTwice(world.Request, world.Facts, law);
            var other = Decider.DecideTwice(world.Request, others, law);
            return Codes<Cell>.Members.All(cell => Told.Of(one.NotGiven(cell)) == Told.Of(other.NotGiven(cell)));
        });

    [Fact]
    public void AddingConsentNeverOpensOutsideItsScope() => AnyWorld.HoldsWith(AnyWorld.AnyConsent, (world, consent) =>
    {
        var before = world.Decide();
        var facts = world.Facts with { Consents = world.Facts.Consents.Or([]).Add(consent).ToKnown() };
        var after = (world with { Facts = facts }).Decide();
        return (before.Released | consent.Cells).Covers(after.Released)
            && (before.ReliedConsents.Contains(consent.Id)
                || after.ReliedConsents.Contains(consent.Id)
                || after.Released == before.Released);
    });

    [Fact]
    public void RemovingConsentNeverAffectsMust() => AnyWorld.Holds(world =>
    {
        var with = world.Decide();
        var without = (world with { Facts = world.Facts with { Consents = default } }).Decide();
        return with.Must == without.Must && with.ByHand == without.ByHand && with.Released.Covers(without.Released);
    });

    private static CellSet OwedOnOwnInitiative(Decision decision) => decision.Applied
        .Where(applied => applied.Rule is { Step: Step.Duty, OwnInitiative: true, Outcome: Outcome.Must } && !applied.Near)
        .Aggregate(CellSet.Empty, (owed, applied) => owed | applied.Cells);
}
