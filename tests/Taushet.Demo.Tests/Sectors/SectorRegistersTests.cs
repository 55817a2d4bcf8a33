using Google.Protobuf;
using Taushet.Demo.People;
using Taushet.Demo.Sectors;
using Taushet.Demo.Town;
using Taushet.V1;

namespace Taushet.Demo.Tests.Sectors;

public class SectorRegistersTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    private static readonly Population People = Population.Generate(7, Today);

    private readonly SectorRegisters registers = SectorRegisters.Fill(People);

    [Fact]
    public void Fill_TheServicesThatMeetMostChildren_HoldAtLeast200()
    {
        Organisation[] wide = [Organisations.School, Organisations.Kindergarten, Organisations.Practitioner, Organisations.Psychiatry];

        wide.ShouldAllBe(organisation => registers[organisation].Count >= 200);
    }

    [Fact]
    public void Fill_EverySystem_HoldsSomebody() =>
        registers.ByOrganisation.Values.ShouldAllBe(register => register.Count > 0);

    [Fact]
    public void Fill_TheRarerTheContact_TheFewerTheChildren()
    {
        Organisation[] fewerAndFewer =
        [
            Organisations.Practitioner, Organisations.NavState, Organisations.Barnevern, Organisations.Police,
            Organisations.CrisisCentre, Organisations.YouthUnit,
        ];
        var counts = fewerAndFewer.Select(organisation => registers[organisation].Count).ToList();

        counts.ShouldBe(counts.OrderDescending());
        registers[Organisations.Barnevern].Count.ShouldBeLessThan(People.Children.Count / 10);
        registers[Organisations.CrisisCentre].Count.ShouldBeLessThan(People.Children.Count / 50);
    }

    [Fact]
    public void Fill_SamePopulation_SameBytes()
    {
        var again = SectorRegisters.Fill(Population.Generate(7, Today));

        foreach (var (organisation, register) in registers.ByOrganisation)
        {
            register.Numbers.ShouldBe(again[organisation].Numbers);
            foreach (var number in register.Numbers)
            {
                Everything(register, number).ToByteString().ShouldBe(Everything(again[organisation], number).ToByteString());
            }
        }
    }

    [Fact]
    public void Fill_GradedChildren_HaveNoAddressOutsideTheGradedOne()
    {
        var graded = People.Children.Where(child => child.Grading != Core.Vocabulary.Grading.Ungraded).ToList();

        graded.ShouldNotBeEmpty();
        foreach (var register in registers.ByOrganisation.Values)
        {
            foreach (var held in graded.Select(child => Everything(register, child.NationalNumber).Information).OfType<ChildInformation>())
            {
                held.Person.Residence.ShouldBeNull();
                held.OtherPersons.Guardians.ShouldAllBe(guardian => !guardian.HasStreetAddress && !guardian.HasPhone);
                (held.Kindergarten?.Collectors ?? []).ShouldAllBe(collector => !collector.HasPhone);
            }
        }
    }

    private static GetLeavesResponse Everything(SectorRegister register, string number) => register.Answer(new GetLeavesRequest
    {
        Child = new ChildRef { NationalNumber = number },
        Cells = { Enum.GetValues<Cell>() },
    });
}
