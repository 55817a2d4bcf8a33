using Taushet.Core.Policies;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Tests.Building;

/// <summary>Conditions by what they should come to, for the facts of <see cref="Children.Known"/>.</summary>
internal static class Conditions
{
    public static Condition True { get; } = Condition.Always;

    public static Condition False { get; } = new Condition.Any([]);

    /// <summary>Rests on a fact that the known child lacks.</summary>
    public static Condition Unknown { get; } = new Condition.In(FactSlot.Dead, [1]);

    public static Condition That(Truth truth) => truth switch
    {
        Truth.False => False,
        Truth.Unknown => Unknown,
        Truth.True => True,
    };

    public static Condition Yes(FactSlot slot) => new Condition.In(slot, [1]);

    public static Condition No(FactSlot slot) => new Condition.In(slot, [0]);

    public static Condition Is<T>(FactSlot slot, T member)
        where T : struct, Enum => new Condition.In(slot, [MemberNumber.Of(member)]);
}
