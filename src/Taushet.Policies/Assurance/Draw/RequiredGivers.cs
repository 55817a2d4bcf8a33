using Taushet.Core.Consents;
using Taushet.Core.Policies;
using Taushet.Core.Vocabulary;

namespace Taushet.Policies.Assurance.Draw;

/// <summary>Those who must have given a consent, from the requirement's own words.</summary>
internal static class RequiredGivers
{
    /// <summary>The givers that the requirement names.</summary>
    /// <param name="requires">The requirement.</param>
    /// <param name="atHome">Whether the child lives with the parent that must be the one it lives with.</param>
    /// <param name="elsewhere">Whether it lives with any other parent.</param>
    public static IEnumerable<ConsentGiver> Of(GiverRequirement requires, Func<bool> atHome, Func<bool> elsewhere) =>
        Codes<GiverRequirement>.Of(requires).Split("-and-").SelectMany(IEnumerable<ConsentGiver> (word) => word switch
        {
            "both-parents" => [Parent(elsewhere()), Parent(elsewhere())],
            "one-parent" => [Parent(elsewhere())],
            "home-parent" => [Parent(atHome())],
            "carer" => [new ConsentGiver(ConsentCapacity.FosterParentOrInstitution, LivesWithChild: false)],
            _ => Codes<ConsentCapacity>.TryParse(word, out var capacity) ? [new ConsentGiver(capacity, LivesWithChild: false)] : [],
        });

    private static ConsentGiver Parent(bool livesWithChild) => new(ConsentCapacity.ParentWithResponsibility, livesWithChild);
}
