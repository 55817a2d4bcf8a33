using Taushet.Core.Decisions;
using Taushet.Core.Vocabulary;
using Taushet.Gateway.Holder;
using Taushet.Gateway.Identify;
using Taushet.Gateway.Law;
using Taushet.Gateway.Logging;
using Taushet.Gateway.Options;
using Taushet.Gateway.Receive;
using Taushet.Storage.Ports;

namespace Taushet.Gateway.Consent;

/// <summary>Marks consents that have expired or lapsed, each with its entry, so that people find them. No decision looks at the marks.</summary>
internal sealed class WishMarking(
    IFactStore facts,
    IWishStore wishes,
    HolderEntries entries,
    RunningLaw law,
    GatewayOptions options,
    TimeProvider clock,
    Hosting.MachineClock machine,
    ILogger<WishMarking> logger) : BackgroundService
{
    private const int Page = 200;

    /// <summary>Goes once through every open wish.</summary>
    /// <returns>How many were marked.</returns>
    public async Task<int> MarkAsync(CancellationToken cancellation)
    {
        var marked = 0;
        var after = Guid.Empty;
        while (await wishes.OpenAsync(recorder: null, after, Page, cancellation) is { Length: > 0 } page)
        {
            foreach (var open in page)
            {
                marked += await MarkAsync(open, cancellation) ? 1 : 0;
            }

            after = page[^1].Id;
        }

        return marked;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.ConsentMarking, machine.Time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                logger.WishesMarked(await MarkAsync(stoppingToken));
            }
            catch (Exception failed) when (failed is not OperationCanceledException)
            {
                // The next round marks what this one did not.
                logger.MarkingFailed(failed.GetType().Name);
            }
        }
    }

    private async Task<bool> MarkAsync(OpenWish open, CancellationToken cancellation)
    {
        using var limit = new TimeLimit(null, options.DeadlineDefault, options.DeadlineDefault, machine.Time, cancellation);
        var call = new Call(RequestIds.New(), clock.GetUtcNow(), Itself, limit);
        var record = (await wishes.OfSubjectAsync(open.Subject, call.Cancellation))?.FirstOrDefault(one => one.Id == open.Id);
        if (record is not { Kind: WishKind.Consent })
        {
            return false;
        }

        var act = WishActs.OfMark(record, open.Subject);
        var query = new GatherQuery(open.Subject, act.Holder, act.Receiver, call.Instant, call.LawDate, options.RegistryMaxAge);
        if (await facts.ReadAsync(query, call.Cancellation) is not { } gathered
            || ConsentStatus.MarkFor(record.State, gathered.Facts, call.LawDate, law.Policies) is not { } end)
        {
            return false;
        }

        var happened = Mark(record, end, call.Instant);
        if (await wishes.AfterAsync(record, happened, call.Cancellation) is not { } ended)
        {
            return false;
        }

        var change = new RegisterChange.OfWishes([happened]);
        return await entries.StoreAsync(call, WishActs.OfMark(ended, open.Subject), gathered.Versions, change) is not null;
    }

    private static Caller Itself { get; } = new("gateway", "marking", string.Empty, DateTimeOffset.MaxValue);

    private static WishEvent Mark(WishRecord record, ConsentEventKind end, DateTimeOffset at) => new(
        record.Id,
        record.Version,
        string.Empty,
        record.Kind,
        end,
        Giver: null,
        GiverNumber: null,
        at,
        " gateway",
        "computed",
        Terms: null);
}
