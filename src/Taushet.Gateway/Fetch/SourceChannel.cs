using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Grpc.Core;
using Grpc.Net.Client;
using Taushet.Gateway.Hosting;
using Taushet.Gateway.Options;

namespace Taushet.Gateway.Fetch;

/// <summary>The connection to one source, with the token shown to it.</summary>
internal sealed class SourceChannel : IDisposable
{
    private readonly Uri address;
    private readonly GatewayToken token;
    private readonly MachineClock machine;
    private readonly GrpcChannel channel;
    private volatile Shown? shown;

    /// <summary>Opens nothing yet; the first call connects.</summary>
    public SourceChannel(Uri address, GatewayOptions options, GatewayToken token, MachineClock machine)
    {
        this.address = address;
        this.token = token;
        this.machine = machine;
        channel = GrpcChannel.ForAddress(address, new GrpcChannelOptions
        {
            MaxReceiveMessageSize = options.MaxSourceBytes,
            MaxRetryAttempts = null,
            DisposeHttpClient = true,
            HttpHandler = new SocketsHttpHandler
            {
                EnableMultipleHttp2Connections = true,
                ConnectTimeout = options.SourceTimeout,
                KeepAlivePingDelay = TimeSpan.FromSeconds(30),
                KeepAlivePingTimeout = TimeSpan.FromSeconds(10),
                AllowAutoRedirect = false,
                UseProxy = false,
                SslOptions = new SslClientAuthenticationOptions
                {
                    ClientCertificates = Certificate(options),
                    CertificateChainPolicy = Authorities(options),
                },
            },
        });
        Invoker = channel.CreateCallInvoker();
    }

    // By mutual TLS a source knows the gateway before it reads a token; a source that asks for no certificate gets none.
    private static X509CertificateCollection? Certificate(GatewayOptions options)
    {
        if (options.SourceCertificateFile is not { } file)
        {
            return null;
        }

        var password = options.SourceCertificatePasswordFile is { } secret ? File.ReadAllText(secret).TrimEnd() : null;
        return [X509CertificateLoader.LoadPkcs12FromFile(file, password)];
    }

    // A private authority publishes no revocation lists as a rule; who trusts it alone takes it out of the file.
    private static X509ChainPolicy? Authorities(GatewayOptions options)
    {
        if (options.SourceAuthoritiesFile is not { } file)
        {
            return null;
        }

        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.ImportFromPemFile(file);
        return policy;
    }

    /// <summary>Makes calls.</summary>
    public CallInvoker Invoker { get; }

    /// <summary>The headers with the gateway's token, good now.</summary>
    public Metadata Headers()
    {
        var present = shown;
        if (present is null || machine.Time.GetUtcNow() >= present.Until)
        {
            var (headers, until) = token.Issue(address);
            shown = present = new Shown(headers, until);
        }

        return present.Headers;
    }

    /// <inheritdoc/>
    public void Dispose() => channel.Dispose();

    private sealed record Shown(Metadata Headers, DateTimeOffset Until);
}
