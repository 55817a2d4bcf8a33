using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Taushet.Gateway.Options;

namespace Taushet.Gateway.Hosting;

/// <summary>Where and how the server listens: HTTP/2, with TLS everywhere but on a developer's loopback.</summary>
internal static class Listening
{
    private const int StreamsPerConnection = 1024;
    private const int Window = 1 << 20;

    /// <summary>Sets it up.</summary>
    public static void Add(IWebHostBuilder host, GatewayOptions options) => host.UseKestrelHttpsConfiguration().ConfigureKestrel(server =>
    {
        var address = new Uri(options.Listen);
        server.AddServerHeader = false;
        server.Limits.Http2.MaxStreamsPerConnection = StreamsPerConnection;
        server.Limits.Http2.InitialConnectionWindowSize = Window;
        // A call is bounded by its message, whose length is read and refused before its bytes are.
        server.Limits.MaxRequestBodySize = null;
        server.Listen(IPAddress.Parse(address.Host.Trim('[', ']')), address.Port, listen =>
        {
            listen.Protocols = HttpProtocols.Http2;
            if (address.Scheme == Uri.UriSchemeHttps)
            {
                listen.UseHttps(Certificate(options));
            }
        });
    });

    private static X509Certificate2 Certificate(GatewayOptions options)
    {
        var password = options.CertificatePasswordFile is null ? null : File.ReadAllText(options.CertificatePasswordFile).TrimEnd();
        return X509CertificateLoader.LoadPkcs12FromFile(options.CertificateFile!, password);
    }
}
