using Taushet.Core.Decisions;
using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;
using Taushet.Gateway.Law;
using Taushet.Gateway.Options;
using Taushet.Storage.Ports;

namespace Taushet.Gateway.Consent;

/// <summary>Computes when a consent ends: on its last day, or on the birthday when another must consent.</summary>
internal sealed class WishForecast(IFactStore facts, IWishStore wishes, RunningLaw law, GatewayOptions options)
{
    /// <summary>The first day on which it no longer holds, if that comes until a day.</summary>
    /// <returns>Null when it holds throughout, or is no complete consent, or could not be read.</returns>
    public async Task<WishEnd?> EndOfAsync(OpenWish open, DateOnly today, DateOnly until, CancellationToken cancellation)
    {
        var record = (await wishes.OfSubjectAsync(open.Subject, cancellation))?.FirstOrDefault(one => one.Id == open.Id);
        if (record is not { Kind: WishKind.Consent } || await EndedOnAsync(record, open, until, cancellation) is null)
        {
            return null;
        }

        // Age only rises and the last day only comes once: what has ended on a day has ended on every later one.
        var (low, high) = (today.DayNumber, until.DayNumber);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (await EndedOnAsync(record, open, DateOnly.FromDayNumber(middle), cancellation) is null)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        var day = DateOnly.FromDayNumber(low);
        return await EndedOnAsync(record, open, day, cancellation) is { } becomes ? new WishEnd(day, becomes) : null;
    }

    /// <summary>What it would be marked as on a day, or null while it holds.</summary>
    private async Task<WishStatus?> EndedOnAsync(WishRecord record, OpenWish open, DateOnly day, CancellationToken cancellation)
    {
        var nobody = new PartyRef(string.Empty, string.Empty, Service.PrivatePerson, Known<ServiceForm>.Unknown);
        var query = new GatherQuery(open.Subject, nobody, nobody, DateTimeOffset.UnixEpoch, day, options.RegistryMaxAge);
        var gathered = await facts.ReadAsync(query, cancellation);
        return gathered is null ? null : ConsentStatus.MarkFor(record.State, gathered.Facts, day, law.Policies) switch
        {
            ConsentEventKind.Expired => WishStatus.Expired,
            ConsentEventKind.Lapsed => WishStatus.Lapsed,
            _ => null,
        };
    }
}

/// <summary>When a consent ends.</summary>
/// <param name="Day">The first day on which it no longer holds.</param>
/// <param name="Becomes">Expired or lapsed.</param>
internal readonly record struct WishEnd(DateOnly Day, WishStatus Becomes);
