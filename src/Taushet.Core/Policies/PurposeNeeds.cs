using System.Collections.Immutable;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Policies;

/// <summary>What a purpose of these receivers can need at most, by stated need.</summary>
/// <param name="Purpose">The purpose.</param>
/// <param name="Receivers">The receivers that can have it.</param>
/// <param name="AtMost">For each need, the cells it can justify.</param>
public sealed record PurposeNeeds(
    Purpose Purpose,
    ServiceSet Receivers,
    ImmutableArray<(Need Need, CellSet Cells)> AtMost);
