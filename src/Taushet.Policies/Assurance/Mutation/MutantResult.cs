namespace Taushet.Policies.Assurance.Mutation;

/// <summary>What became of a mutant.</summary>
public enum MutantFate
{
    /// <summary>A case came out otherwise, or the table says something else.</summary>
    Caught,

    /// <summary>No request tells it from the rule: it is the same law in other words.</summary>
    Equivalent,

    /// <summary>Nothing noticed: a case is missing.</summary>
    Survived,
}

/// <summary>How it is known that no request tells a mutant from the rule.</summary>
public enum Sameness
{
    /// <summary>It is not known.</summary>
    None,

    /// <summary>No purpose of the rule can need what was added, at any receiver it names (purposes.yaml).</summary>
    NeverNecessary,

    /// <summary>z3 proved it.</summary>
    Proved,
}

/// <summary>A mutant and what became of it.</summary>
/// <param name="Mutant">The mutant.</param>
/// <param name="Case">A case that comes out otherwise, or null.</param>
/// <param name="Table">Whether the table says something else.</param>
/// <param name="Same">How it is known that nothing can tell it from the rule.</param>
public sealed record MutantResult(Mutant Mutant, string? Case, bool Table, Sameness Same)
{
    /// <summary>What became of it.</summary>
    public MutantFate Fate => Case is not null || Table ? MutantFate.Caught
        : Same == Sameness.None ? MutantFate.Survived
        : MutantFate.Equivalent;
}
