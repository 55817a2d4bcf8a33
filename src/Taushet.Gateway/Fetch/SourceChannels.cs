using System.Collections.Concurrent;
using Taushet.Gateway.Hosting;
using Taushet.Gateway.Options;

namespace Taushet.Gateway.Fetch;

/// <summary>One channel for each registered address, kept open.</summary>
internal sealed class SourceChannels(GatewayOptions options, GatewayToken token, MachineClock machine) : IDisposable
{
    private readonly ConcurrentDictionary<Uri, Lazy<SourceChannel>> channels = new();

    /// <summary>The channel of an address.</summary>
    public SourceChannel For(Uri address) => channels.GetOrAdd(
        address,
        wanted => new Lazy<SourceChannel>(() => new SourceChannel(wanted, options, token, machine))).Value;

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var channel in channels.Values.Where(channel => channel.IsValueCreated))
        {
            channel.Value.Dispose();
        }
    }
}
