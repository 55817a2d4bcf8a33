using FsCheck.Fluent;
using Taushet.Core.Decisions;
using Taushet.Core.Policies;
using Taushet.Core.Requests;
using Taushet.Core.Tests.Building;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Tests.Properties;

/// <summary>What a wish, a shield or the order of what is told can change, under any law, request and facts.</summary>
public sealed class WishProperties
{
    [Fact]
    public void ObjectingNeverOpensAndNeverStopsADutyThatDoesNotYield() =>
        AnyWorld.HoldsWith(AnyRule.Cells, (world, cells) =>
        {
            if (!world.Facts.Objections.IsKnown)
            {
                return true;
            }

            var (before, after) = (world.Decide(), Objecting(world, cells).Decide());
            return before.Released.Covers(after.Released)
                && (after.Released - after.Relevant & before.Relevant).IsEmpty
                && after.Must == before.Must
                && after.ByHand == before.ByHand;
        });

    [Fact]
    public void AnotherShieldNeverOpensAndNeverStopsADutyTowardsAService() =>
        AnyWorld.HoldsWith(AnyRule.Cells.Zip(Gen.Elements(Step.RoutingShield, Step.SoftShield, Step.Recipient, Step.Endangerment)), (world, drawn) =>
        {
            var shield = Rules.RoutingShield("another") with { Step = drawn.Item2, Cells = drawn.Item1 };
            var (before, after) = (world.Decide(), world.With(world.Rules.Add(shield)).Decide());
            return before.Released.Covers(after.Released)
                && (after.Released - after.Relevant & before.Relevant).IsEmpty
                && (!world.TowardsAService || after.Must == before.Must);
        });

    [Fact]
    public void OrderOfNeedsConsentsAndWishesDoesNotMatter() => AnyWorld.HoldsWith(AnyWorld.AnyConsent.Zip(AnyWorld.AnySecrecy), (world, drawn) =>
    {
        var (consent, secrecy) = drawn;
        var facts = world.Facts with
        {
            Consents = world.Facts.Consents.Or([]).Add(consent).ToKnown(),
            Secrecies = world.Facts.Secrecies.Or([]).Add(secrecy).ToKnown(),
            Objections = world.Facts.Objections.Or([]).Add(Children.Objection(Cell.Finances)).ToKnown(),
            StandingDecisions = world.Facts.StandingDecisions.Or([]).Add(Children.Standing(Cell.Address)).ToKnown(),
        };
        var turned = new Facts
        {
            Age = facts.Age,
            Dead = facts.Dead,
            HiddenAddress = facts.HiddenAddress,
            ContactBan = facts.ContactBan,
            Grading = facts.Grading,
            Consents = facts.Consents.Value.Reverse().ToKnown(),
            Secrecies = facts.Secrecies.Value.Reverse().ToKnown(),
            Objections = facts.Objections.Value.Reverse().ToKnown(),
            StandingDecisions = facts.StandingDecisions.Value.Reverse().ToKnown(),
        };
        var needs = world.Request.Needs;
        var relisted = new NeedList(
            Codes<Need>.Members.Reverse().SelectMany(need => needs.For(need).ToList().Reverse().Select(cell => (need, CellSet.Of(cell)))),
            needs.Unspecified);

        var one = Decider.Decide(world.Request, facts, world.Law);
        var other = Decider.Decide(world.Request with { Needs = relisted }, turned, world.Law);
        return Told.Of(one with { ReliedConsents = [.. one.ReliedConsents.Order()] }) == Told.Of(other with { ReliedConsents = [.. other.ReliedConsents.Order()] });
    });

    private static World Objecting(World world, CellSet cells) => world with
    {
        Facts = world.Facts with { Objections = world.Facts.Objections.Value.Add(Children.Objection() with { Cells = cells }).ToKnown() },
    };
}
