using System.Globalization;
using System.Text;
using Taushet.Core.Policies;
using Taushet.Core.Vocabulary;
using Taushet.Policies.Reading;

namespace Taushet.Policies.Assurance.Givers;

/// <summary>The table of who may consent: for every area, stretch of days, age, care and parental responsibility whose consent is enough.</summary>
public sealed class GiverTable
{
    /// <summary>The file's name, beside the tables of the acts.</summary>
    public const string File = "givers.yaml";

    private readonly PolicySet policies;
    private readonly GiverPlaces places;

    private GiverTable(PolicySet policies) => (this.policies, places) = (policies, new GiverPlaces(policies));

    /// <summary>Writes the table.</summary>
    public static string Write(PolicySet policies)
    {
        var table = new GiverTable(policies);
        return string.Join('\n', Codes<ConsentArea>.Members.Select(table.OfArea));
    }

    private string OfArea(ConsentArea area)
    {
        var text = new StringBuilder();
        var stretches = GiverPlaces.FirstDays(policies.Givers.Where(giver => giver.Areas.Contains(area)))
            .Select(day => (From: day, Body: OfDay(area, day)))
            .ToList();
        for (var place = 0; place < stretches.Count; place++)
        {
            var last = place + 1 < stretches.Count ? $"  to: {stretches[place + 1].From.AddDays(-1):yyyy-MM-dd}\n" : string.Empty;
            text.Append(CultureInfo.InvariantCulture, $"- area: {Codes<ConsentArea>.Of(area)}\n  from: {stretches[place].From:yyyy-MM-dd}\n{last}{stretches[place].Body}");
        }

        return text.ToString();
    }

    private string OfDay(ConsentArea area, DateOnly day)
    {
        var givers = GiverPlaces.InForce(policies.Givers, area, day);
        var told = places.Ages.Select(age => (Age: age, Body: OfAge(age, givers))).ToList();
        var text = new StringBuilder();
        for (var place = 0; place < told.Count;)
        {
            var next = place + 1;
            while (next < told.Count && told[next].Age is not null && told[next].Body == told[place].Body)
            {
                next++;
            }

            text.Append(CultureInfo.InvariantCulture, $"  {Ages(told[place].Age, next < told.Count ? told[next].Age : null)}:{told[place].Body}");
            place = next;
        }

        return text.ToString();
    }

    private string OfAge(int? age, IReadOnlyList<GiverRule> givers) => Grouped(
        FactSlot.Care,
        places.Cares,
        "    ",
        care => Grouped(FactSlot.Responsibility, places.Responsibilities, "      ", responsibility => WhoGives(age, care, responsibility, givers)));

    /// <summary>Values with the same to say stand together; where all have, they are not told.</summary>
    private static string Grouped(FactSlot slot, int?[] values, string indent, Func<int?, string> say)
    {
        var groups = values.GroupBy(say, value => value is { } known ? SlotType.Of(slot).Word(known) : "unknown", StringComparer.Ordinal).ToList();
        return groups.Count == 1
            ? groups[0].Key
            : "\n" + string.Concat(groups.Select(group => $"{indent}{string.Join(' ', group)}:{group.Key}"));
    }

    private string WhoGives(int? age, int? care, int? responsibility, IReadOnlyList<GiverRule> givers)
    {
        var said = places.Kept.Select(kept => (Kept: kept, Who: GiverPlaces.WhoGives(givers, new ChildOfConsent(age, care, responsibility, kept)))).ToList();
        var ordinary = said.Find(entry => entry.Kept == 0).Who;
        var others = said.Where(entry => entry.Who != ordinary)
            .Select(entry => $", {(entry.Kept == 1 ? "all of it kept from the guardians" : "unknown whether kept from them")} {entry.Who}");
        return $" {ordinary}{string.Concat(others)}\n";
    }

    private static string Ages(int? first, int? next) =>
        first is null ? "age unknown"
        : next is null ? $"age {first} or more"
        : next - 1 == first ? $"age {first}"
        : $"age {first} to {next - 1}";
}
