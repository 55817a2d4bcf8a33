using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Taushet.Core.Policies;
using Taushet.Core.Vocabulary;
using Outcome = Taushet.Core.Vocabulary.Outcome;

namespace Taushet.Core.Tests.Building;

/// <summary>Random rules of a form the loader would accept, over a vocabulary small enough that they meet.</summary>
internal static class AnyRule
{
    public static readonly CellSet Pool = CellSet.Of(
        Cell.Identity, Cell.Address, Cell.Incident, Cell.Finances, Cell.ThirdPerson, Cell.GradedAddress);

    public static readonly ImmutableArray<Basis> Bases = [Basis.NewSchool, Basis.Consent, Basis.HealthCare];

    public static Gen<CellSet> Cells { get; } =
        Gen.SubListOf<Cell>(Pool.ToList()).Select(cells => CellSet.Of([.. cells]));

    private static Gen<Condition> Leaf { get; } = Gen.OneOf(
        Gen.Constant(Condition.Always),
        from least in Gen.Choose(0, 20)
        from years in Gen.Choose(0, 20)
        select (Condition)new Condition.Between(FactSlot.Age, least, least + years),
        from slot in Gen.Elements(
            FactSlot.Dead, FactSlot.HiddenAddress, FactSlot.ContactBan, FactSlot.OrderWritten, FactSlot.ReportAcute)
        from value in Gen.Choose(0, 1)
        select (Condition)new Condition.In(slot, [value]),
        from gradings in Gen.SubListOf<int>(1, 2, 3, 4, 5)
        select (Condition)new Condition.In(FactSlot.Grading, [.. gradings]));

    // No IsKnown: it turns a missing fact into a known one, so a rule that opens must not use it.
    private static Gen<Condition> Conditioned { get; } = Gen.OneOf(
        Leaf,
        Leaf,
        Leaf.Select(part => (Condition)new Condition.Not(part)),
        Leaf.Two().Select(parts => (Condition)new Condition.All([parts.Item1, parts.Item2])),
        Leaf.Two().Select(parts => (Condition)new Condition.Any([parts.Item1, new Condition.Not(parts.Item2)])));

    // Child is only asked for, never denied: a duty of the holder on an adult alone would end where the age is unknown.
    private static Gen<Condition> Children { get; } = Gen.Frequency(
        (2, Gen.Constant(Condition.Always)),
        (1, Gen.Constant(Conditions.Yes(FactSlot.Child))));

    // Each step, and those that open more often: most of what they open is narrowed away.
    private static Gen<Step> Steps { get; } = Gen.Frequency(
        (2, Gen.Elements(Enum.GetValues<Step>())),
        (1, Gen.Elements(Step.Duty, Step.Opening, Step.Opening, Step.Consent, Step.Consent)));

    // Flows and bases of a rule: most often all of them, so that rules meet.
    private static Gen<MemberSet<Flow>> Flows { get; } = Gen.Frequency(
        (3, Gen.Constant(MemberSet<Flow>.Of(Flow.Pull, Flow.Push, Flow.Asked))),
        (1, Gen.Elements(Flow.Pull, Flow.Push, Flow.Asked).Select(flow => MemberSet<Flow>.Of(flow))));

    public static Gen<MemberSet<Basis>> SomeBases { get; } = Gen.Frequency(
        (2, Gen.Constant(MemberSet<Basis>.Of([.. Bases]))),
        (1, Gen.SubListOf<Basis>(Bases).Select(bases => MemberSet<Basis>.Of([.. bases]))));

    public static Gen<Rule> Any { get; } =
        from step in Steps
        from outcome in OutcomeOf(step)
        from cells in Cells
        from relevant in Cells
        from always in Cells
        from whenever in Conditioned
        from child in Children
        from bases in SomeBases
        from purposes in Gen.SubListOf(Purpose.ChangeOfSchool, Purpose.Aftercare)
        from flows in Flows
        from own in Gen.Choose(0, 1)
        from yields in Gen.Choose(0, 3)
        from within in Gen.Frequency((4, Gen.Constant(Scope.None)), (1, Gen.Constant(Scope.Order)))
        from number in Gen.Choose(0, 99_999_999)
        select new Rule
        {
            Id = $"r{number}",
            Title = "title",
            Reason = "reason",
            Step = step,
            Citations = [Rules.CitationOf($"{number}")],
            Confidence = Confidence.Verified,
            From = Rules.InForce,
            Holders = ServiceSet.Of(Service.PrimarySchool),
            Receivers = ServiceSet.Of(Service.Barnevern, Service.ParentWithResponsibility),
            Flows = flows,
            Bases = step == Step.Duty ? default : bases,
            Purposes = MemberSet<Purpose>.Of([.. purposes]),
            OwnInitiative = step == Step.Duty && own == 1,
            When = new Condition.All(
                [whenever, child, step == Step.Consent ? Conditions.Yes(FactSlot.ConsentComplete) : Condition.Always]),
            Cells = cells,
            Relevant = relevant,
            AlwaysNecessary = step == Step.Duty ? always : default,
            Within = within,
            Outcome = outcome,
            YieldsToObjection = yields == 0 && step is not Step.Duty,
            Obligations = MemberSet<Obligation>.Of(Obligation.RecordDisclosure),
            Routes = MemberSet<Route>.Of(Route.AskThePerson),
        };

    private static Gen<Outcome> OutcomeOf(Step step) => step switch
    {
        Step.Duty => Gen.Frequency((5, Gen.Constant(Outcome.Must)), (1, Gen.Constant(Outcome.RouteToHuman))),
        Step.Opening or Step.Anonymised => Gen.Elements(Outcome.MayOnRequest, Outcome.MayByHolder, Outcome.RouteToHuman),
        Step.Consent => Gen.Constant(Outcome.MayOnRequest),
        Step.RoutingShield or Step.SoftShield or Step.Recipient or Step.Base or Step.Notice or Step.Endangerment
            or Step.Obligation => Gen.Constant(Outcome.Withhold),
    };
}
