using Microsoft.IdentityModel.Tokens;
using Taushet.Demo.Town;

namespace Taushet.Demo.Sectors;

/// <summary>The four sector systems, running.</summary>
internal sealed class SectorSystems : IAsyncDisposable
{
    private readonly IReadOnlyDictionary<Organisation, SectorSystem> running;

    private SectorSystems(IReadOnlyDictionary<Organisation, SectorSystem> running) => this.running = running;

    /// <summary>Where each organisation's system answers.</summary>
    public IReadOnlyDictionary<Organisation, Uri> Addresses =>
        running.ToDictionary(pair => pair.Key, pair => pair.Value.Address);

    /// <summary>How many children each system holds something on.</summary>
    public IReadOnlyDictionary<Organisation, int> Counts =>
        running.ToDictionary(pair => pair.Key, pair => pair.Value.Register.Count);

    /// <summary>Every line of the systems' own logs.</summary>
    public IEnumerable<GivenLine> Given => running.Values.SelectMany(system => system.Register.Given);

    /// <summary>Starts the four, each a server of its own.</summary>
    public static async Task<SectorSystems> StartAsync(
        SectorRegisters registers,
        string gateway,
        Func<string, SecurityKey?> keyOf)
    {
        var started = new Dictionary<Organisation, SectorSystem>();
        foreach (var (organisation, register) in registers.ByOrganisation)
        {
            started[organisation] = await SectorSystem.StartAsync(register, gateway, keyOf);
        }

        return new SectorSystems(started);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var system in running.Values)
        {
            await system.DisposeAsync();
        }
    }
}
