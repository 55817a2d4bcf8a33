using Taushet.Core.Requests.Identifiers;
using Taushet.Core.Vocabulary;
using Taushet.Demo.People;

namespace Taushet.Demo.Tests.People;

public class PopulationTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    private readonly Population people = Population.Generate(7, Today);

    [Fact]
    public void Generate_EveryNumber_IsSyntheticWithRightControlDigits()
    {
        var numbers = people.Children
            .SelectMany(child => new[] { child.NationalNumber, child.Family.Mother.NationalNumber, child.Family.Father.NationalNumber });

        numbers.ShouldAllBe(number => IsSynthetic(number));
    }

    [Fact]
    public void Generate_Children_HaveNumbersOfTheirOwn() =>
        people.Children.Select(child => child.NationalNumber).Distinct(StringComparer.Ordinal).Count()
            .ShouldBe(people.Children.Count);

    [Fact]
    public void Generate_SameSeedAndDay_SamePeople() =>
        Describe(Population.Generate(7, Today)).ShouldBe(Describe(people));

    [Fact]
    public void Generate_OtherSeed_OtherPeople() =>
        Describe(Population.Generate(8, Today)).ShouldNotBe(Describe(people));

    [Fact]
    public void Generate_Ages_CoverKindergartenSchoolAndYouth()
    {
        var ages = people.Children.Select(people.AgeOf).ToHashSet();

        ages.ShouldBe(Enumerable.Range(1, 17), ignoreOrder: true);
    }

    [Fact]
    public void Generate_SomeAddresses_AreGraded()
    {
        people.Children.Count(child => child.Grading == Grading.StrictlyConfidential).ShouldBeInRange(3, 40);
        people.Children.Count(child => child.Grading == Grading.Confidential).ShouldBeInRange(3, 40);
    }

    [Fact]
    public void TextForms_OfPeople_HideTheNumber()
    {
        var child = people.Children[0];

        child.ToString().ShouldNotContain(child.NationalNumber);
        child.Family.ToString().ShouldNotContain(child.Family.Mother.NationalNumber);
    }

    private static IEnumerable<string> Describe(Population population) =>
        population.Children.Select(child => $"{child.NationalNumber} {child.Name} {child.BirthDate} {child.Family.Street}");

    private static bool IsSynthetic(string number) =>
        NationalNumber.IsValid(number, out var series) && series == NumberSeries.SyntheticTaxAdministration;
}
