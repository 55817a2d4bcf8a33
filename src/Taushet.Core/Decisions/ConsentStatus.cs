using Taushet.Core.Consents;
using Taushet.Core.Policies;
using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Decisions;

/// <summary>Where a consent stands on a date, and what a job may mark on it.</summary>
public static class ConsentStatus
{
    /// <summary>Where a consent stands.</summary>
    public static WishStatus Of(ConsentState state, Facts facts, DateOnly date, PolicySet policies)
    {
        if (state.Ended is { } ended)
        {
            return OfEnd(ended);
        }

        if (state.Fact.Givers.IsEmpty)
        {
            return WishStatus.Withdrawn;
        }

        if (date > state.Fact.To)
        {
            return WishStatus.Expired;
        }

        var giving = ConsentCheck.GivingOf(state.Fact, facts, date, policies);
        return giving.Under is null ? (state.WasComplete && !giving.Open ? WishStatus.Lapsed : WishStatus.Draft)
            : !giving.Heard.Or(false) ? WishStatus.Defective
            : date < state.Fact.From ? WishStatus.NotYet
            : WishStatus.InForce;
    }

    /// <summary>Where an objection or a secrecy stands: whoever gave it, it closes.</summary>
    public static WishStatus OfClosing(bool standing, ConsentEventKind? ended, DateOnly from, DateOnly to, DateOnly date) =>
        ended is { } end ? OfEnd(end)
        : !standing ? WishStatus.Withdrawn
        : date > to ? WishStatus.Expired
        : date < from ? WishStatus.NotYet
        : WishStatus.InForce;

    /// <summary>The event that says for good what is so already: expired, lapsed, or none.</summary>
    /// <remarks>INVARIANT: marking a consent changes no decision.</remarks>
    public static ConsentEventKind? MarkFor(ConsentState state, Facts facts, DateOnly date, PolicySet policies) =>
        state.Ended is not null ? null : Of(state, facts, date, policies) switch
        {
            WishStatus.Expired => ConsentEventKind.Expired,
            WishStatus.Lapsed => ConsentEventKind.Lapsed,
            WishStatus.Draft or WishStatus.InForce or WishStatus.NotYet or WishStatus.Defective or WishStatus.Withdrawn
                or WishStatus.Replaced => null,
        };

    private static WishStatus OfEnd(ConsentEventKind end) => end switch
    {
        ConsentEventKind.Expired => WishStatus.Expired,
        ConsentEventKind.Lapsed => WishStatus.Lapsed,
        ConsentEventKind.Replaced => WishStatus.Replaced,
        ConsentEventKind.Given or ConsentEventKind.Confirmed or ConsentEventKind.Withdrawn =>
            throw new ArgumentOutOfRangeException(nameof(end)),
    };
}
