using Taushet.Gateway.Logging;
using Taushet.Storage.Ports;
using static Grpc.Health.V1.HealthCheckResponse.Types;

namespace Taushet.Gateway.Health;

/// <summary>Whether the gateway can do its work: the store can commit, and no stop is under way.</summary>
/// <remarks>A rule book that does not load stops the start, so that a running gateway always has one.</remarks>
internal sealed class HealthState(IAuditStore store, IHostApplicationLifetime lifetime, ILogger<HealthState> logger)
{
    private int last = (int)ServingStatus.Unknown;

    /// <summary>The present status.</summary>
    public ServingStatus Now
    {
        get
        {
            var now = lifetime.ApplicationStopping.IsCancellationRequested || store.Condition != LogCondition.Ready
                ? ServingStatus.NotServing
                : ServingStatus.Serving;
            if (Interlocked.Exchange(ref last, (int)now) != (int)now)
            {
                logger.Health(now.ToString());
            }

            return now;
        }
    }

    /// <summary>Ends when the gateway stops.</summary>
    public CancellationToken Stopping => lifetime.ApplicationStopping;
}
