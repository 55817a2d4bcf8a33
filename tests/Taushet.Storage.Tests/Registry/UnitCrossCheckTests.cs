using Taushet.Core.Vocabulary;
using Taushet.Storage.Ports;
using Taushet.Storage.Registry.Units;
using Taushet.Storage.Tests.Support;

namespace Taushet.Storage.Tests.Registry;

/// <summary>INVARIANT: the organisation registry warns and never grants: what it says changes no registration.</summary>
public sealed class UnitCrossCheckTests
{
    private static readonly string Municipality = People.Organisation(1);
    private static readonly string Department = People.Organisation(2);
    private static readonly string School = People.Organisation(3);

    private readonly Dictionary<string, RegisteredUnit> units = new[]
    {
        new RegisteredUnit(Municipality, "NORDBY KOMMUNE", "KOMM", string.Empty, "0301", ["84.110"], null, null),
        new RegisteredUnit(Department, "NORDBY KOMMUNE OPPVEKST", "ORGL", Municipality, "0301", ["84.120"], null, null),
        new RegisteredUnit(School, "NORDBY KOMMUNE NORDBY SKOLE", "BEDR", Department, "0301", ["85.201"], null, null),
    }.ToDictionary(unit => unit.Number);

    [Fact]
    public async Task Warnings_UnitBelowItsOrganisation_None()
    {
        (await WarningsAsync(Service.PrimarySchool)).ShouldBeEmpty();
        (await WarningsAsync(Service.AfterSchoolCare)).ShouldBeEmpty();
    }

    /// <summary>A municipality is every service at once, and its industry says nothing.</summary>
    [Fact]
    public async Task Warnings_OrganisationItself_None()
    {
        (await WarningsAsync(Service.Barnevern, unit: string.Empty, name: "Nordby kommune")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Warnings_EachDifference_IsTold()
    {
        (await WarningsAsync(Service.Barnevern)).ShouldBe([RegistryWarning.OtherIndustry]);
        (await WarningsAsync(Service.PrimarySchool, name: "Sørby skole")).ShouldBe([RegistryWarning.OtherName]);
        (await WarningsAsync(Service.PrimarySchool, unit: People.Organisation(8))).ShouldBe([RegistryWarning.UnitUnknown]);
        (await WarningsAsync(Service.PrimarySchool, organisation: People.Organisation(9)))
            .ShouldBe([RegistryWarning.OrganisationUnknown, RegistryWarning.OtherParent]);

        units[School] = units[School] with { DeletedFrom = Given.Today, BankruptFrom = Given.Today };
        (await WarningsAsync(Service.PrimarySchool)).ShouldBe([RegistryWarning.Deleted, RegistryWarning.Bankrupt]);
        units[School] = units[School] with { DeletedFrom = Given.Today.AddDays(1), BankruptFrom = null };
        (await WarningsAsync(Service.PrimarySchool)).ShouldBeEmpty();

        units[Municipality] = units[Municipality] with { DeletedFrom = Given.Today };
        (await WarningsAsync(Service.PrimarySchool)).ShouldBe([RegistryWarning.Deleted]);
    }

    [Fact]
    public async Task Warnings_UnitsInARing_OtherParent()
    {
        units[Department] = units[Department] with { Parent = School };

        (await WarningsAsync(Service.PrimarySchool)).ShouldBe([RegistryWarning.OtherParent]);
    }

    [Fact]
    public async Task Warnings_NoCopyOrUnreadable_SaysSo()
    {
        var check = new UnitCrossCheck((_, _) => new(new UnitLookup(Available: true, HasCopy: false, Unit: null)));
        (await check.WarningsAsync(Key(), "Nordby", Given.Today, default)).ShouldBe([RegistryWarning.NoRegistry]);

        var broken = new UnitCrossCheck((_, _) => new(default(UnitLookup)));
        (await broken.WarningsAsync(Key(), "Nordby", Given.Today, default)).ShouldBeNull();
    }

    [Fact]
    public void IndustryCodes_EveryRow_NamesServicesAndBeginsInTime()
    {
        IndustryCodes.Own.Contradict(["85.201"], Service.Police, Given.Today).ShouldBeTrue();
        IndustryCodes.Own.Contradict(["85.201"], Service.Police, new DateOnly(2008, 1, 1)).ShouldBeFalse();
        IndustryCodes.Own.Contradict(["84.240", "85.201"], Service.Police, Given.Today).ShouldBeFalse();
        IndustryCodes.Own.Contradict([], Service.Police, Given.Today).ShouldBeFalse();
    }

    private static RegistrationKey Key() => new(Municipality, School, Service.PrimarySchool);

    private async Task<IReadOnlyList<RegistryWarning>> WarningsAsync(
        Service service, string? organisation = null, string? unit = null, string name = "Nordby skole")
    {
        var check = new UnitCrossCheck((number, _) => new(new UnitLookup(Available: true, HasCopy: true, units.GetValueOrDefault(number))));
        var key = new RegistrationKey(organisation ?? Municipality, unit ?? School, service);
        return (await check.WarningsAsync(key, name, Given.Today, default)).ShouldNotBeNull();
    }
}
