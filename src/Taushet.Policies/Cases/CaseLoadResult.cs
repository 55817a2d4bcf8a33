using System.Collections.Immutable;
using Taushet.Policies.Faults;

namespace Taushet.Policies.Cases;

/// <summary>The cases read, and everything that is wrong with their files.</summary>
/// <param name="Cases">The cases, by file and line; empty when there are faults.</param>
/// <param name="Faults">Every fault, by file, line and column.</param>
public sealed record CaseLoadResult(ImmutableArray<PolicyCase> Cases, ImmutableArray<Fault> Faults)
{
    /// <summary>Whether all cases read.</summary>
    public bool Succeeded => Faults.IsEmpty;
}
