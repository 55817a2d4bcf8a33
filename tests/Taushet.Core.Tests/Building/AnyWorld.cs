using FsCheck;
using FsCheck.Fluent;
using Taushet.Core.Consents;
using Taushet.Core.Policies;
using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Tests.Building;

/// <summary>Random worlds, and the check that tries a property on many of them.</summary>
internal static class AnyWorld
{
    private const int Tries = 400;

    private const int Shelf = 200;

    public static Gen<Facts> Facts { get; } =
        from age in OrUnknown(Gen.Choose(0, 25))
        from dead in OrUnknown(YesOrNo)
        from hidden in OrUnknown(YesOrNo)
        from ban in OrUnknown(YesOrNo)
        from grading in OrUnknown(Gen.Elements<Grading>(Codes<Grading>.Members))
        from consents in OrUnknown(AnyConsent.ListOf(2))
        from objected in OrUnknown(AnyRule.Cells)
        from kept in OrUnknown(AnySecrecy.ListOf(1))
        from standing in OrUnknown(AnyRule.Cells)
        select new Facts
        {
            Age = age,
            Dead = dead,
            HiddenAddress = hidden,
            ContactBan = ban,
            Grading = grading,
            Consents = consents.IsKnown ? consents.Value.ToKnown() : default,
            Objections = objected.IsKnown
                ? new[] { new ObjectionFact(Guid.Empty, 1, Holder: null, Receiver: null, objected.Value) }.ToKnown()
                : default,
            Secrecies = kept.IsKnown ? kept.Value.ToKnown() : default,
            StandingDecisions = standing.IsKnown
                ? new[] { Children.Standing() with { Cells = standing.Value } }.ToKnown()
                : default,
        };

    public static Gen<Request> Requests { get; } =
        from flow in Gen.Elements(Flow.Pull, Flow.Push, Flow.Asked)
        from receiver in Gen.Elements(Asks.Barnevern, Asks.Parent)
        from purpose in OrUnknown(Gen.Elements(Purpose.ChangeOfSchool, Purpose.Aftercare))
        from taught in AnyRule.Cells
        from treated in AnyRule.Cells
        from unspecified in AnyRule.Cells
        from asserted in AnyRule.SomeBases
        from scope in OrUnknown(AnyRule.Cells)
        from written in OrUnknown(YesOrNo)
        from acute in OrUnknown(YesOrNo)
        from decided in OrUnknown(AnyRule.Cells)
        from unborn in Gen.Frequency((9, Gen.Constant(false)), (1, Gen.Constant(true)))
        select new Request
        {
            Flow = flow,
            Receiver = receiver,
            Holder = Asks.School,
            Purpose = purpose,
            Needs = new NeedList([(Need.Teach, taught), (Need.Treat, treated)], unspecified),
            Asserted = asserted,
            Unborn = unborn,
            LawDate = Asks.LawDate,
            Evidence = new Evidence
            {
                Order = scope.IsKnown ? Asks.Order() with { Scope = scope.Value, Written = written } : null,
                Report = acute.IsKnown ? Asks.Report with { Acute = acute } : null,
                HolderDecision = decided.IsKnown ? new(EvidenceLevel.Asserted, decided.Value) : null,
            },
        };

    // A law is costly to index, so each run draws a shelf of them and tries requests and children against that.
    private static Gen<PolicySet> Laws { get; } = Gen.Elements(Gen.Sample(
        from rules in AnyRule.Any.ListOf(14)
        from adults in Gen.Choose(0, 20)
        let giver = Rules.Giver("g", GiverRequirement.OneParent) with { When = new Condition.Between(FactSlot.Age, 0, adults) }
        select World.LawOf(rules.DistinctBy(rule => rule.Id), [giver]),
        Shelf));

    public static Gen<World> Worlds { get; } =
        from law in Laws
        from request in Requests
        from facts in Facts
        select new World(law, request, facts);

    public static Gen<ConsentFact> AnyConsent =>
        from cells in AnyRule.Cells
        from parents in Gen.Choose(0, 2)
        from self in YesOrNo
        from heard in YesOrNo
        from against in YesOrNo
        from receiver in Gen.Elements(Service.Barnevern, Service.ParentWithResponsibility)
        from id in Gen.Choose(1, 1_000_000)
        select Children.Consent() with
        {
            Id = new Guid(id, 0, 0, new byte[8]),
            Cells = cells,
            Givers = [.. Enumerable.Repeat(Children.Parent, parents), .. self ? [Children.As(ConsentCapacity.Self)] : Array.Empty<ConsentGiver>()],
            ChildHeard = heard,
            ChildAgainst = against,
            Receivers = [new ConsentParty(receiver, string.Empty)],
        };

    public static Gen<SecrecyFact> AnySecrecy =>
        from cells in AnyRule.Cells
        from holder in Gen.Elements<Service?>(null, Service.PrimarySchool, Service.Kindergarten)
        from parent in Gen.Elements(Service.ParentWithResponsibility, Service.ParentWithoutResponsibility)
        select new SecrecyFact(Guid.Empty, Version: 1, holder, parent, cells);

    private static Gen<bool> YesOrNo => Gen.Elements(true, false);

    public static void Holds(Func<World, bool> property) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(Tries), Prop.ForAll(Worlds.ToArbitrary(), property));

    public static void HoldsWith<T>(Gen<T> other, Func<World, T, bool> property) =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(Tries),
            Prop.ForAll(Worlds.ToArbitrary(), other.ToArbitrary(), property));

    private static Gen<Known<T>> OrUnknown<T>(Gen<T> known) =>
        Gen.Frequency((4, known.Select(fact => (Known<T>)fact)), (1, Gen.Constant(default(Known<T>))));
}
