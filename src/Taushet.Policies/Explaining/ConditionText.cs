using Taushet.Core.Explaining;
using Taushet.Core.Policies;
using Taushet.Policies.Reading;

namespace Taushet.Policies.Explaining;

/// <summary>A condition in bokmål: what a fact must be, and what it is.</summary>
internal static class ConditionText
{
    /// <summary>What was wanted, and what was: "barnets alder: må være minst 16 (nå: 15)".</summary>
    public static string Of(FailedCondition failed, Phrases phrases)
    {
        var readings = failed.Read.Select(reading => reading.Value.IsKnown
            ? SlotType.Of(reading.Slot).Text(phrases, reading.Value.Value)
            : "ikke kjent").ToList();
        return readings.Count == 1
            ? $"{Of(failed.Part, phrases)} (nå: {readings[0]})"
            : $"{Of(failed.Part, phrases)} (nå: {string.Join("; ", failed.Read.Zip(readings, (reading, text) => $"{phrases.Of(reading.Slot)}: {text}"))})";
    }

    /// <summary>What must hold.</summary>
    public static string Of(Condition condition, Phrases phrases) => condition switch
    {
        Condition.All { Parts.IsEmpty: true } => "alltid",
        Condition.Any { Parts.IsEmpty: true } => "aldri",
        Condition.All all => string.Join(" og ", all.Parts.Select(part => Of(part, phrases))),
        Condition.Any any => "enten " + string.Join(", eller ", any.Parts.Select(part => Of(part, phrases))),
        Condition.Not { Part: Condition.In test } => $"{phrases.Of(test.Slot)}: må ikke være {Values(test, phrases)}",
        Condition.Not not => $"ikke ({Of(not.Part, phrases)})",
        Condition.In test => $"{phrases.Of(test.Slot)}: må være {Values(test, phrases)}",
        Condition.Between test => $"{phrases.Of(test.Slot)}: må være {Bounds(test, phrases)}",
        Condition.IsKnown test => $"{phrases.Of(test.Slot)}: må være kjent",
        _ => throw new InvalidOperationException("The condition language is closed."),
    };

    private static string Values(Condition.In test, Phrases phrases) =>
        string.Join(" eller ", test.Values.Select(value => SlotType.Of(test.Slot).Text(phrases, value)));

    private static string Bounds(Condition.Between test, Phrases phrases)
    {
        var text = SlotType.Of(test.Slot).Text;
        var (low, high) = (test.Least > FactVector.Unknown + 1, test.Most < int.MaxValue);
        return (low, high) switch
        {
            (true, true) => $"fra {text(phrases, test.Least)} til {text(phrases, test.Most)}",
            (true, false) => $"minst {text(phrases, test.Least)}",
            _ => $"høyst {text(phrases, test.Most)}",
        };
    }
}
