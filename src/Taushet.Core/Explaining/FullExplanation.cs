using System.Collections.Immutable;
using Taushet.Core.Decisions;

namespace Taushet.Core.Explaining;

/// <summary>
/// Why a request is decided as it is, for the holder's own side: its staff, its auditors, and whoever tests the law. It
/// depends on the facts, and is never told to the one who asks.
/// </summary>
/// <param name="Verdict">The decision, with and without facts.</param>
/// <param name="Cells">Every cell that was asked for or is owed, ascending.</param>
public sealed record FullExplanation(Verdict Verdict, ImmutableArray<CellExplanation> Cells);

/// <summary>Why one cell has its outcome, and what would open it.</summary>
/// <param name="Told">The deciding rule, its citations, obligations and routes, from the decision with facts.</param>
/// <param name="Near">
/// For a cell that is not given: every rule between the two parties that could give it, the one that lacks least first, then
/// by the ladder. Empty for a cell that is given.
/// </param>
public sealed record CellExplanation(Explanation Told, ImmutableArray<NearRule> Near);
