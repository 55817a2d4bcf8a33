using FsCheck;
using FsCheck.Fluent;
using Taushet.Core.Anonymising;
using Taushet.Core.Requests;

namespace Taushet.Core.Tests.Anonymising;

public sealed class GeneralisingTests
{
    private const string Small = "5001";
    private const string Large = "5002";
    private const string Lonely = "1101";

    private static readonly Arbitrary<int> Ages = Gen.Choose(0, 24).ToArbitrary();
    private static readonly Arbitrary<(string Municipality, int Age, int Children)[]> Counted =
        (from rows in (from municipality in Gen.Elements(Small, Large, "5003", Lonely)
                       from age in Gen.Choose(0, 24)
                       from children in Gen.Choose(0, 40)
                       select (municipality, age, children)).ArrayOf()
         select rows.DistinctBy(row => (row.municipality, row.age)).ToArray()).ToArbitrary();

    /// <summary>
    /// INVARIANT: an age is never told finer than in bands of three years that do not overlap, so that no two tellings narrow each other.
    /// </summary>
    [Fact]
    public void Of_AnyTwoAges_BandsOfThreeYearsThatAreTheSameOrApart() =>
        Prop.ForAll(Ages, Ages, (one, other) =>
        {
            var (left, right) = (AgeBand.Of(one), AgeBand.Of(other));
            (left.To - left.From + 1).ShouldBe(3);
            one.ShouldBeInRange(left.From, left.To);
            (left == right || left.To < right.From || right.To < left.From).ShouldBeTrue();
        }).QuickCheckThrowOnFailure();

    /// <summary>
    /// INVARIANT: a place is told only where at least k children share it and the told age; where the municipality has fewer the county
    /// is told, and where that has fewer, nothing.
    /// </summary>
    [Fact]
    public void Of_AnyCounts_NoPlaceBelowKAndTheFinestThatMeetsIt() =>
        Prop.ForAll(Counted, Ages, Gen.Choose(1, 60).ToArbitrary(), (rows, age, k) =>
        {
            var told = Generalising.Of(age, Small, graded: false, new ChildCounts(rows), k);

            var band = AgeBand.Of(age);
            var inBand = rows.Where(row => row.Age >= band.From && row.Age <= band.To).ToList();
            var here = inBand.Where(row => row.Municipality == Small).Sum(row => row.Children);
            var around = inBand.Where(row => row.Municipality.StartsWith("50", StringComparison.Ordinal)).Sum(row => row.Children);
            told.Place.ShouldBe(here >= k ? Place.InMunicipality(Small) : around >= k ? Place.InCountyOf(Small) : Place.Untold);
            told.Band.ShouldBe(band);
            (told.Place == Place.Untold || told.Children >= k).ShouldBeTrue();
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Of_SmallMunicipalityInLargeCounty_TellsTheCounty()
    {
        var counts = new ChildCounts([(Small, 7, 19), (Large, 8, 1)]);

        Generalising.Of(7, Small, graded: false, counts, Generalising.DefaultK)
            .ShouldBe(new Generalised(AgeBand.Of(6), new Place(PlaceExtent.County, "50"), 20));
    }

    [Fact]
    public void Of_NothingCounted_TellsNoPlace() =>
        Generalising.Of(7, Lonely, graded: false, ChildCounts.None, Generalising.DefaultK).Place.ShouldBe(Place.Untold);

    [Fact]
    public void Of_GradedOrNotKnownWhether_TellsNoPlace()
    {
        var counts = new ChildCounts([(Large, 7, 1000)]);

        Generalising.Of(7, Large, graded: true, counts, 20).Place.ShouldBe(Place.Untold);
        Generalising.Of(7, Large, Known<bool>.Unknown, counts, 20).Place.ShouldBe(Place.Untold);
        Generalising.Of(7, Large, graded: false, counts, 20).Place.ShouldBe(Place.InMunicipality(Large));
    }

    [Fact]
    public void Of_AgeUnknown_CountsEveryChildUnder18()
    {
        var counts = new ChildCounts([(Large, 2, 10), (Large, 17, 10), (Large, 18, 500)]);

        Generalising.Of(Known<int>.Unknown, Large, graded: false, counts, 20)
            .ShouldBe(new Generalised(null, Place.InMunicipality(Large), 20));
        Generalising.Of(Known<int>.Unknown, Large, graded: false, counts, 21).Place.ShouldBe(Place.Untold);
    }
}
