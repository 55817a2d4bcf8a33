using System.Threading.RateLimiting;
using Taushet.Gateway.Identify;
using Taushet.Gateway.Options;

namespace Taushet.Gateway.Limits;

/// <summary>How much one caller may ask for at a time and in a second. A push under a duty has a lane of its own.</summary>
/// <remarks>INVARIANT: a push under a duty is never held up or refused for any other traffic, its own caller's included.</remarks>
internal sealed class CallerLimits : IDisposable
{
    private readonly GatewayOptions options;
    private readonly PartitionedRateLimiter<string> atATime;
    private readonly PartitionedRateLimiter<string> inASecond;
    private readonly PartitionedRateLimiter<string> duties;

    /// <summary>Makes the limits of the options.</summary>
    public CallerLimits(GatewayOptions options)
    {
        this.options = options;
        atATime = Concurrent(options.CallerConcurrency);
        duties = Concurrent(options.CallerDutyConcurrency);
        inASecond = PartitionedRateLimiter.Create<string, string>(caller => RateLimitPartition.GetTokenBucketLimiter(
            caller,
            _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = options.CallerRate,
                TokensPerPeriod = Math.Max(1, options.CallerRate / 10),
                ReplenishmentPeriod = TimeSpan.FromMilliseconds(100),
                QueueLimit = 0,
                AutoReplenishment = true,
            }));
    }

    /// <summary>Takes a place for a call.</summary>
    /// <returns>The place, to be given back when the call ends; null when there is none now.</returns>
    public IDisposable? Take(Caller caller, bool duty)
    {
        var name = $"{caller.Issuer} {caller.ClientId} {caller.Organisation}";
        if (duty)
        {
            return Place(duties, name);
        }

        using var rate = inASecond.AttemptAcquire(name);
        return rate.IsAcquired ? Place(atATime, name) : null;
    }

    /// <summary>When a refused call may come back.</summary>
    public TimeSpan Retry => options.CallerRetry;

    /// <inheritdoc/>
    public void Dispose()
    {
        atATime.Dispose();
        inASecond.Dispose();
        duties.Dispose();
    }

    private static RateLimitLease? Place(PartitionedRateLimiter<string> lane, string name)
    {
        var place = lane.AttemptAcquire(name);
        if (place.IsAcquired)
        {
            return place;
        }

        place.Dispose();
        return null;
    }

    private static PartitionedRateLimiter<string> Concurrent(int atMost) =>
        PartitionedRateLimiter.Create<string, string>(caller => RateLimitPartition.GetConcurrencyLimiter(
            caller,
            _ => new ConcurrencyLimiterOptions { PermitLimit = atMost, QueueLimit = 0 }));
}
