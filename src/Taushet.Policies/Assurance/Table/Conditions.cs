using Taushet.Core.Policies;

namespace Taushet.Policies.Assurance.Table;

/// <summary>What a condition looks at.</summary>
internal static class Conditions
{
    /// <summary>Every fact that a condition tests, as often as it does.</summary>
    public static IEnumerable<FactSlot> SlotsOf(Condition condition) => condition switch
    {
        Condition.All all => all.Parts.SelectMany(SlotsOf),
        Condition.Any any => any.Parts.SelectMany(SlotsOf),
        Condition.Not not => SlotsOf(not.Part),
        Condition.In among => [among.Slot],
        Condition.Between bounds => [bounds.Slot],
        Condition.IsKnown known => [known.Slot],
        _ => [],
    };

    /// <summary>The values of a fact of a consent that the condition wants, or none when it does not say.</summary>
    public static IReadOnlyList<int> Wanted(Condition condition, FactSlot slot) => condition switch
    {
        Condition.All all => all.Parts.Select(part => Wanted(part, slot)).FirstOrDefault(wanted => wanted.Count > 0) ?? [],
        Condition.In among when among.Slot == slot => among.Values,
        _ => [],
    };
}
