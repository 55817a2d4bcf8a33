using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Taushet.Core.Requests;

namespace Taushet.Core.Tests.Requests;

public sealed class OsloTimeTests
{
    [Theory]
    [InlineData("2026-03-29T00:59:59Z", "2026-03-29")]
    [InlineData("2026-03-28T22:59:59Z", "2026-03-28")]
    [InlineData("2026-03-28T23:00:00Z", "2026-03-29")]
    [InlineData("2026-03-29T21:59:59Z", "2026-03-29")]
    [InlineData("2026-03-29T22:00:00Z", "2026-03-30")]
    [InlineData("2026-10-24T21:59:59Z", "2026-10-24")]
    [InlineData("2026-10-24T22:00:00Z", "2026-10-25")]
    [InlineData("2026-10-25T22:59:59Z", "2026-10-25")]
    [InlineData("2026-10-25T23:00:00Z", "2026-10-26")]
    [InlineData("2026-12-31T22:59:59Z", "2026-12-31")]
    [InlineData("2026-12-31T23:00:00Z", "2027-01-01")]
    [InlineData("2026-07-01T00:30:00+02:00", "2026-07-01")]
    [InlineData("2026-06-30T18:30:00-05:00", "2026-07-01")]
    public void DateAt_BothSidesOfALine_TheDateInOslo(string instant, string date) =>
        OsloTime.DateAt(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture)).ShouldBe(Date(date));

    [Fact]
    public void DateAt_AnyInstantFrom1996To2100_AgreesWithTheTimeZoneDatabase()
    {
        var oslo = TimeZoneInfo.FindSystemTimeZoneById("Europe/Oslo");
        var first = new DateTimeOffset(1996, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var days = (new DateTime(2100, 12, 31) - first.DateTime).Days;

        // Most instants are far from any line: half of them are moved to the hours around midnight in Oslo.
        var anyMinute = Gen.Choose(0, 1439);
        var aroundMidnight = Gen.Choose(1440 - 180, 1440 + 60);
        var instants = from day in Gen.Choose(0, days - 1)
                       from minute in Gen.OneOf(anyMinute, aroundMidnight)
                       from second in Gen.Choose(0, 59)
                       select first.AddDays(day).AddMinutes(minute).AddSeconds(second);

        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(20_000),
            Prop.ForAll(instants.ToArbitrary(), instant =>
                OsloTime.DateAt(instant) == DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, oslo).DateTime)));
    }

    [Theory]
    [InlineData("2010-06-15", "2026-06-14", 15)]
    [InlineData("2010-06-15", "2026-06-15", 16)]
    [InlineData("2008-02-29", "2026-02-28", 17)]
    [InlineData("2008-02-29", "2026-03-01", 18)]
    [InlineData("2008-02-29", "2028-02-28", 19)]
    [InlineData("2008-02-29", "2028-02-29", 20)]
    [InlineData("2009-01-01", "2026-12-31", 17)]
    [InlineData("2009-01-01", "2027-01-01", 18)]
    [InlineData("2008-12-31", "2026-12-30", 17)]
    [InlineData("2026-11-21", "2026-11-21", 0)]
    [InlineData("2026-11-22", "2026-11-21", -1)]
    public void AgeOn_AroundABirthday_WholeYears(string born, string date, int age) =>
        OsloTime.AgeOn(Date(born), Date(date)).ShouldBe(age);

    [Fact]
    public void AgeOn_AnyDay_GrowsByOneAYearAndOnlyOnOneDay() =>
        Prop.ForAll(
            Gen.Choose(0, 40_000).Two().ToArbitrary(),
            days =>
            {
                var born = new DateOnly(1996, 1, 1).AddDays(days.Item1 % 11_000);
                var day = born.AddDays(days.Item2);
                var step = OsloTime.AgeOn(born, day.AddDays(1)) - OsloTime.AgeOn(born, day);
                var tomorrow = day.AddDays(1);
                var birthday = (tomorrow.Month, tomorrow.Day) == (born.Month, born.Day)
                    || (born is { Month: 2, Day: 29 } && tomorrow is { Month: 3, Day: 1 } && !DateTime.IsLeapYear(tomorrow.Year));
                return step == (birthday ? 1 : 0);
            }).QuickCheckThrowOnFailure();

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
