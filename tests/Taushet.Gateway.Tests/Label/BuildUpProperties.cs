using FsCheck;
using FsCheck.Fluent;
using Taushet.Core.Decisions;
using Taushet.Core.Requests;
using Taushet.Gateway.Label;
using Taushet.Gateway.Tests.Support;
using Cell = Taushet.Core.Vocabulary.Cell;
using CellSet = Taushet.Core.Vocabulary.CellSet;
using Flow = Taushet.Core.Vocabulary.Flow;
using Mark = Taushet.V1.Label;
using Need = Taushet.Core.Vocabulary.Need;
using Service = Taushet.Core.Vocabulary.Service;
using Trait = Taushet.Core.Vocabulary.Trait;
using Traits = Taushet.Core.Vocabulary.MemberSet<Taushet.Core.Vocabulary.Trait>;

namespace Taushet.Gateway.Tests.Label;

/// <summary>Whatever is decided and however entries are labelled: what leaves.</summary>
public sealed class BuildUpProperties
{
    private static readonly Gen<CellSet> Cells = Gen.Frequency(
        (1, Gen.Constant(CellSet.Empty)),
        (1, Gen.Constant(CellSet.All)),
        (6, Gen.SubListOf<Cell>(Core.Vocabulary.Codes<Cell>.Members).Select(cells => CellSet.Of([.. cells]))));

    private static readonly Gen<Decision> Decisions =
        from must in Cells
        from byHand in Cells
        from may in Cells
        from holder in Cells
        from decided in Cells
        from human in Cells
        from relevant in Cells
        from traits in Gen.SubListOf(Trait.LocatesChild, Trait.FreeText)
        select new Decision
        {
            Asked = CellSet.All,
            Must = must,
            ByHand = must & byHand,
            MayOnRequest = may - must,
            HolderMayGive = holder - must - may,
            HolderDecided = decided,
            RoutedToHuman = human - must - may,
            Relevant = relevant,
            ClosedTraits = Traits.Of([.. traits]),
        };

    private static readonly Gen<(Decision Decision, Mark[] Marks, Service Receiver)> Any =
        from decision in Decisions
        from marks in Gen.SubListOf(Enum.GetValues<Mark>())
        from receiver in Gen.Elements(Service.Barnevern, Service.Police, Service.ParentWithResponsibility, Service.FosterParentOrInstitution)
        select (decision, marks.ToArray(), receiver);

    [Fact]
    public void NoLeafLeavesThatIsNotOfAReleasedCell() => Holds(any =>
        any.Decision.Released.Covers(any.Narrowed.Present)
        && Leaves.CellsOf(any.Narrowed.Information).All(cell => any.Decision.Released.Contains((Cell)(int)cell)));

    [Fact]
    public void AnEntryThatIsNotMarkedRelevantGivesNothingOfWhatIsGivenAsFarAsRelevant() => Holds(any =>
        any.Marks.Contains(Mark.Relevant) || !any.Narrowed.Present.Meets(any.Decision.Relevant & Labelled));

    // Cells whose leaves all stand in entries that carry labels.
    private static CellSet Labelled { get; } = BuildUp.Of(
        FilledRecord.Everything(),
        To(Service.Barnevern, new Decision { Asked = CellSet.All, MayOnRequest = CellSet.All, Relevant = CellSet.All })).Present is var bare
            ? CellSet.All - bare
            : CellSet.Empty;

    private static void Holds(Func<(Decision Decision, Mark[] Marks, Narrowed Narrowed), bool> property) => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(150),
        Prop.ForAll(
            Any.ToArbitrary(),
            any => property((any.Decision, any.Marks, BuildUp.Of(FilledRecord.Everything(any.Marks), To(any.Receiver, any.Decision))))));

    private static Permission To(Service receiver, Decision decision) => new(
        new Request
        {
            Flow = Flow.Pull,
            Receiver = new PartyRef("r", string.Empty, receiver, default),
            Holder = new PartyRef("h", string.Empty, Service.PrimarySchool, default),
            Needs = new NeedList([(Need.AssessCase, CellSet.All)]),
            LawDate = new DateOnly(2026, 9, 1),
        },
        decision);
}
