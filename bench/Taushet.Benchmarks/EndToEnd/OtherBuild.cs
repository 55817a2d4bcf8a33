using Taushet.Cli.Tokens;
using Taushet.Storage.Files;

namespace Taushet.Benchmarks.EndToEnd;

/// <summary>
/// The gateway of another build of these benchmarks, with a source and a store of its own, so that what a change costs is
/// measured in one run: the same machine, the same calls, the same tokens.
/// </summary>
internal sealed class OtherBuild : IDisposable
{
    private readonly ServerProcess source;
    private readonly ServerProcess gateway;

    private OtherBuild(ServerProcess source, ServerProcess gateway)
    {
        this.source = source;
        this.gateway = gateway;
    }

    /// <summary>Where its gateway answers.</summary>
    public Uri Address => gateway.Address;

    /// <summary>Starts it.</summary>
    /// <param name="folder">The run's folder, whose issuer of tokens it shall know.</param>
    /// <param name="assembly">The benchmarks' assembly in that build.</param>
    public static async Task<OtherBuild> StartAsync(string folder, string assembly)
    {
        var own = Directory.CreateDirectory(Path.Combine(folder, "other-build")).FullName;
        _ = DevelopmentKey.LoadOrCreate(folder);
        foreach (var file in (string[])[DataFiles.DevelopmentKey, DataFiles.DevelopmentPublicKey])
        {
            File.Copy(Path.Combine(folder, file), Path.Combine(own, file));
        }

        var started = await ServerProcess.StartAsync(Servers.Source, own, assembly);
        return new OtherBuild(started, await ServerProcess.StartAsync(Servers.GatewayRole, own, assembly));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        gateway.Dispose();
        source.Dispose();
    }
}
