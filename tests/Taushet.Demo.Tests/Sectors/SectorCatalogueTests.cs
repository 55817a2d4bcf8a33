using Taushet.Core.Requests.Identifiers;
using Taushet.Core.Vocabulary;
using Taushet.Demo.People;
using Taushet.Demo.Sectors;
using Taushet.Demo.Town;

namespace Taushet.Demo.Tests.Sectors;

public class SectorCatalogueTests
{
    private const int FirstReceiverThatIsNoService = (int)Service.ParentWithResponsibility;

    private static readonly DateOnly Today = new(2026, 11, 21);

    // Why a service of the vocabulary has no system here. Whoever adds a service gives it a system, or a line here.
    private static readonly Dictionary<Service, string> WithoutSystem = new()
    {
        [Service.Supervision] = "has cases on the holders it supervises, and is answered by humans",
        [Service.VoluntaryOrganisation] = "has no register the law reaches; gives what a person chooses to tell, in a push",
        [Service.HigherEducation] = "its students are 18 and above, and the municipality's people are children",
    };

    [Fact]
    public void All_EveryServiceThatHoldsData_HasASystem()
    {
        var services = Codes<Service>.Members.Where(service => (int)service < FirstReceiverThatIsNoService);
        var served = SectorCatalogue.All.Select(sector => sector.Organisation.Service).ToHashSet();

        services.Where(service => !served.Contains(service)).ShouldBe(WithoutSystem.Keys, ignoreOrder: true);
    }

    [Fact]
    public void All_Organisations_AreRegisteredOnce()
    {
        var organisations = SectorCatalogue.All.Select(sector => sector.Organisation).ToList();

        organisations.ShouldBeUnique();
        organisations.ShouldBeSubsetOf(Organisations.All);
    }

    [Fact]
    public void Organisations_Numbers_AreSyntheticAndTheirOwn()
    {
        var numbers = Organisations.All.Select(organisation => organisation.Number).ToList();

        numbers.ShouldBeUnique();
        numbers.ShouldAllBe(number => OrganisationNumber.IsValid(number) && number.StartsWith('3'));
    }

    [Fact]
    public void Serves_AnotherSeed_SameChildrenByPlace()
    {
        var (one, other) = (Population.Generate(1, Today), Population.Generate(2, Today.AddDays(100)));

        foreach (var sector in SectorCatalogue.All)
        {
            Places(sector, one).ShouldBe(Places(sector, other));
        }
    }

    [Fact]
    public void Serves_ByAge_OnlyThoseTheServiceIsFor()
    {
        var people = Population.Generate(1, Today);

        foreach (var sector in SectorCatalogue.All)
        {
            people.Children.Where(child => sector.Serves(child, people)).Select(people.AgeOf)
                .ShouldAllBe(age => age >= sector.From && age <= sector.To);
        }
    }

    [Fact]
    public void Serves_WholeFamilies_SiblingsComeTogether()
    {
        var people = Population.Generate(1, Today);
        var crisisCentre = SectorCatalogue.Of(Organisations.CrisisCentre);
        var client = people.Children.First(child => crisisCentre.Serves(child, people) && people.SiblingsOf(child).Any());

        people.SiblingsOf(client).ShouldAllBe(sibling => crisisCentre.Serves(sibling, people));
    }

    [Fact]
    public void Serves_OneSchoolOrTheOther_NeverBoth()
    {
        var people = Population.Generate(1, Today);
        var (town, own) = (SectorCatalogue.Of(Organisations.School), SectorCatalogue.Of(Organisations.PrivateSchool));

        people.Children.ShouldNotContain(child => town.Serves(child, people) && own.Serves(child, people));
        Places(own, people).ShouldNotBeEmpty();
    }

    [Fact]
    public void Serves_Institution_OnlyBarnevernsOwn()
    {
        var people = Population.Generate(1, Today);

        Places(SectorCatalogue.Of(Organisations.Institution), people)
            .ShouldBeSubsetOf(Places(SectorCatalogue.Of(Organisations.Barnevern), people));
    }

    private static List<int> Places(Sector sector, Population people) =>
        [.. people.Children.Where(child => sector.Serves(child, people)).Select(child => child.Place)];
}
