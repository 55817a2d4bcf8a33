using Taushet.Campaigns.Harness;
using Taushet.Campaigns.Hosts;
using Taushet.Campaigns.Load;

namespace Taushet.Campaigns.Faults;

/// <summary>
/// The connection breaks around COMMIT, before it or after it, which the gateway cannot tell apart: nothing is answered, and
/// what was committed stays.
/// </summary>
internal static class CommitUnknownScenario
{
    private const double Share = 0.3;
    private static readonly TimeSpan Breaking = TimeSpan.FromSeconds(6);

    public static async Task PlayAsync(FaultRun run)
    {
        await run.PrepareAsync();
        var gateway = await run.StartUnderLoadAsync(new GatewayStart { StandIn = FaultyGateway.Name });
        await gateway.TellAsync($"break {Share}");
        await run.LastAsync(Breaking, Outcome.Unavailable, Outcome.WithData);
        await gateway.TellAsync("break 0");
        await run.RecoverAsync(gateway);
        run.Notes.Add($"{gateway.Faults.Of(nameof(IOException))} connections broken around COMMIT");
    }
}
