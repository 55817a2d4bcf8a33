using Taushet.Core.Requests;
using Taushet.Core.Trail;
using Taushet.Core.Vocabulary;
using Taushet.Gateway.Decide;
using Taushet.Gateway.Hosting;
using Taushet.Gateway.Identify;
using Taushet.Gateway.Logging;
using Taushet.Gateway.Options;
using Taushet.Gateway.Receive;
using Taushet.Storage.Ports;
using Wire = Taushet.V1;

namespace Taushet.Gateway.Holder;

/// <summary>
/// Marks what nobody answered in time, with an entry of each, and forgets what ended long ago. Nothing relies on it: a request whose
/// time is up gives nothing, marked or not.
/// </summary>
internal sealed class OverdueRequests(
    IInbox inbox,
    HolderEntries entries,
    GatewayOptions options,
    TimeProvider clock,
    MachineClock machine,
    ILogger<OverdueRequests> logger)
    : BackgroundService
{
    private const int Most = 100;
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>Looks once.</summary>
    /// <returns>How many were marked.</returns>
    public async Task<int> SweepAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var marked = 0;
        foreach (var request in await inbox.OverdueAsync(now, Most, cancellation) ?? [])
        {
            marked += await MarkAsync(request, now, cancellation) ? 1 : 0;
        }

        await inbox.ForgetAsync(now - Kept, cancellation);
        return marked;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, machine.Time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                logger.SweepFailed(fault.GetType().Name);
            }
        }
    }

    private async Task<bool> MarkAsync(InboxRequest request, DateTimeOffset now, CancellationToken cancellation)
    {
        using var limit = new TimeLimit(callers: null, options.DeadlineDefault, options.DeadlineCap, machine.Time, cancellation);
        var call = new Call(RequestIds.New(), now, new Caller("gateway", options.LogName, string.Empty, DateTimeOffset.MaxValue), limit);
        var inquiry = InboxForms.InquiryOf(request);
        var holder = new PartyRef(request.Holder, request.HolderUnit, request.HolderService, Known<ServiceForm>.Unknown);
        var act = new HolderAct(
            EntryKind.InboxLapsed,
            holder,
            holder,
            (Purpose)(int)inquiry.Purpose,
            RequestMapping.Subject(inquiry, request.Handle),
            new Wire.ActingPerson { Reference = "gateway", Role = "time is up" },
            InboxForms.Text(request, InboxState.Lapsed, CellSet.Empty, reason: string.Empty, decision: null));
        var change = new RegisterChange.OfInbox(request, new InboxChange(InboxState.Lapsed, now));
        return await entries.StoreAsync(call, act, FactVersions.NotRead, change) is not null;
    }
}
