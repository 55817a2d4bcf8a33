using System.Collections.Immutable;
using Taushet.Core.Policies;
using Taushet.Core.Vocabulary;

namespace Taushet.Policies.Assurance.Table;

/// <summary>One place of the table: a situation between two parties, and what is said there.</summary>
/// <param name="Situation">The situation.</param>
/// <param name="Holder">Who holds.</param>
/// <param name="Receiver">Who would receive.</param>
/// <param name="Told">What the decision says for the section's rule.</param>
internal readonly record struct Place(Situation Situation, Service Holder, Service Receiver, Told Told);

/// <summary>What the table tells of one rule: its own situation between all it names, and the situations around it between two of them.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Base">Its own situation, with each of its purposes, between all parties that it names.</param>
/// <param name="With">The rule whose gift it comes with, by the place of the base; for an obligation only.</param>
/// <param name="Around">The situations around it, between the first two parties between whom it applies.</param>
internal sealed record Section(
    Rule Rule,
    ImmutableArray<Place> Base,
    ImmutableArray<Rule?> With,
    ImmutableArray<(Variation Variation, Told Told)> Around)
{
    /// <summary>The first place where the rule applies, around which the variations lie; null when it applies nowhere.</summary>
    public Place? Shown => Base.Where(place => place.Told.Applies).Cast<Place?>().FirstOrDefault();

    /// <summary>Every place, the shown pair first.</summary>
    public IEnumerable<Place> Places() => Shown is { } shown
        ? Around.Select(around => new Place(around.Variation.Situation, shown.Holder, shown.Receiver, around.Told)).Prepend(shown).Concat(Base)
        : Base;
}
