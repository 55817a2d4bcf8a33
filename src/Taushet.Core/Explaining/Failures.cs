using System.Collections.Immutable;
using Taushet.Core.Policies;
using Taushet.Core.Requests;

namespace Taushet.Core.Explaining;

/// <summary>Finds which parts of a condition kept it from holding.</summary>
internal static class Failures
{
    /// <summary>The parts that are not good enough, each test of a fact by itself as far as "all" goes.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="facts">The facts.</param>
    /// <param name="unlessFalse">Whether only what is known to be False fails: a duty that the holder invokes.</param>
    /// <param name="parts">Which parts to look at; null for all.</param>
    public static IEnumerable<FailedCondition> Of(
        Condition condition,
        FactVector facts,
        bool unlessFalse = false,
        Func<Condition, bool>? parts = null)
    {
        var failed = new List<FailedCondition>();
        Collect(condition, facts, unlessFalse ? Truth.Unknown : Truth.True, parts, failed);
        return failed;
    }

    /// <summary>The facts a condition tests, each once.</summary>
    public static IEnumerable<FactSlot> SlotsOf(Condition condition) => Slots(condition).Distinct();

    private static void Collect(
        Condition condition,
        FactVector facts,
        Truth enough,
        Func<Condition, bool>? wanted,
        List<FailedCondition> failed)
    {
        if (condition is Condition.All all)
        {
            foreach (var part in all.Parts)
            {
                Collect(part, facts, enough, wanted, failed);
            }

            return;
        }

        var truth = condition.Evaluate(facts);
        if (truth < enough && (wanted is null || wanted(condition)))
        {
            failed.Add(new FailedCondition(condition, truth, Read(condition, facts)));
        }
    }

    private static ImmutableArray<FactReading> Read(Condition condition, FactVector facts)
    {
        var read = ImmutableArray.CreateBuilder<FactReading>();
        foreach (var slot in SlotsOf(condition))
        {
            var value = facts[slot];
            read.Add(new FactReading(slot, value == FactVector.Unknown ? Known<int>.Unknown : value));
        }

        return read.ToImmutable();
    }

    private static IEnumerable<FactSlot> Slots(Condition condition) => condition switch
    {
        Condition.All all => all.Parts.SelectMany(Slots),
        Condition.Any any => any.Parts.SelectMany(Slots),
        Condition.Not not => Slots(not.Part),
        Condition.In test => [test.Slot],
        Condition.Between test => [test.Slot],
        Condition.IsKnown test => [test.Slot],
        _ => throw new InvalidOperationException("The condition language is closed."),
    };
}
