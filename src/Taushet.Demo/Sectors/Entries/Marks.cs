using Taushet.V1;

namespace Taushet.Demo.Sectors.Entries;

/// <summary>What a holder marks on an entry.</summary>
internal static class Marks
{
    /// <summary>These labels.</summary>
    public static EntryLabels Of(params ReadOnlySpan<Label> labels) => new() { Labels = { labels.ToArray() } };

    /// <summary>The label a shielded entry always carries, and what else the holder says of it.</summary>
    public static EntryLabels Of(Label always, Label[] more) => new() { Labels = { always, more } };

    /// <summary>Relevant for certain needs alone.</summary>
    public static EntryLabels RelevantFor(params ReadOnlySpan<Need> needs) => new() { RelevantFor = { needs.ToArray() } };
}
