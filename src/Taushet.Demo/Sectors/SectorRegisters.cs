using Taushet.Demo.People;
using Taushet.Demo.Town;
using Taushet.V1;

namespace Taushet.Demo.Sectors;

/// <summary>Fills the four sector systems with data on the population. The same population gives the same data.</summary>
/// <param name="School">The school's register.</param>
/// <param name="Kindergarten">The kindergarten's register.</param>
/// <param name="Practitioner">The general practitioner's register.</param>
/// <param name="Psychiatry">The register of child and youth psychiatry.</param>
internal sealed record SectorRegisters(
    SectorRegister School,
    SectorRegister Kindergarten,
    SectorRegister Practitioner,
    SectorRegister Psychiatry)
{
    /// <summary>Whose register is which.</summary>
    public IReadOnlyDictionary<Organisation, SectorRegister> ByOrganisation => new Dictionary<Organisation, SectorRegister>
    {
        [Organisations.School] = School,
        [Organisations.Kindergarten] = Kindergarten,
        [Organisations.Practitioner] = Practitioner,
        [Organisations.Psychiatry] = Psychiatry,
    };

    /// <summary>Fills the registers.</summary>
    public static SectorRegisters Fill(Population people) => new(
        Register(people, 1, age => age is >= 6 and <= 15, Organisations.School.Name, SchoolRecords.Make),
        Register(people, 2, age => age <= 5, Organisations.Kindergarten.Name, KindergartenRecords.Make),
        Register(people, 3, _ => true, Organisations.Practitioner.Name, PractitionerRecords.Make),
        Register(people, 4, age => age >= 6, Organisations.Psychiatry.Name, PsychiatryRecords.Make));

    private static SectorRegister Register(
        Population people,
        int system,
        Func<int, bool> isServed,
        string unit,
        Func<Child, Population, Sequence, string, ChildInformation> make) =>
        new(people.Children
            .Where(child => isServed(people.AgeOf(child)))
            .ToDictionary(
                child => child.NationalNumber,
                child => make(child, people, new Sequence(((ulong)system << 32) + (ulong)child.Place), unit),
                StringComparer.Ordinal));
}
