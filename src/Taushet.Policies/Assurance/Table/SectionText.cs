using System.Text;
using Taushet.Core.Policies;
using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;
using Taushet.Policies.Reading;

namespace Taushet.Policies.Assurance.Table;

/// <summary>A section as text: places of which the same is said stand together.</summary>
internal static class SectionText
{
    public static string Of(Section section)
    {
        var text = new StringBuilder();
        text.Append("- rule: ").Append(section.Rule.Id).Append('\n');
        if (section.Base.IsEmpty)
        {
            return text.Append("  applies: never\n").ToString();
        }

        var one = section.With.Distinct().Count() == 1;
        var shown = section.Shown ?? section.Base[0];
        text.Append("  given: ").Append(Given(shown.Situation)).Append('\n').Append("  decisions:\n");
        foreach (var block in Blocks(section))
        {
            Append(text, section.Rule, block, one ? null : Given(block.Situation));
        }

        if (section.Shown is { } around)
        {
            text.Append("  around: ").Append(Codes<Service>.Of(around.Holder)).Append(" to ").Append(Codes<Service>.Of(around.Receiver)).Append('\n');
            AppendAround(text, section, around.Told);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, Rule rule, Block block, string? given)
    {
        var dash = "    - ";
        void Line(string key, string value)
        {
            text.Append(dash).Append(key).Append(": ").Append(value).Append('\n');
            dash = "      ";
        }

        if (block.With is { } with)
        {
            Line("with", given is null ? with.Id : $"{with.Id} {given}");
        }

        if (block.Purposes.Length > 0)
        {
            Line("purpose", block.Purposes);
        }

        Line("from", Words.Of(block.Holders));
        Line("to", Words.Of(block.Receivers));
        foreach (var (key, value) in ToldText.Lines(rule, block.Told))
        {
            Line(key, value);
        }
    }

    private static void AppendAround(StringBuilder text, Section section, Told own)
    {
        var heading = "  changed:\n";
        foreach (var same in section.Around.GroupBy(around => ToldText.Change(section.Rule, own, around.Told), StringComparer.Ordinal)
            .OrderBy(group => group.Key.Length > 0))
        {
            if (same.Key.Length == 0)
            {
                text.Append("  unchanged:\n");
            }
            else
            {
                text.Append(heading).Append("    - now: ").Append(same.Key).Append('\n');
                heading = string.Empty;
            }

            foreach (var fact in same.GroupBy(around => around.Variation.What, StringComparer.Ordinal))
            {
                text.Append(same.Key.Length == 0 ? "    " : "      ").Append(fact.Key).Append(": ")
                    .Append(Listed([.. fact.Select(around => around.Variation.Value)])).Append('\n');
            }
        }
    }

    private static string Listed(string[] values) => string.Join(values.Any(value => value.Contains(' ', StringComparison.Ordinal)) ? ", " : " ", values);

    /// <summary>The situation, as far as it is not the ordinary one.</summary>
    private static string Given(Situation situation)
    {
        var parts = new List<string> { $"flow: {Codes<Flow>.Of(situation.Flow)}", $"date: {situation.Day:yyyy-MM-dd}" };
        if (!situation.Asserted.IsEmpty)
        {
            parts.Add($"basis: {Words.Of(situation.Asserted)}");
        }

        parts.AddRange(Codes<FactSlot>.Members
            .Where(slot => situation[slot] != Ordinary(slot))
            .Select(slot => $"{Codes<FactSlot>.Of(slot)}: {(situation[slot] is { } value ? SlotType.Of(slot).Word(value) : "unknown")}"));
        if (situation.Consent is { } consent)
        {
            parts.Add($"consent: {consent.Told}");
        }

        if (situation.Secrecies == Recorded.OfAll)
        {
            parts.Add("kept from guardians: everything");
        }

        if (situation.HolderDecides)
        {
            parts.Add("holder decides: to give all");
        }

        return $"{{ {string.Join(", ", parts)} }}";
    }

    private static int? Ordinary(FactSlot slot) => Settling.Ordinary.TryGetValue(slot, out var value) ? value : null;

    /// <summary>Places with the same to say, as rectangles of holders and receivers.</summary>
    private static IEnumerable<Block> Blocks(Section section)
    {
        var places = section.Base.Zip(section.With, (place, with) => (Place: place, With: with)).ToList();
        var several = section.Base.Select(place => place.Situation.Purpose).Distinct().Count() > 1;
        return places
            .GroupBy(entry => (entry.Place.Told, Carrier: entry.With?.Id, entry.Place.Situation.Purpose))
            .SelectMany(group => Rectangles(group.Select(entry => entry.Place)).Select(rectangle => (Key: group.Key, Rectangle: rectangle, First: group.First())))
            .GroupBy(entry => (entry.Key.Told, entry.Key.Carrier, entry.Rectangle))
            .Select(group => new Block(
                group.First().First.Place.Situation,
                group.First().First.With,
                several ? string.Join(' ', group.Select(entry => Purpose(entry.Key.Purpose))) : string.Empty,
                group.Key.Rectangle.Holders,
                group.Key.Rectangle.Receivers,
                group.Key.Told));
    }

    private static string Purpose(Known<Purpose> purpose) => purpose.IsKnown ? Codes<Purpose>.Of(purpose.Value) : "unknown";

    private static IEnumerable<(ServiceSet Holders, ServiceSet Receivers)> Rectangles(IEnumerable<Place> places) => places
        .GroupBy(place => place.Holder)
        .Select(group => (Holder: group.Key, Receivers: ServiceSet.Of([.. group.Select(place => place.Receiver)])))
        .GroupBy(row => row.Receivers)
        .Select(group => (ServiceSet.Of([.. group.Select(row => row.Holder)]), group.Key));

    private sealed record Block(Situation Situation, Rule? With, string Purposes, ServiceSet Holders, ServiceSet Receivers, Told Told);
}
