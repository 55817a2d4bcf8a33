using System.Buffers.Text;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Grpc.Core;
using Grpc.Net.Client;
using Taushet.Gateway.Hosting;
using Taushet.Gateway.Tests.Identify;
using Taushet.Gateway.Tests.Support;
using Taushet.V1;

namespace Taushet.Gateway.Tests.Hosting;

public sealed class TlsTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("taushet-tls-");
    private readonly X509Certificate2 client = SelfSigned("client");
    private readonly X509Certificate2 other = SelfSigned("other");

    private string File => Path.Combine(folder.FullName, "serving.pfx");

    public void Dispose()
    {
        client.Dispose();
        other.Dispose();
        folder.Delete(recursive: true);
    }

    /// <summary>INVARIANT: a certificate file that cannot be read leaves the certificate that was read before in use.</summary>
    [Fact]
    public async Task ServingCertificate_FileReplacedWhileRunning_NewConnectionsSeeTheNewOne()
    {
        var first = Serve("first");
        await using var issuers = await StartAsync();
        (await ShownAsync(issuers)).ShouldBe(first);

        var second = Serve("second");
        await Task.Delay(1100);
        (await ShownAsync(issuers)).ShouldBe(second);

        await System.IO.File.WriteAllTextAsync(File, "half written");
        await Task.Delay(1100);
        (await ShownAsync(issuers)).ShouldBe(second);
    }

    [Fact]
    public async Task CertificateBoundToken_OnlyWithItsCertificate_Answered()
    {
        Serve("serving");
        await using var issuers = await StartAsync();
        var thumbprint = Base64Url.EncodeToString(SHA256.HashData(client.RawData));
        var token = issuers.AsSchool(made => made.With("cnf", new Dictionary<string, object?> { ["x5t#S256"] = thumbprint }));

        (await CallAsync(issuers, token, client)).ShouldBe(StatusCode.OK);
        (await CallAsync(issuers, token, other)).ShouldBe(StatusCode.Unauthenticated);
        (await CallAsync(issuers, token, null)).ShouldBe(StatusCode.Unauthenticated);
        (await CallAsync(issuers, issuers.AsSchool(), null)).ShouldBe(StatusCode.OK);
    }

    private Task<Issuers> StartAsync() => Issuers.StartAsync(options => options with
    {
        Listen = "https://127.0.0.1:0",
        CertificateFile = File,
        ClientCertificates = true,
    });

    private string Serve(string name)
    {
        using var certificate = SelfSigned(name);
        System.IO.File.WriteAllBytes(File, certificate.Export(X509ContentType.Pkcs12));
        return certificate.Thumbprint;
    }

    private static async Task<string> ShownAsync(Issuers issuers)
    {
        var shown = string.Empty;
        await CallAsync(issuers, issuers.AsSchool(), null, certificate => shown = certificate);
        return shown;
    }

    private static async Task<StatusCode> CallAsync(
        Issuers issuers,
        string token,
        X509Certificate2? certificate,
        Action<string>? shown = null)
    {
        using var handler = new SocketsHttpHandler();
        handler.SslOptions = new SslClientAuthenticationOptions
        {
            ClientCertificates = certificate is null ? null : [certificate],
            RemoteCertificateValidationCallback = (_, served, _, _) =>
            {
                shown?.Invoke(served!.GetCertHashString());
                return served!.Subject.Length > 0;
            },
        };
        using var channel = GrpcChannel.ForAddress(
            GatewayHost.AddressOf(issuers.Gateway.Host), new GrpcChannelOptions { HttpHandler = handler });
        try
        {
            await new SharingService.SharingServiceClient(channel).RequestInformationAsync(
                Town.Request(Town.Plain(Town.Known, Cell.ClinicalDiagnosis)), Issuers.Bearer(token));
            return StatusCode.OK;
        }
        catch (RpcException error)
        {
            return error.StatusCode;
        }
    }

    private static X509Certificate2 SelfSigned(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null, X509KeyStorageFlags.Exportable);
    }
}
