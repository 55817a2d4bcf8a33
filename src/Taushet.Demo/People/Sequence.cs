namespace Taushet.Demo.People;

/// <summary>A sequence of numbers that depends on its seed alone (SplitMix64): the same people on every machine.</summary>
/// <param name="seed">The seed.</param>
internal sealed class Sequence(ulong seed)
{
    private ulong state = seed;

    /// <summary>A number from 0 up to, not including, the bound.</summary>
    public int Below(int bound) => (int)(Next() % (ulong)bound);

    /// <summary>One of the choices.</summary>
    public T OneOf<T>(params IReadOnlyList<T> choices) => choices[Below(choices.Count)];

    /// <summary>True once in so many times, on average.</summary>
    public bool OnceIn(int times) => Below(times) == 0;

    private ulong Next()
    {
        state += 0x9E3779B97F4A7C15;
        var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
