using System.Collections.Immutable;
using Taushet.Core.Consents;
using Taushet.Core.Policies;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Decisions;

/// <summary>What a consent may name at all: never more than its purposes can need (GDPR art. 5(1)(c)).</summary>
public static class ConsentBounds
{
    /// <summary>Cells that are about others than the one who consents: those need consents of their own.</summary>
    public static CellSet OnOthers { get; } = CellCategories.WithTopics(
        Cell.ThirdPerson,
        Cell.PrivateReporter,
        Cell.Adoption,
        Cell.GradedAddress);

    /// <summary>The cells that at least one of the purposes can need at one of the receivers.</summary>
    public static CellSet Needed(PolicySet policies, MemberSet<Purpose> purposes, ImmutableArray<ConsentParty> receivers)
    {
        var needed = CellSet.Empty;
        foreach (var purpose in purposes.ToList())
        {
            foreach (var receiver in receivers)
            {
                foreach (var cells in policies.NeedIndex.Of(purpose, receiver.Service))
                {
                    needed |= cells;
                }
            }
        }

        return needed;
    }

    /// <summary>The giver rules of an area in force on a date, whatever the child.</summary>
    public static ImmutableArray<GiverRule> GiverRules(PolicySet policies, ConsentArea area, DateOnly date) =>
    [
        .. policies.Givers.Where(giver =>
            giver.Areas.Contains(area) && date >= giver.From && (giver.To is null || date <= giver.To)),
    ];
}
