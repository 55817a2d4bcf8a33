using Taushet.Core.Vocabulary;
using Taushet.Demo.People;
using Taushet.Demo.Scenarios;
using Taushet.Demo.Sectors;

namespace Taushet.Demo.Tests.Scenarios;

public class StoriesTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    private static readonly Cast Cast = new(Population.Generate(1, Today));

    private readonly IReadOnlyList<Scenario> stories = Stories.All(Cast);

    [Fact]
    public void All_EverySystem_HoldsInAStory()
    {
        var holders = stories.Select(story => story.Inquiry.Holder.OrganisationNumber).ToHashSet(StringComparer.Ordinal);

        SectorCatalogue.All.Where(sector => !holders.Contains(sector.Organisation.Number)).ShouldBeEmpty();
    }

    [Fact]
    public void All_Names_AreTheirOwn() => stories.Select(story => story.Name).ShouldBeUnique();

    [Fact]
    public void All_EveryStory_CitesTheLaw() => stories.ShouldAllBe(story => story.Cites.Count > 0);

    [Fact]
    public void All_Stories_BothGiveAndRefuse()
    {
        stories.Count(story => story.Gives.Count > 0).ShouldBeGreaterThan(stories.Count / 3);
        stories.Count(story => story.Gives.Count == 0).ShouldBeGreaterThan(stories.Count / 3);
    }

    [Fact]
    public void Cast_AnySeed_FindsAClientOfItsOwnForEverySystem()
    {
        foreach (var seed in Enumerable.Range(1, 20))
        {
            var people = Population.Generate((ulong)seed, Today.AddDays(seed * 17));
            var cast = new Cast(people);
            var clients = SectorCatalogue.All.Select(sector => (Sector: sector, Client: cast.ClientOf(sector.Organisation))).ToList();

            clients.ShouldAllBe(pair => pair.Sector.Serves(pair.Client, people) && pair.Client.Grading == Grading.Ungraded);
            clients.Select(pair => pair.Client.Place).ShouldBeUnique();
        }
    }

    [Fact]
    public void Cast_Members_AreInNoTwoStoriesParts() => Cast.Members.Select(child => child.Place).ShouldBeUnique();
}
