using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Numerics;
using Taushet.Gateway.Logging;

namespace Taushet.Gateway.Identify;

/// <summary>Calls that never became requests, counted by kind and rpc: not entries, since the trail cannot be cleaned.</summary>
/// <remarks>INVARIANT: the table cannot grow beyond kinds times rpcs; it holds no value of any call.</remarks>
internal sealed class Attempts : IDisposable
{
    private readonly ConcurrentDictionary<(AttemptKind Kind, string Rpc), Count> counts = new();
    private readonly Meter meter = new("Taushet.Gateway");
    private readonly Counter<long> metric;
    private readonly ILogger<Attempts> logger;

    /// <summary>Makes an empty table.</summary>
    public Attempts(ILogger<Attempts> logger)
    {
        this.logger = logger;
        metric = meter.CreateCounter<long>("taushet.attempts");
    }

    /// <summary>How many of a kind at an rpc.</summary>
    public long Of(AttemptKind kind, string rpc) => counts.TryGetValue((kind, rpc), out var count) ? count.Value : 0;

    /// <summary>Counts one attempt. Logged the first time and whenever the count doubles.</summary>
    public void Note(AttemptKind kind, string rpc)
    {
        var total = counts.GetOrAdd((kind, rpc), _ => new Count()).Add();
        metric.Add(1, new KeyValuePair<string, object?>("kind", kind.ToString()));
        if (BitOperations.IsPow2(total))
        {
            logger.Attempted(kind.ToString(), rpc, total);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => meter.Dispose();

    private sealed class Count
    {
        private long value;

        public long Value => Interlocked.Read(ref value);

        public long Add() => Interlocked.Increment(ref value);
    }
}
