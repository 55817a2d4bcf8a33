using Taushet.Core.Trail;
using Taushet.Gateway.Holder;
using Taushet.Gateway.Hosting;
using Taushet.Gateway.Identify;
using Taushet.Gateway.Logging;
using Taushet.Gateway.Options;
using Taushet.Gateway.Receive;
using Taushet.Storage.Ports;

namespace Taushet.Gateway.Registration;

/// <summary>
/// Tells by an entry that nobody decided a proposal in time. Nothing relies on it: a proposal whose time is up can be decided by nobody,
/// told or not.
/// </summary>
/// <remarks>INVARIANT: that a proposal lapsed has one entry, whichever gateway notices it, and none where it was decided.</remarks>
internal sealed class LapsedProposals(
    IParticipantRegistry registry,
    HolderEntries entries,
    GatewayOptions options,
    TimeProvider clock,
    MachineClock machine,
    ILogger<LapsedProposals> logger)
    : BackgroundService
{
    private const int Most = 100;
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    /// <summary>Looks once.</summary>
    /// <returns>How many this gateway told.</returns>
    public async Task<int> SweepAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var query = new ProposalQuery(string.Empty, WaitingAt: null, Guid.Empty, Most) { UntoldLapseAt = now };
        var told = 0;
        foreach (var stored in await registry.ListProposalsAsync(query, cancellation) ?? [])
        {
            told += await TellAsync(stored.Proposal, now, cancellation) ? 1 : 0;
        }

        return told;
    }

    /// <summary>Tells that a proposal lapsed.</summary>
    /// <returns>False when an entry tells of it already, or somebody decided it after all.</returns>
    /// <exception cref="Grpc.Core.RpcException">The entry is not known to be durable.</exception>
    public async Task<bool> TellAsync(RegistryProposal proposal, DateTimeOffset now, CancellationToken cancellation)
    {
        using var limit = new TimeLimit(callers: null, options.DeadlineDefault, options.DeadlineCap, machine.Time, cancellation);
        var call = new Call(RequestIds.New(), now, new Caller("gateway", options.LogName, string.Empty, DateTimeOffset.MaxValue), limit);
        var act = RegistrationActs.Of(EntryKind.RegistrationLapsed, proposal, proposal.By, reason: string.Empty) with
        {
            Employee = new V1.ActingPerson { Reference = "gateway", Role = "time is up" },
        };
        return await entries.StoreAsync(call, act, FactVersions.NotRead, new RegisterChange.OfLapse(proposal.Id, call.Instant)) is not null;
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
}
