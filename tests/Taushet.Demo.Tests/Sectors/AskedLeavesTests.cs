using FsCheck;
using FsCheck.Fluent;
using Google.Protobuf;
using Taushet.Demo.People;
using Taushet.Demo.Sectors;
using Taushet.Demo.Town;
using Taushet.V1;

namespace Taushet.Demo.Tests.Sectors;

public class AskedLeavesTests
{
    private static readonly Population People = Population.Generate(7, new DateOnly(2026, 11, 21));

    private static readonly SectorRegisters Registers = SectorRegisters.Fill(People);

    private static readonly SectorRegister School = Registers[Organisations.School];

    private static readonly string[] Pupils = [.. School.Numbers];

    // The same words as the invariant in AskedLeaves.
    [Fact]
    public void OnlyWhatWasAskedForIsGiven()
    {
        var cells = ArbMap.Default.GeneratorFor<Cell[]>();
        var somebody = Gen.Elements(Registers.ByOrganisation.Values.ToArray())
            .SelectMany(register => Gen.Elements(register.Numbers.ToArray()), (register, client) => (Register: register, Client: client));
        Prop.ForAll(Arb.From(cells), Arb.From(cells), Arb.From(somebody), (full, relevant, asked) =>
        {
            var given = Ask(asked.Register, asked.Client, full, relevant).Information;
            return given is null
                || RecordWalk.Leaves(given).All(leaf =>
                    full.Contains(leaf.Cell) || (relevant.Contains(leaf.Cell) && IsRelevant(leaf)));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }

    [Fact]
    public void Answer_EachCellAlone_GivesThatCellAloneAndTogetherEverything()
    {
        foreach (var register in Registers.ByOrganisation.Values)
        {
            var client = register.Numbers.First();
            var all = RecordWalk.Leaves(Ask(register, client, Enum.GetValues<Cell>(), []).Information).Count();
            var apart = Enum.GetValues<Cell>().Sum(cell => Alone(register, client, cell));

            apart.ShouldBe(all);
        }
    }

    [Fact]
    public void PickFrom_EveryCellAsked_GivesAllThatIsHeld()
    {
        var given = Ask(School, Pupils[0], Enum.GetValues<Cell>(), []).Information;

        given.School.Assessments.Count.ShouldBe(4);
        given.Person.Identity.NationalNumber.ShouldBe(Pupils[0]);
        given.Holding.Drafts.ShouldNotBeEmpty();
    }

    [Fact]
    public void PickFrom_NothingAsked_GivesNothing() => Ask(School, Pupils[0], [], []).Information.ShouldBeNull();

    [Fact]
    public void PickFrom_RelevantAsked_LeavesOutTheUnlabelled()
    {
        var given = Ask(School, Pupils[0], [], [Cell.ChildStatement]).Information;

        given.Holding.Statements.Count.ShouldBe(1);
        given.Holding.Statements[0].Labels.Labels.ShouldContain(Label.Relevant);
    }

    [Fact]
    public void Answer_UnknownChild_GivesNothingAndLogsIt()
    {
        var answer = Ask(School, "00000000000", Enum.GetValues<Cell>(), []);

        answer.Information.ShouldBeNull();
        School.Given.Last().Held.ShouldBeFalse();
    }

    [Fact]
    public void Answer_ItsOwnLog_NamesAskerAndCellsAndNoNumber()
    {
        _ = Ask(School, Pupils[0], [Cell.Attendance], []);

        var line = School.Given.Last();
        line.Asker.ShouldBe(Service.Barnevern);
        line.Cells.ShouldBe([Cell.Attendance]);
        line.ToString().ShouldNotContain(Pupils[0]);
    }

    private static int Alone(SectorRegister register, string client, Cell cell)
    {
        var given = Ask(register, client, [cell], []).Information;
        if (given is null)
        {
            return 0;
        }

        var leaves = RecordWalk.Leaves(given).ToList();
        leaves.ShouldAllBe(leaf => leaf.Cell == cell);
        return leaves.Count;
    }

    private static GetLeavesResponse Ask(SectorRegister register, string client, Cell[] full, Cell[] relevant) =>
        register.Answer(new GetLeavesRequest
        {
            RequestId = ByteString.CopyFrom(new byte[16]),
            Child = new ChildRef { NationalNumber = client },
            Asker = new Party { Service = Service.Barnevern },
            Cells = { full },
            RelevantCells = { relevant },
            Needs = { Need.AssessCase },
        });

    private static bool IsRelevant(FoundLeaf leaf) => leaf.Labels is { } labels
        && (labels.Labels.Contains(Label.Relevant) || labels.RelevantFor.Contains(Need.AssessCase));
}
