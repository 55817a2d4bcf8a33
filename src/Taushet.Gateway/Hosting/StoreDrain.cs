using Taushet.Gateway.Logging;
using Taushet.Storage.Ports;

namespace Taushet.Gateway.Hosting;

/// <summary>Stops after the server has finished its calls: then waits until every queued entry has its answer.</summary>
/// <remarks>Hosted services stop in the reverse order of their registration, and the server is registered last.</remarks>
internal sealed class StoreDrain(IAuditStore store, ILogger<StoreDrain> logger) : IHostedService
{
    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await store.DrainAsync();
        logger.Drained();
    }
}
