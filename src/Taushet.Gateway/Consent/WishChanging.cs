using System.Collections.Immutable;
using Taushet.Core.Decisions;
using Taushet.Core.Trail;
using Taushet.Core.Vocabulary;
using Taushet.Gateway.Holder;
using Taushet.Gateway.Law;
using Taushet.Gateway.Receive;
using Taushet.Storage.Ports;

namespace Taushet.Gateway.Consent;

/// <summary>Stores an event on a wish with its entry, in one transaction; judges anew when something changed meanwhile.</summary>
/// <remarks>
/// INVARIANT: no event on a wish is acknowledged whose entry is not durable, and none is stored without it.
/// INVARIANT: an event is judged by the version its caller has seen, or it is not stored.
/// </remarks>
internal sealed class WishChanging(WishGathering gathering, HolderEntries entries, RunningLaw law)
{
    // Other facts of the child that change meanwhile cost a reading each.
    private const int Readings = 3;

    /// <summary>Stores the next event.</summary>
    /// <param name="call">The call.</param>
    /// <param name="by">Who calls.</param>
    /// <param name="kind">What the entry says it is.</param>
    /// <param name="propose">Makes the event of what was read, and what the wish was before; throws to refuse it.</param>
    public async Task<ChangedWish> StoreAsync(
        Call call,
        AdmittedWish by,
        EntryKind kind,
        Func<ReadWishes, (WishRecord? Before, WishEvent Next)> propose)
    {
        for (var reading = 0; reading < Readings; reading++)
        {
            var read = await gathering.ReadAsync(call, by.Subject, by.Acting);
            var (before, next) = propose(read);
            var after = await JudgedAsync(call, read, before, next);
            var events = ImmutableArray.Create(next with { Event = after.Events[^1].Event, CompleteUnder = after.Events[^1].CompleteUnder });
            events = Replaced(read, after, next) is { } ended ? events.Add(ended) : events;
            var act = WishActs.OfEvent(kind, after, by);
            if (await entries.StoreAsync(call, act, read.Gathered.Versions, new RegisterChange.OfWishes(events)) is { } stored)
            {
                return new ChangedWish(after, read.Gathered.Facts, stored);
            }
        }

        throw gathering.CannotGather(call);
    }

    private async Task<WishRecord> JudgedAsync(Call call, ReadWishes read, WishRecord? before, WishEvent next)
    {
        var after = before is null ? WishRecord.Of(next) : await gathering.AfterAsync(call, before, next);

        // Who gives what they have given already stands by it.
        if (before is not null && next.Event == ConsentEventKind.Given && after.Givers.Length == before.Givers.Length)
        {
            after = await gathering.AfterAsync(call, before, next with { Event = ConsentEventKind.Confirmed });
        }

        return after.WithLastComplete(UnderOf(after, read, call.LawDate));
    }

    private string? UnderOf(WishRecord after, ReadWishes read, DateOnly date) => after.Kind == WishKind.Consent
        ? ConsentCheck.GivingOf(after.State.Fact, read.Gathered.Facts, date, law.Policies).Under?.Id
        : null;

    // The one before stands until the new one is complete. An objection or a secrecy is so from its first giver.
    private static WishEvent? Replaced(ReadWishes read, WishRecord after, WishEvent next)
    {
        var complete = after.Kind != WishKind.Consent || after.Events[^1].CompleteUnder is not null;
        return complete && after.Terms.Replaces is { } id && read.Find(id) is { Ended: null } former
            ? new WishEvent(
                id,
                former.Version,
                string.Empty,
                former.Kind,
                ConsentEventKind.Replaced,
                Giver: null,
                GiverNumber: null,
                next.At,
                next.RecordedBy,
                next.Wish.ToString("N"),
                Terms: null)
            : null;
    }
}

/// <summary>A wish after a stored event.</summary>
/// <param name="After">The wish.</param>
/// <param name="Facts">The facts it was judged by.</param>
/// <param name="Stored">Its entry.</param>
internal sealed record ChangedWish(WishRecord After, Core.Requests.Facts Facts, StoredAct Stored);
