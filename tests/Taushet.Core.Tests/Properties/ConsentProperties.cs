using FsCheck.Fluent;
using Taushet.Core.Consents;
using Taushet.Core.Decisions;
using Taushet.Core.Policies;
using Taushet.Core.Requests;
using Taushet.Core.Tests.Building;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Tests.Properties;

/// <summary>What a consent, its withdrawal and what the child keeps to itself can change, under any law, request and facts.</summary>
public sealed class ConsentProperties
{
    private static readonly CellSet OnOthers = CellCategories.WithTopics(Cell.ThirdPerson, Cell.GradedAddress);

    /// <summary>INVARIANT: a consent covers only data on the person who gives it.</summary>
    [Fact]
    public void AddingConsentOpensOnlyItsScopeAndNothingOnOthers() =>
        AnyWorld.HoldsWith(AnyWorld.AnyConsent, (world, consent) =>
        {
            var opened = With(world, consent).Decide().Released - world.Decide().Released;
            return (consent.Cells - OnOthers).Covers(opened);
        });

    /// <summary>INVARIANT: the guardians cannot consent to the release of what the child keeps from them.</summary>
    [Fact]
    public void GuardiansConsentOpensNothingThatTheChildKeepsFromThem() =>
        AnyWorld.HoldsWith(AnyWorld.AnyConsent.Zip(AnyWorld.AnySecrecy), (world, drawn) =>
        {
            var (any, secrecy) = drawn;
            var consent = any with { Givers = [Children.Parent, Children.Parent] };
            var here = secrecy with { Holder = world.Request.Holder.Service };
            var kept = world with { Facts = world.Facts with { Secrecies = new[] { here }.ToKnown() } };
            var opened = With(kept, consent).Decide().Released - kept.Decide().Released;
            return !opened.Meets(here.Cells);
        });

    [Fact]
    public void WithdrawingNeverOpensAnything() => AnyWorld.Holds(world =>
    {
        var before = world.Decide();
        return Withdrawals(world).Select(after => after.Decide()).All(after =>
            before.Released.Covers(after.Released) && (after.Released - after.Relevant & before.Relevant).IsEmpty);
    });

    [Fact]
    public void NoConsentAffectsAMust() => AnyWorld.HoldsWith(AnyWorld.AnyConsent, (world, consent) =>
    {
        var before = world.Decide();
        return Withdrawals(world).Append(With(world, consent)).Select(other => other.Decide()).All(after =>
            after.Must == before.Must && after.ByHand == before.ByHand && after.RoutedToHuman.Covers(before.RoutedToHuman & after.RoutedToHuman));
    });

    [Fact]
    public void KeepingFromGuardiansNeverOpensAndNeverStopsADutyTowardsAService() =>
        AnyWorld.HoldsWith(AnyWorld.AnySecrecy, (world, secrecy) =>
        {
            var before = world.Decide();
            var after = (world with
            {
                Facts = world.Facts with { Secrecies = world.Facts.Secrecies.Or([]).Add(secrecy).ToKnown() },
            }).Decide();
            return !world.Facts.Secrecies.IsKnown
                || (before.Released.Covers(after.Released) && (!world.TowardsAService || after.Must == before.Must));
        });

    /// <summary>INVARIANT: secrecies that could not be read close everything towards the guardians that yields to them.</summary>
    [Fact]
    public void SecreciesThatCouldNotBeReadCloseTowardsTheGuardians() => AnyWorld.Holds(world =>
    {
        var decision = (world with { Facts = world.Facts with { Secrecies = default } }).Decide();
        return world.TowardsAService || (decision.MayOnRequest.IsEmpty && decision.HolderMayGive.IsEmpty);
    });

    /// <summary>
    /// INVARIANT: marking a consent changes no decision.
    /// INVARIANT: validity is computed from the events, the facts and the law at each decision, never from a mark that some job has set.
    /// </summary>
    [Fact]
    public void ADecisionIsTheSameWhetherTheJobHasMarkedAConsentOrNot()
    {
        var marked = 0;
        AnyWorld.HoldsWith(AnyWorld.AnyConsent.Zip(Gen.Choose(-3, 3)), (world, drawn) =>
        {
            var consent = drawn.Item1 with { To = world.Request.LawDate.AddDays(drawn.Item2) };
            var state = new ConsentState(consent, Ended: null, WasComplete: true);
            if (ConsentStatus.MarkFor(state, world.Facts, world.Request.LawDate, world.Law) is null)
            {
                return true;
            }

            marked++;
            return Told.Of(With(world, consent).Decide()) == Told.Of(With(world, []).Decide());
        });
        marked.ShouldBeGreaterThan(50, "the property would hold of nothing");
    }

    /// <summary>INVARIANT: a check never finds a cell covered that a decision would not open under that consent, shields aside.</summary>
    [Fact]
    public void ACheckFindsNoMoreThanADecisionWithoutShieldsOpens() =>
        AnyWorld.HoldsWith(AnyWorld.AnyConsent, (world, consent) =>
        {
            var cover = ConsentCheck.CoverOf(consent, world.Request, world.Facts, world.Law);
            var request = world.Request with { Asserted = world.Request.Asserted | MemberSet<Basis>.Of(Basis.Consent) };
            var bare = Children.With(consent) with
            {
                Age = world.Facts.Age,
                Care = world.Facts.Care,
                Responsibility = world.Facts.Responsibility,
                Secrecies = world.Facts.Secrecies,
            };
            var decision = Decider.Decide(request with { Evidence = Evidence.None }, bare, WithoutShields(world.Law));
            return consent.Cells.Covers(cover.Covered) && decision.MayOnRequest.Covers(cover.Covered - decision.Must);
        });

    private static PolicySet WithoutShields(PolicySet law) => new(
        law.Hash,
        law.Rules.Where(rule => rule.Step is not (Step.RoutingShield or Step.SoftShield or Step.Endangerment)),
        law.Givers,
        law.Needs);

    private static World With(World world, params ConsentFact[] consents) =>
        world with { Facts = world.Facts with { Consents = world.Facts.Consents.Or([]).AddRange(consents).ToKnown() } };

    /// <summary>The same world after one consent, or one giver of it, is gone.</summary>
    private static IEnumerable<World> Withdrawals(World world)
    {
        foreach (var consent in world.Facts.Consents.Or([]))
        {
            var others = world.Facts.Consents.Value.Remove(consent);
            yield return world with { Facts = world.Facts with { Consents = others.ToKnown() } };
            for (var giver = 0; giver < consent.Givers.Length; giver++)
            {
                var less = consent with { Givers = consent.Givers.RemoveAt(giver) };
                yield return world with { Facts = world.Facts with { Consents = others.Add(less).ToKnown() } };
            }
        }
    }
}
