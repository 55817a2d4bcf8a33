using System.Collections.Immutable;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Policies;

/// <summary>Who may consent, as a dated rule (law 7.2-7.4).</summary>
/// <param name="Id">Unique id.</param>
/// <param name="Citations">The law it states.</param>
/// <param name="Confidence">How well the law is established.</param>
/// <param name="From">First day in force.</param>
/// <param name="To">Last day in force, or null.</param>
/// <param name="Areas">The areas of law it concerns.</param>
/// <param name="When">What must be True of age, responsibility and care.</param>
/// <param name="Requires">Who must have given.</param>
public sealed record GiverRule(
    string Id,
    ImmutableArray<Citation> Citations,
    Confidence Confidence,
    DateOnly From,
    DateOnly? To,
    MemberSet<ConsentArea> Areas,
    Condition When,
    GiverRequirement Requires)
{
    /// <summary>The purposes it is confined to; empty: none. It then holds only for a consent that names no other purpose.</summary>
    public MemberSet<Purpose> Purposes { get; init; }

    /// <summary>Whether the rule can speak of a consent of this area and these purposes.</summary>
    public bool Concerns(ConsentArea area, MemberSet<Purpose> purposes) =>
        Areas.Contains(area) && (Purposes.IsEmpty || (purposes - Purposes).IsEmpty);
}
