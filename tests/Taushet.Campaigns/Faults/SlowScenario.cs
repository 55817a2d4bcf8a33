using Taushet.Campaigns.Harness;
using Taushet.Campaigns.Hosts;
using Taushet.Campaigns.Load;

namespace Taushet.Campaigns.Faults;

/// <summary>Each commit takes longer than callers wait, and more call than may queue.</summary>
internal static class SlowScenario
{
    private const int Queue = 4;
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Commit = TimeSpan.FromSeconds(1.5);
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(6);

    public static async Task PlayAsync(FaultRun run)
    {
        await run.PrepareAsync(Deadline);
        var gateway = await run.StartUnderLoadAsync(new GatewayStart
        {
            StandIn = FaultyGateway.Name,
            Environment = new Dictionary<string, string> { ["Taushet__AuditQueue"] = $"{Queue}" },
        });
        await gateway.TellAsync($"slow {Commit.TotalMilliseconds}");
        await run.LastAsync(Slow, Outcome.TooLate, Outcome.Full);
        await gateway.TellAsync("slow 0");
        await run.RecoverAsync(gateway);
        run.Notes.Add($"{Callers.Count} callers, a queue of {Queue}, commits of {Commit.TotalSeconds} s for {Slow.TotalSeconds} s");
    }
}
