using System.Collections.Immutable;

namespace Taushet.Policies.Cases;

/// <summary>Which rules a run reached. A rule fires when it applies to at least one asked cell.</summary>
/// <param name="Fired">Rules that fired in at least one case, with the number of cases, by id.</param>
/// <param name="NeverFired">Rules that fired in none, by id.</param>
/// <param name="AlwaysFired">Rules that fired in every case, by id.</param>
public sealed record RuleCoverage(
    ImmutableSortedDictionary<string, int> Fired,
    ImmutableArray<string> NeverFired,
    ImmutableArray<string> AlwaysFired);
