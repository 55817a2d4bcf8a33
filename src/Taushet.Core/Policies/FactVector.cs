using Taushet.Core.Vocabulary;

namespace Taushet.Core.Policies;

/// <summary>The facts of one decision, one number a slot, on the stack of the decider.</summary>
public readonly ref struct FactVector(Span<int> slots)
{
    /// <summary>How many slots there are.</summary>
    public const int Size = (int)FactSlot.ConsentKeptFromGuardians + 1;

    /// <summary>The number that stands for an unknown fact.</summary>
    public const int Unknown = int.MinValue;

    private readonly Span<int> slots = slots;

    /// <summary>The fact's number, or <see cref="Unknown"/>.</summary>
    public int this[FactSlot slot]
    {
        get => slots[(int)slot];
        internal set => slots[(int)slot] = value;
    }

    internal void Clear() => slots.Fill(Unknown);

    internal void Set(FactSlot slot, Requests.Known<bool> fact) =>
        this[slot] = fact.IsKnown ? (fact.Value ? 1 : 0) : Unknown;

    internal void Set(FactSlot slot, Requests.Known<int> fact) => this[slot] = fact.Or(Unknown);

    internal void SetMember<T>(FactSlot slot, Requests.Known<T> fact)
        where T : struct, Enum =>
        this[slot] = fact.IsKnown ? MemberNumber.Of(fact.Value) : Unknown;
}
