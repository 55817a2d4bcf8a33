using System.Net;

namespace Taushet.Cli.Load;

/// <summary>Load is sent to this machine only.</summary>
public static class Loopback
{
    /// <summary>Reads an address.</summary>
    /// <returns>False unless it is an http(s) address whose host is a loopback address or <c>localhost</c>.</returns>
    public static bool TryParse(string? text, out Uri address) =>
        Uri.TryCreate(text, UriKind.Absolute, out address!)
        && address.Scheme is "http" or "https"
        && (address.Host == "localhost" || (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip)));
}
