using Taushet.Core.Policies;

namespace Taushet.Policies.Assurance.Givers;

/// <summary>A child for whom somebody consents: each fact that a giver rule may look at, or null where it is not known.</summary>
/// <param name="Age">Age in years.</param>
/// <param name="Care">Who has the care.</param>
/// <param name="Responsibility">Who has parental responsibility.</param>
/// <param name="Kept">Whether all that the consent names is kept from the guardians.</param>
internal readonly record struct ChildOfConsent(int? Age, int? Care, int? Responsibility, int? Kept)
{
    /// <summary>The facts that giver rules may look at; the table would be blind for any other.</summary>
    public static readonly FactSlot[] Facts = [FactSlot.Age, FactSlot.Care, FactSlot.Responsibility, FactSlot.ConsentKeptFromGuardians];

    /// <summary>Whether the condition is true of the child.</summary>
    public bool Is(Condition when)
    {
        Span<int> slots = stackalloc int[FactVector.Size];
        slots.Fill(FactVector.Unknown);
        slots[(int)FactSlot.Age] = Age ?? FactVector.Unknown;
        slots[(int)FactSlot.Care] = Care ?? FactVector.Unknown;
        slots[(int)FactSlot.Responsibility] = Responsibility ?? FactVector.Unknown;
        slots[(int)FactSlot.ConsentKeptFromGuardians] = Kept ?? FactVector.Unknown;
        return when.Evaluate(new FactVector(slots)) == Truth.True;
    }
}
