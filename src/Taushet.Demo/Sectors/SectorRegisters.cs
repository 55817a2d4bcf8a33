using Taushet.Demo.People;
using Taushet.Demo.Town;

namespace Taushet.Demo.Sectors;

/// <summary>Every sector system filled with data on the population. The same population gives the same data.</summary>
internal sealed class SectorRegisters
{
    private SectorRegisters(IReadOnlyDictionary<Organisation, SectorRegister> byOrganisation) => ByOrganisation = byOrganisation;

    /// <summary>Whose register is which.</summary>
    public IReadOnlyDictionary<Organisation, SectorRegister> ByOrganisation { get; }

    /// <summary>The register of one organisation.</summary>
    public SectorRegister this[Organisation organisation] => ByOrganisation[organisation];

    /// <summary>Fills the registers.</summary>
    public static SectorRegisters Fill(Population people) =>
        new(SectorCatalogue.All.ToDictionary(sector => sector.Organisation, sector => sector.Fill(people)));
}
