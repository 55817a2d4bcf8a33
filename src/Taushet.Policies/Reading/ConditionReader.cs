using System.Collections.Immutable;
using Taushet.Core.Policies;
using Taushet.Core.Vocabulary;
using Taushet.Policies.Faults;
using Taushet.Policies.Yaml;
using YamlDotNet.RepresentationModel;

namespace Taushet.Policies.Reading;

/// <summary>
/// Reads the condition language: <c>all</c>, <c>any</c>, <c>not</c>, <c>known</c>, or a fact with what it must be. Several
/// keys in one mapping mean all of them. A part that does not read is a fault, and the condition then never holds.
/// </summary>
internal static class ConditionReader
{
    private static readonly Condition Never = new Condition.Any([]);

    public static Condition Read(Source source, YamlNode? node)
    {
        switch (node)
        {
            case null:
                return Condition.Always;
            case YamlMappingNode { Children.Count: > 0 } map:
                var parts = map.Children.Select(part => ReadPart(source, part.Key, part.Value)).ToImmutableArray();
                return parts.Length == 1 ? parts[0] : new Condition.All(parts);
            default:
                source.Report(node, FaultKind.WrongShape, "A condition must be a mapping.", "Write fact: value, or all, any, not, known.");
                return Never;
        }
    }

    private static Condition ReadPart(Source source, YamlNode key, YamlNode value)
    {
        var name = (key as YamlScalarNode)?.Value ?? string.Empty;
        switch (name)
        {
            case "all":
                return new Condition.All([.. source.Items(value, "all").Select(part => Read(source, part))]);
            case "any":
                return new Condition.Any([.. source.Items(value, "any").Select(part => Read(source, part))]);
            case "not":
                return new Condition.Not(Read(source, value));
            case "known":
                return source.Code<FactSlot>(value) is { } known ? new Condition.IsKnown(known) : Never;
            default:
                return Slot(name) is { } slot ? ReadFact(source, slot, value) : UnknownFact(source, key, name);
        }
    }

    private static Condition ReadFact(Source source, FactSlot slot, YamlNode value)
    {
        var type = SlotType.Of(slot);
        if (value is YamlMappingNode)
        {
            return ReadBounds(source, slot, type, value);
        }

        var numbers = source.Items(value, "The values").Select(item => type.Value(source, item)).ToList();
        return numbers.Count > 0 && numbers.TrueForAll(number => number is not null)
            ? new Condition.In(slot, [.. numbers.Select(number => number!.Value)])
            : Never;
    }

    private static Condition ReadBounds(Source source, FactSlot slot, SlotType type, YamlNode value)
    {
        if (!type.Ordered)
        {
            source.Report(value, FaultKind.SlotType, $"The values of '{Codes<FactSlot>.Of(slot)}' have no order.", "List the values that hold.");
            return Never;
        }

        var map = source.Map(value, "A bound", ["below", "at_least", "between"])!;
        var ends = source.Items(map.Find("between"), "between").Select(end => type.Value(source, end)).ToList();
        if (map.Find("between") is { } between && ends.Count != 2)
        {
            source.Report(between, FaultKind.BadValue, "'between' takes two values.", "Write [least, most]; both are included.");
        }

        var least = ends.Count == 2 ? ends[0] : map.Find("at_least") is { } low ? type.Value(source, low) : null;
        var most = ends.Count == 2 ? ends[1] : map.Find("below") is { } high ? type.Value(source, high) - 1 : null;
        return least is null && most is null
            ? Never
            : new Condition.Between(slot, least ?? FactVector.Unknown + 1, most ?? int.MaxValue);
    }

    private static Condition UnknownFact(Source source, YamlNode key, string name)
    {
        var known = string.Join(", ", Codes<FactSlot>.Members.Select(Codes<FactSlot>.Of));
        source.Report(key, FaultKind.UnknownCode, $"'{name}' is no fact.", $"Use all, any, not, known or one of: {known}.");
        return Never;
    }

    private static FactSlot? Slot(string name) => Codes<FactSlot>.TryParse(name, out var slot) ? slot : null;
}
