using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Taushet.Gateway.Options;

namespace Taushet.Gateway.Hosting;

/// <summary>Where and how the server listens: HTTP/2, with TLS everywhere but on a developer's loopback.</summary>
internal static class Listening
{
    private const int StreamsPerConnection = 1024;
    private const int Window = 1 << 20;

    // A token and a proof, of the machine and of its user, and what a client library adds. Up to twice as much the server reads
    // to its end and refuses alone (431), so that the other calls of the connection go on; beyond that the connection is closed.
    private const int HeaderBytes = 32 << 10;
    private const int OneHeaderBytes = 2 * HeaderBytes;
    private const int Headers = 64;

    /// <summary>Sets it up.</summary>
    public static void Add(IWebHostBuilder host, GatewayOptions options) => host.UseKestrelHttpsConfiguration().ConfigureKestrel(server =>
    {
        var address = new Uri(options.Listen);
        server.AddServerHeader = false;
        SetLimits(server.Limits);
        server.Listen(IPAddress.Parse(address.Host.Trim('[', ']')), address.Port, listen =>
        {
            listen.Protocols = HttpProtocols.Http2;
            if (address.Scheme == Uri.UriSchemeHttps)
            {
                listen.UseHttps(https => Secure(https, options, server.ApplicationServices));
            }
        });
    });

    private static void SetLimits(KestrelServerLimits limits)
    {
        limits.Http2.MaxStreamsPerConnection = StreamsPerConnection;
        limits.Http2.InitialConnectionWindowSize = Window;
        limits.Http2.MaxRequestHeaderFieldSize = OneHeaderBytes;
        limits.Http2.KeepAlivePingDelay = TimeSpan.FromSeconds(60);
        limits.Http2.KeepAlivePingTimeout = TimeSpan.FromSeconds(20);
        limits.MaxRequestHeadersTotalSize = HeaderBytes;
        limits.MaxRequestHeaderCount = Headers;
        limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);

        // A call is bounded by its message, whose length is read and refused before its bytes are.
        limits.MaxRequestBodySize = null;
    }

    private static void Secure(HttpsConnectionAdapterOptions https, GatewayOptions options, IServiceProvider services)
    {
        var certificate = new ServingCertificate(
            options,
            TimeProvider.System,
            services.GetRequiredService<ILoggerFactory>().CreateLogger("Taushet.Gateway"));

        // A file that cannot be used stops the start, not the first caller.
        _ = certificate.Current();
        https.ServerCertificateSelector = (_, _) => certificate.Current();
        if (options.ClientCertificates)
        {
            // A token names the certificate it is bound to: the certificate's own issuer adds nothing (RFC 8705, section 6).
            https.ClientCertificateMode = ClientCertificateMode.AllowCertificate;
            https.ClientCertificateValidation = (_, _, _) => true;
        }
    }
}
