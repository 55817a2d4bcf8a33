using Taushet.Core.Policies;
using Taushet.Core.Vocabulary;

namespace Taushet.Policies.Assurance.Draw;

/// <summary>The values at which some rule of the book changes its mind: for each fact, and for the date.</summary>
internal sealed class Boundaries
{
    private readonly Dictionary<FactSlot, IReadOnlyList<int>> values;

    public Boundaries(PolicySet policies)
    {
        var found = Codes<FactSlot>.Members.ToDictionary(slot => slot, _ => new SortedSet<int>());
        foreach (var condition in policies.Rules.Select(rule => rule.When).Concat(policies.Givers.Select(giver => giver.When)))
        {
            Collect(condition, found);
        }

        values = found.ToDictionary(entry => entry.Key, IReadOnlyList<int> (entry) => [.. Domain(entry.Key, entry.Value)]);
        Dates = [.. policies.Rules.SelectMany(rule => DatesOf(rule.From, rule.To))
            .Concat(policies.Givers.SelectMany(giver => DatesOf(giver.From, giver.To)))
            .Where(date => date.Year is >= 2022 and <= 2031)
            .Append(new DateOnly(2026, 11, 21))
            .Distinct()
            .Order()];
    }

    /// <summary>The day before and the first day of every change of the law from 2022 on.</summary>
    public IReadOnlyList<DateOnly> Dates { get; }

    /// <summary>The values of a fact around every bound, and a value that no rule names.</summary>
    public IReadOnlyList<int> Of(FactSlot slot) => values[slot];

    /// <summary>The day before, the first day, the last day and the day after.</summary>
    public static IEnumerable<DateOnly> DatesOf(DateOnly from, DateOnly? to)
    {
        DateOnly[] dates = to is { } last && last < DateOnly.MaxValue ? [from, last, last.AddDays(1)] : [from];
        return from > DateOnly.MinValue ? dates.Append(from.AddDays(-1)) : dates;
    }

    private static void Collect(Condition condition, Dictionary<FactSlot, SortedSet<int>> found)
    {
        switch (condition)
        {
            case Condition.All all:
                all.Parts.ToList().ForEach(part => Collect(part, found));
                break;
            case Condition.Any any:
                any.Parts.ToList().ForEach(part => Collect(part, found));
                break;
            case Condition.Not not:
                Collect(not.Part, found);
                break;
            case Condition.In among:
                found[among.Slot].UnionWith(among.Values);
                break;
            case Condition.Between bounds:
                found[bounds.Slot].UnionWith(
                    new long[] { bounds.Least - 1L, bounds.Least, bounds.Most, bounds.Most + 1L }
                        .Where(value => value is >= -1 and <= 9999)
                        .Select(value => (int)value));
                break;
        }
    }

    private static IEnumerable<int> Domain(FactSlot slot, SortedSet<int> found)
    {
        int[] members = slot switch
        {
            FactSlot.HolderForm or FactSlot.ReceiverForm => Numbers<ServiceForm>(),
            FactSlot.Grading => Numbers<Grading>(),
            FactSlot.Care => Numbers<CareSituation>(),
            FactSlot.Responsibility => Numbers<ParentalResponsibility>(),
            FactSlot.OrderCase => Numbers<OrderCase>(),
            FactSlot.OrderLevel => Numbers<EvidenceLevel>(),
            FactSlot.ReportTrigger => Numbers<Trigger>(),
            FactSlot.ReportCertainty or FactSlot.AvertCertainty or FactSlot.PregnancyDamageLikely => Numbers<Certainty>(),
            FactSlot.ConsentArea => Numbers<ConsentArea>(),
            FactSlot.Age or FactSlot.AvertVictimAge => [0, 6, 7, 11, 12, 14, 15, 16, 17, 18, 24],
            FactSlot.AvertCrime => [1000],
            _ => [0, 1],
        };
        var isMember = slot is not (FactSlot.Age or FactSlot.AvertVictimAge or FactSlot.AvertCrime);
        return members.Union(found.Where(value => isMember ? members.Contains(value) : value >= 0)).Order();
    }

    private static int[] Numbers<T>()
        where T : struct, Enum =>
        [.. Codes<T>.Members.Select(MemberNumber.Of)];
}
