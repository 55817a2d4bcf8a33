using Taushet.Gateway.Hosting;
using Taushet.Gateway.Logging;
using Taushet.Gateway.Options;
using Taushet.Storage.Ports;

namespace Taushet.Gateway.Deliver;

/// <summary>Forgets what was delivered some time after its receiver has it: the gateway keeps no information longer than it must.</summary>
internal sealed class DisclosureForgetting(
    IDisclosures disclosures,
    GatewayOptions options,
    TimeProvider clock,
    MachineClock machine,
    ILogger<DisclosureForgetting> logger)
    : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(10);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, machine.Time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await disclosures.ForgetAsync(clock.GetUtcNow() - options.DisclosureRetention, stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                logger.ForgettingFailed(fault.GetType().Name);
            }
        }
    }
}
