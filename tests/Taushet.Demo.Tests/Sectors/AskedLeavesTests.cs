using FsCheck;
using FsCheck.Fluent;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Taushet.Demo.People;
using Taushet.Demo.Sectors;
using Taushet.V1;

namespace Taushet.Demo.Tests.Sectors;

public class AskedLeavesTests
{
    private static readonly Population People = Population.Generate(7, new DateOnly(2026, 11, 21));

    private static readonly SectorRegister School = SectorRegisters.Fill(People).School;

    private static readonly string[] Pupils = [.. School.Numbers];

    // The same words as the invariant in AskedLeaves.
    [Fact]
    public void OnlyWhatWasAskedForIsGiven()
    {
        var cells = ArbMap.Default.GeneratorFor<Cell[]>();
        var pupils = Gen.Choose(0, Pupils.Length - 1).Select(place => Pupils[place]);
        Prop.ForAll(Arb.From(cells), Arb.From(cells), Arb.From(pupils), (full, relevant, pupil) =>
        {
            var given = Ask(pupil, full, relevant).Information;
            return given is null
                || Leaves(given).All(leaf => full.Contains(leaf.Cell) || (relevant.Contains(leaf.Cell) && leaf.Relevant));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void PickFrom_EveryCellAsked_GivesAllThatIsHeld()
    {
        var given = Ask(Pupils[0], Enum.GetValues<Cell>(), []).Information;

        given.School.Assessments.Count.ShouldBe(4);
        given.Person.Identity.NationalNumber.ShouldBe(Pupils[0]);
        given.Holding.Drafts.ShouldNotBeEmpty();
    }

    [Fact]
    public void PickFrom_NothingAsked_GivesNothing() => Ask(Pupils[0], [], []).Information.ShouldBeNull();

    [Fact]
    public void PickFrom_RelevantAsked_LeavesOutTheUnlabelled()
    {
        var given = Ask(Pupils[0], [], [Cell.ChildStatement]).Information;

        given.Holding.Statements.Count.ShouldBe(1);
        given.Holding.Statements[0].Labels.Labels.ShouldContain(Label.Relevant);
    }

    [Fact]
    public void Answer_UnknownChild_GivesNothingAndLogsIt()
    {
        var answer = Ask("00000000000", Enum.GetValues<Cell>(), []);

        answer.Information.ShouldBeNull();
        School.Given.Last().Held.ShouldBeFalse();
    }

    [Fact]
    public void Answer_ItsOwnLog_NamesAskerAndCellsAndNoNumber()
    {
        _ = Ask(Pupils[0], [Cell.Attendance], []);

        var line = School.Given.Last();
        line.Asker.ShouldBe(Service.Barnevern);
        line.Cells.ShouldBe([Cell.Attendance]);
        line.ToString().ShouldNotContain(Pupils[0]);
    }

    private static GetLeavesResponse Ask(string pupil, Cell[] full, Cell[] relevant) => School.Answer(new GetLeavesRequest
    {
        RequestId = ByteString.CopyFrom(new byte[16]),
        Child = new ChildRef { NationalNumber = pupil },
        Asker = new Party { Service = Service.Barnevern },
        Cells = { full },
        RelevantCells = { relevant },
        Needs = { Need.AssessCase },
    });

    private static IEnumerable<(Cell Cell, bool Relevant)> Leaves(IMessage message)
    {
        var labels = message.Descriptor.FindFieldByName("labels")?.Accessor.GetValue(message) as EntryLabels;
        var relevant = labels is not null
            && (labels.Labels.Contains(Label.Relevant) || labels.RelevantFor.Contains(Need.AssessCase));
        foreach (var field in message.Descriptor.Fields.InDeclarationOrder())
        {
            if (field.FieldType != FieldType.Message)
            {
                if (field.Accessor.HasValue(message))
                {
                    yield return (field.GetOptions().GetExtension(OptionsExtensions.Cell), relevant);
                }

                continue;
            }

            foreach (var inner in Inner(field, message).Where(inner => inner is not EntryLabels).SelectMany(Leaves))
            {
                yield return inner;
            }
        }
    }

    private static IEnumerable<IMessage> Inner(FieldDescriptor field, IMessage message) => field.Accessor.GetValue(message) switch
    {
        System.Collections.IEnumerable many and not IMessage => many.Cast<IMessage>(),
        IMessage one => [one],
        _ => [],
    };
}
