using System.Diagnostics;
using Grpc.Health.V1;
using Taushet.Campaigns.Harness;

namespace Taushet.Campaigns.Faults;

/// <summary>Two gateway processes of one log: one holds it, the other waits for it. Callers call both.</summary>
internal sealed class Pair
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly FaultRun run;
    private readonly GatewayStart how;

    private Pair(FaultRun run, GatewayStart how, GatewayProcess holder, GatewayProcess waiting)
    {
        this.run = run;
        this.how = how;
        Holder = holder;
        Waiting = waiting;
    }

    public GatewayProcess Holder { get; private set; }

    public GatewayProcess Waiting { get; private set; }

    /// <summary>Starts both and their load.</summary>
    public static async Task<Pair> StartAsync(FaultRun run, IReadOnlyDictionary<string, string>? settings = null)
    {
        var start = GatewayStart.Plain with { Environment = settings ?? GatewayStart.Plain.Environment };
        var holder = await run.StartUnderLoadAsync(start);
        start = start with { UntilHealthy = false };
        var waiting = await run.StartAsync(start);
        run.Callers.Call(holder, waiting);
        await run.Callers.AnsweredAsync(1);
        return new Pair(run, start, holder, waiting);
    }

    /// <summary>Waits until the waiting process has taken the log over by itself; they have changed places then.</summary>
    public async Task TakenOverAsync()
    {
        var waited = Stopwatch.StartNew();
        while (await Waiting.HealthAsync() != HealthCheckResponse.Types.ServingStatus.Serving)
        {
            if (waited.Elapsed > Patience)
            {
                throw new InvalidOperationException($"The log was not taken over within {Patience.TotalSeconds} s.");
            }

            await Task.Delay(20);
        }

        run.Recoveries.Add(waited.Elapsed);
        (Holder, Waiting) = (Waiting, Holder);
        await run.Callers.AnsweredAsync(1);
    }

    /// <summary>Starts another process in the place of one that has ended.</summary>
    public async Task ReplaceWaitingAsync()
    {
        run.Callers.Call(Holder);
        Waiting = await run.StartAsync(how);
        run.Callers.Call(Holder, Waiting);
    }

    /// <summary>After something that may have moved the log: finds out who holds it.</summary>
    public async Task SettleAsync()
    {
        await run.Callers.AnsweredAsync(1);
        if (await Waiting.HealthAsync() == HealthCheckResponse.Types.ServingStatus.Serving)
        {
            (Holder, Waiting) = (Waiting, Holder);
        }
    }
}
