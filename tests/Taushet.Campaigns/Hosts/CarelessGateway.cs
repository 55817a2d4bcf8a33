using Taushet.Campaigns.Harness;

namespace Taushet.Campaigns.Hosts;

/// <summary>A gateway whose store does not sync. Exists so that the durability check is seen to fail.</summary>
internal static class CarelessGateway
{
    /// <summary>The name by which it is started.</summary>
    public const string Name = "careless-gateway";

    public static async Task<int> RunAsync(CancellationToken cancellation)
    {
        var options = StandInGateway.Options();
        await using var store = new SceneStore(options.DataDirectory).OpenToWrite(log => log, withoutSync: true);
        return await StandInGateway.RunAsync(options, store, cancellation);
    }
}
