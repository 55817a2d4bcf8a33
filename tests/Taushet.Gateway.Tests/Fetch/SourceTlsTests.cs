using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Taushet.Core.Vocabulary;
using Taushet.Gateway.Tests.Support;
using Cell = Taushet.V1.Cell;

namespace Taushet.Gateway.Tests.Fetch;

/// <summary>The gateway's own authentication to sources, over loopback with real certificates of a private authority.</summary>
public sealed class SourceTlsTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("taushet-source-tls-");
    private readonly Authority authority = new("authority");
    private readonly Authority stranger = new("stranger");

    private string Trusted => Path.Combine(folder.FullName, "authorities.pem");

    private string Shown => Path.Combine(folder.FullName, "gateway.pfx");

    public void Dispose()
    {
        authority.Dispose();
        stranger.Dispose();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Source_AsksForACertificate_GetsTheGatewaysAndAToken()
    {
        await using var source = await StartAsync(authority);

        var (given, calls) = await AskAsync(source, authority);

        given.ShouldBeTrue();
        calls.ShouldBe(1);
        source.Certificates.ShouldBe(["CN=gateway"]);
        source.Tokens.ShouldHaveSingleItem().ShouldNotBeNull().ShouldStartWith("Bearer ey");
    }

    /// <summary>A source that another authority vouches for is not asked, and one that the gateway's certificate does not convince says nothing.</summary>
    [Fact]
    public async Task Source_OfAnotherAuthority_OrOneThatRefusesTheGateway_NotNow()
    {
        await using var impostor = await StartAsync(stranger);
        (await AskAsync(impostor, authority)).ShouldBe((false, 0));

        await using var source = await StartAsync(authority);
        (await AskAsync(source, stranger)).ShouldBe((false, 0));
        (await AskAsync(source, null)).ShouldBe((false, 0));
    }

    // A source that lets in only whom its authority has certified.
    private async Task<SourceStub> StartAsync(Authority by)
    {
        var serving = by.Issue("127.0.0.1");
        return await SourceStub.StartAsync(listen => listen.UseHttps(https =>
        {
            https.ServerCertificate = serving;
            https.ClientCertificateMode = ClientCertificateMode.RequireCertificate;
            https.ClientCertificateValidation = (certificate, _, _) => authority.HasIssued(certificate);
        }));
    }

    private async Task<(bool Given, int Calls)> AskAsync(SourceStub source, Authority? shown)
    {
        await File.WriteAllTextAsync(Trusted, authority.Pem);
        using var certificate = shown?.Issue("gateway");
        if (certificate is not null)
        {
            await File.WriteAllBytesAsync(Shown, certificate.Export(X509ContentType.Pkcs12));
        }

        await using var gateway = await TestGateway.StartPatientAsync(options => options with
        {
            SourceAuthoritiesFile = Trusted,
            SourceCertificateFile = certificate is null ? null : Shown,
        });
        await gateway.RegisterAsync(Town.School, Service.PrimarySchool, source: new Uri($"https://127.0.0.1:{source.Address.Port}"));
        var answer = await gateway.Client.RequestInformationAsync(
            Town.Request(Town.Order(Town.Known, Cell.Attendance)), gateway.As(Town.Barnevern));
        return (answer.Information is not null, source.Calls.Count);
    }

    private sealed class Authority : IDisposable
    {
        private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        private readonly X509Certificate2 certificate;

        public Authority(string name)
        {
            var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
            request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, false, 0, critical: true));
            request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, critical: true));
            certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-2), DateTimeOffset.UtcNow.AddDays(2));
        }

        public string Pem => certificate.ExportCertificatePem();

        public X509Certificate2 Issue(string name)
        {
            using var own = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            var request = new CertificateRequest($"CN={name}", own, HashAlgorithmName.SHA256);
            var names = new SubjectAlternativeNameBuilder();
            names.AddIpAddress(System.Net.IPAddress.Loopback);
            request.CertificateExtensions.Add(names.Build());
            using var issued = request.Create(
                certificate, DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1), RandomNumberGenerator.GetBytes(8));
            using var paired = issued.CopyWithPrivateKey(own);
            return X509CertificateLoader.LoadPkcs12(paired.Export(X509ContentType.Pkcs12), null, X509KeyStorageFlags.Exportable);
        }

        public bool HasIssued(X509Certificate2 shown)
        {
            using var chain = new X509Chain();
            chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
            chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
            chain.ChainPolicy.CustomTrustStore.Add(certificate);
            return chain.Build(shown);
        }

        public void Dispose()
        {
            key.Dispose();
            certificate.Dispose();
        }
    }
}
