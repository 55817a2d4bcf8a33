using System.Diagnostics;
using System.Diagnostics.Metrics;
using Taushet.Gateway.Hosting;
using Taushet.Gateway.Logging;
using Taushet.Storage.Ports;

namespace Taushet.Gateway.Trail;

/// <summary>Fills the index of the trail behind the commits, as long as the gateway runs.</summary>
/// <remarks>It takes no part in any answer: a store that cannot take the index's rows now gets them later.</remarks>
internal sealed class Projecting : BackgroundService
{
    private const int Most = 1000;

    /// <summary>How far behind is worth a line in the log.</summary>
    private const long Far = 100_000;


    private static readonly TimeSpan Idle = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan AfterFault = TimeSpan.FromSeconds(2);
    private readonly ITrailProjector projector;
    private readonly ILogger<Projecting> logger;
    private readonly Meter meter = new("Taushet.Gateway");
    private long behind;
    private long left;
    private bool far;
    private bool failing;

    public Projecting(TrailPorts trail, ILogger<Projecting> logger)
    {
        projector = trail.Projector;
        this.logger = logger;
        meter.CreateObservableGauge("taushet.index.behind", () => Behind, description: "Committed entries that the index lacks.");
    }

    /// <summary>How many committed entries the index lacked when it was last looked up.</summary>
    public long Behind => Interlocked.Read(ref behind);

    /// <inheritdoc/>
    public override void Dispose()
    {
        meter.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    /// <remarks>On a thread of its own: a step works for tens of milliseconds on end, and the pool has few threads to spare for that.</remarks>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.Factory.StartNew(() => Run(stoppingToken), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private void Run(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            var wait = StepAsync(stopping).GetAwaiter().GetResult();
            _ = stopping.WaitHandle.WaitOne(wait);
        }
    }

    private async Task<TimeSpan> StepAsync(CancellationToken stopping)
    {
        try
        {
            var begun = Stopwatch.GetTimestamp();
            var step = await projector.StepAsync(Most, stopping);
            failing = false;
            Tell(step.Behind);
            var grown = step.Behind + step.Added - left;
            left = step.Behind;
            return step is not { Added: Most, Behind: > 0 } ? Idle : Stopwatch.GetElapsedTime(begun) * ProjectingRest.After(grown, step.Added, far);
        }
        catch (Exception error) when (!stopping.IsCancellationRequested)
        {
            if (!failing)
            {
                failing = true;
                logger.IndexFailed(error.GetType().Name);
            }

            return AfterFault;
        }
        catch (OperationCanceledException)
        {
            return TimeSpan.Zero;
        }
    }

    private void Tell(long now)
    {
        Interlocked.Exchange(ref behind, now);
        if (now >= Far != far)
        {
            far = now >= Far;
            logger.IndexBehind(now);
        }
    }
}
