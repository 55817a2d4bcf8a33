using System.Collections.Immutable;
using Taushet.Core.Policies;
using Taushet.Core.Vocabulary;

namespace Taushet.Policies.Assurance.Spec;

/// <summary>What the law says of one cell, in the words of the ladder.</summary>
/// <param name="speaking">Finds the rules that spoke of it.</param>
public sealed class SpecCell(Func<ImmutableArray<Rule>> speaking)
{
    /// <summary>The cell.</summary>
    public required Cell Cell { get; init; }

    /// <summary>Its outcome.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>Whether only relevant entries are given.</summary>
    public required bool Relevant { get; init; }

    /// <summary>Whether the law leaves it to the holder, decided or not.</summary>
    public required bool HolderMay { get; init; }

    /// <summary>Whether a human carries it.</summary>
    public required bool ByHand { get; init; }

    /// <summary>Whether the one who pulls is not told that a human carries it.</summary>
    public required bool InSilence { get; init; }

    /// <summary>The rules that spoke of it, in the order of the ladder; those that closed it too.</summary>
    public ImmutableArray<Rule> Spoken => speaking();
}

/// <summary>What the law says of one request.</summary>
/// <param name="Cells">Every cell, ascending.</param>
/// <param name="ClosedTraits">The traits that are closed.</param>
/// <param name="Obligations">What giver and receiver must do.</param>
/// <param name="Relied">The consents that opened something.</param>
public sealed record SpecDecision(
    ImmutableArray<SpecCell> Cells,
    ImmutableHashSet<Trait> ClosedTraits,
    ImmutableHashSet<Obligation> Obligations,
    ImmutableHashSet<Guid> Relied)
{
    /// <summary>What is said of one cell.</summary>
    public SpecCell Of(Cell cell) => Cells.First(said => said.Cell == cell);
}
