using System.Collections.Frozen;
using Taushet.Core.Policies;
using Taushet.Core.Vocabulary;
using Taushet.Policies.Faults;
using Taushet.Policies.Yaml;

namespace Taushet.Policies.Book;

/// <summary>Which keys mean something only on some steps; elsewhere they would mislead the reader.</summary>
internal static class StepFields
{
    private static readonly Step[] Opens = [Step.Duty, Step.Opening, Step.Consent, Step.Anonymised];

    private static readonly FrozenDictionary<string, Step[]> StepsOf = new Dictionary<string, Step[]>(StringComparer.Ordinal)
    {
        ["own_initiative"] = [Step.Duty],
        ["always"] = [Step.Duty],
        ["purposes"] = Opens,
        ["relevant"] = Opens,
        ["within"] = Opens,
        ["yields_to_objection"] = Opens,
        ["bases"] = [.. Opens, Step.Notice],
        ["closes_traits"] = [Step.RoutingShield, Step.Endangerment],
        ["comes_with"] = [Step.Recipient, Step.Obligation],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static void Check(Rule rule, MapReader map)
    {
        foreach (var (key, steps) in StepsOf)
        {
            if (map.Find(key) is { } node && !steps.Contains(rule.Step))
            {
                map.Source.Report(
                    node,
                    FaultKind.FieldOfStep,
                    $"'{key}' means nothing on the step '{Codes<Step>.Of(rule.Step)}'.",
                    $"Leave it out; it belongs to: {string.Join(", ", steps.Select(Codes<Step>.Of))}.");
            }
        }
    }
}
