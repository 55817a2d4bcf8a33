using Google.Protobuf;
using Taushet.Demo.People;
using Taushet.Demo.Sectors;
using Taushet.V1;

namespace Taushet.Demo.Tests.Sectors;

public class SectorRegistersTests
{
    private readonly Population people = Population.Generate(7, new DateOnly(2026, 11, 21));

    [Fact]
    public void Fill_EverySystem_HoldsAtLeast200Children()
    {
        var registers = SectorRegisters.Fill(people);

        foreach (var register in All(registers))
        {
            register.Count.ShouldBeGreaterThanOrEqualTo(200);
        }
    }

    [Fact]
    public void Fill_SamePopulation_SameBytes()
    {
        var first = SectorRegisters.Fill(people);
        var second = SectorRegisters.Fill(people);

        foreach (var (one, other) in All(first).Zip(All(second)))
        {
            foreach (var number in one.Numbers)
            {
                Everything(one, number).ToByteString().ShouldBe(Everything(other, number).ToByteString());
            }
        }
    }

    [Fact]
    public void Fill_GradedChildren_HaveNoAddressOutsideTheGradedOne()
    {
        var registers = SectorRegisters.Fill(people);
        var graded = people.Children.Where(child => child.Grading != Core.Vocabulary.Grading.Ungraded).ToList();

        graded.ShouldNotBeEmpty();
        foreach (var child in graded)
        {
            var held = Everything(registers.Practitioner, child.NationalNumber);
            held.Information.Person.Residence.ShouldBeNull();
            held.Information.OtherPersons.Guardians.ShouldAllBe(guardian => !guardian.HasStreetAddress);
        }
    }

    private static SectorRegister[] All(SectorRegisters registers) =>
        [registers.School, registers.Kindergarten, registers.Practitioner, registers.Psychiatry];

    private static GetLeavesResponse Everything(SectorRegister register, string number) => register.Answer(new GetLeavesRequest
    {
        Child = new ChildRef { NationalNumber = number },
        Cells = { Enum.GetValues<Cell>() },
    });
}
