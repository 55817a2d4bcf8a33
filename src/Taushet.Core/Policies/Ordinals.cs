namespace Taushet.Core.Policies;

/// <summary>Norwegian ordinals, as citations use them.</summary>
internal static class Ordinals
{
    private static readonly string[] Words =
        ["første", "andre", "tredje", "fjerde", "femte", "sjette", "sjuende", "åttende", "niende", "tiende"];

    /// <summary>The ordinal of a number from 1; beyond ten a number with a full stop.</summary>
    public static string Of(int number) => number <= Words.Length ? Words[number - 1] : $"{number}.";
}
