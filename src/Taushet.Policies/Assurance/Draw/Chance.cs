using System.Collections.Immutable;
using Taushet.Core.Vocabulary;

namespace Taushet.Policies.Assurance.Draw;

/// <summary>A seeded source of chance: the same seed draws the same requests.</summary>
internal sealed class Chance(int seed)
{
    // A seed that anyone can repeat is the point; nothing here is a secret.
#pragma warning disable CA5394
    private readonly Random random = new(seed);

    public int Below(int count) => random.Next(count);

    /// <summary>True this many times in a hundred.</summary>
    public bool Percent(int share) => random.Next(100) < share;

    public T Of<T>(IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];
#pragma warning restore CA5394

    public T Member<T>()
        where T : struct, Enum =>
        Of(Codes<T>.Members);

    /// <summary>Yes, no or (in a third of the draws) nothing.</summary>
    public bool? Maybe() => Below(3) switch { 0 => true, 1 => false, _ => null };

    /// <summary>Some of the cells: all of them, about half of them, or one.</summary>
    public CellSet Some(CellSet cells)
    {
        var list = cells.ToList();
        return list.Count == 0 ? cells : Below(4) switch
        {
            0 or 1 => cells,
            2 => CellSet.Of([.. list.Where(_ => Percent(50))]),
            _ => CellSet.Of(Of(list)),
        };
    }

    /// <summary>Some of all, drawn at random; all when no number is given.</summary>
    public static ImmutableArray<T> Drawn<T>(List<T> all, int? sample, int seed)
    {
        var chance = new Chance(seed);
        while (sample is { } size && all.Count > size)
        {
            // The order of the rest does not matter: the last takes the place of the one that goes.
            var place = chance.Below(all.Count);
            all[place] = all[^1];
            all.RemoveAt(all.Count - 1);
        }

        return [.. all];
    }
}
