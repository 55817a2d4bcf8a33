using Taushet.Core.Vocabulary;
using Taushet.Demo.People;
using Taushet.Demo.Scenarios;
using Taushet.Demo.Sectors;
using Taushet.Demo.Tests.Sectors;

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
    public void Readme_Systems_AreAsManyAsItSays() =>
        Readme.Text().ShouldContain($"{SectorCatalogue.All.Count} sector systems, ");

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

    // A cell that is not held is answered as a refusal: a story that gives must be about a child of whom it is held.
    [Fact]
    public void All_AnySeed_WhatAStoryGivesIsHeld()
    {
        foreach (var seed in Enumerable.Range(1, 20))
        {
            var people = Population.Generate((ulong)seed, Today);
            foreach (var story in Stories.All(new Cast(people)).Where(story => story.Call == ScenarioCall.Request && story.Gives.Count > 0))
            {
                var sector = SectorCatalogue.All.Single(one => one.Organisation.Number == story.Inquiry.Holder.OrganisationNumber);
                var child = people.Children.Single(one => one.NationalNumber == story.Inquiry.Child.NationalNumber);
                var held = RecordWalk.Leaves(sector.RecordOf(child, people)).Select(leaf => leaf.Cell).ToHashSet();

                story.Gives.ShouldAllBe(cell => held.Contains(cell), $"{story.Name}, seed {seed}");
            }
        }
    }

    [Fact]
    public void Cast_Members_AreInNoTwoStoriesParts() => Cast.Members.Select(child => child.Place).ShouldBeUnique();
}
