using Taushet.Core.Policies;
using Taushet.Core.Vocabulary;
using Taushet.Policies;

namespace Taushet.Gateway.Tests.Support;

/// <summary>
/// The real rule book with two choices of holders put for all of its own: barnevern may let a school know what carries a measure
/// out, if the child's age is known to be below 18; psychiatry may tell it of a summary, unless the patient objects. It says nothing
/// of the law.
/// </summary>
internal static class HolderBook
{
    public const string RuleId = "made-up-holder-choice";

    /// <summary>What the rule leaves to the holder.</summary>
    public static CellSet Left { get; } = CellSet.Of(Cell.ClientRelation, Cell.CareSafetyCollection, Cell.ChildSocial, Cell.Address);

    public static PolicySet Policies { get; } = Make();

    private static PolicySet Make()
    {
        var real = PolicyLoader.Load(TestGateway.PoliciesFolder).Book!.Policies;
        var needs = new PurposeNeeds(
            Purpose.CarryOutMeasure, ServiceSet.Of(Service.PrimarySchool), [(Need.Protect, CellSet.All)]);
        var teaching = new PurposeNeeds(
            Purpose.AdaptTeaching, ServiceSet.Of(Service.PrimarySchool), [(Need.Teach, CellSet.Of(Cell.ClinicalSummary))]);
        return new PolicySet(
            real.Hash,
            [.. real.Rules.Where(rule => rule.Outcome != Outcome.MayByHolder), Choice(), Summary()],
            real.Givers,
            [.. real.Needs.Where(need => need.Purpose != Purpose.CarryOutMeasure), needs, teaching]);
    }

    private static Rule Choice() => new()
    {
        Id = RuleId,
        Title = "Barnevernet velger",
        Reason = "Spør barnevernet.",
        Step = Step.Opening,
        Citations = [new Citation("bvl", "LOV-2021-06-18-97", "13-1", Paragraph: 3)],
        Confidence = Confidence.Verified,
        From = new DateOnly(2020, 1, 1),
        Holders = ServiceSet.Of(Service.Barnevern),
        Receivers = ServiceSet.Of(Service.PrimarySchool),
        Flows = MemberSet<Flow>.Of(Flow.Pull),
        Bases = MemberSet<Basis>.Of(Basis.BarnevernOwnTasks),
        Purposes = MemberSet<Purpose>.Of(Purpose.CarryOutMeasure),
        Cells = Left,
        When = new Condition.Between(FactSlot.Age, 0, 17),
        Outcome = Outcome.MayByHolder,
    };

    private static Rule Summary() => Choice() with
    {
        Id = "made-up-psychiatry-choice",
        Holders = ServiceSet.Of(Service.ChildAndYouthPsychiatry),
        Bases = MemberSet<Basis>.Of(Basis.WeightyInterests),
        Purposes = MemberSet<Purpose>.Of(Purpose.AdaptTeaching),
        Cells = CellSet.Of(Cell.ClinicalSummary),
        When = Condition.Always,
        YieldsToObjection = true,
    };
}
