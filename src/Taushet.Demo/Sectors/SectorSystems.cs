using Microsoft.IdentityModel.Tokens;
using Taushet.Demo.Town;

namespace Taushet.Demo.Sectors;

/// <summary>The municipality's sector systems, running.</summary>
internal sealed class SectorSystems : IAsyncDisposable
{
    private readonly SectorHost host;

    private readonly IReadOnlyList<(Organisation Organisation, SectorSystem System)> running;

    private SectorSystems(SectorHost host, IReadOnlyList<(Organisation Organisation, SectorSystem System)> running)
    {
        this.host = host;
        this.running = running;
    }

    /// <summary>Where each organisation's system answers.</summary>
    public IReadOnlyDictionary<Organisation, Uri> Addresses =>
        running.ToDictionary(pair => pair.Organisation, pair => pair.System.Address);

    /// <summary>How many children each system holds something on, in the order of the registers.</summary>
    public IEnumerable<(Organisation Organisation, int Children)> Counts =>
        running.Select(pair => (pair.Organisation, pair.System.Register.Count));

    /// <summary>Every line of the systems' own logs.</summary>
    public IEnumerable<GivenLine> Given => running.SelectMany(pair => pair.System.Register.Given);

    /// <summary>Starts them all, each at a port of its own.</summary>
    public static async Task<SectorSystems> StartAsync(
        SectorRegisters registers,
        string gateway,
        Func<string, SecurityKey?> keyOf)
    {
        var started = await SectorHost.StartAsync([.. registers.ByOrganisation.Values], gateway, keyOf);
        return new SectorSystems(started, [.. registers.ByOrganisation.Keys.Zip(started.Systems)]);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => host.DisposeAsync();
}
