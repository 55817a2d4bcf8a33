using Grpc.Core;
using Taushet.Gateway.Altinn;
using Taushet.Gateway.Options;
using Taushet.Gateway.Tests.Support;
using Taushet.TestIssuers;

namespace Taushet.Gateway.Tests.Identify;

/// <summary>A gateway that takes tokens of every kind of issuer, and those issuers.</summary>
internal sealed class Issuers : IAsyncDisposable
{
    public const string Origin = "https://taushet.test";
    public const string Tenant = "6b1f9b4e-5a4e-4f6e-9c53-2a0c3d0f7a11";
    public const string Oid = "11111111-2222-4333-8444-555555555555";
    public const string Rpc = "/taushet.v1.SharingService/RequestInformation";

    public TestGateway Gateway { get; private set; } = null!;

    public MaskinportenUnderTest Maskinporten { get; } = new("https://taushet.test/");

    public HelseIdUnderTest HelseId { get; } = new("nhn:taushet");

    public EntraUnderTest Entra { get; } = new(Tenant, "9d1a0b77-1111-4222-8333-444444444444");

    public EntraUnderTest OtherTenant { get; } = new("77777777-5a4e-4f6e-9c53-2a0c3d0f7a11", "9d1a0b77-1111-4222-8333-444444444444");

    public IdPortenUnderTest IdPorten { get; } = new("https://taushet.test/portal");

    /// <summary>The key that a client of HelseID proves.</summary>
    public TestKey Client { get; } = TestKey.Elliptic("client");

    public TestKey OtherClient { get; } = TestKey.Elliptic("other-client");

    public DateTimeOffset Now => Gateway.Clock.Now;

    public string Practitioner { get; } = People.Number(40);

    public static async Task<Issuers> StartAsync(
        Func<GatewayOptions, GatewayOptions>? change = null,
        Func<string, CancellationToken, Task<string>>? documents = null,
        ISystemUserRights? rights = null)
    {
        var issuers = new Issuers();
        issuers.Gateway = await TestGateway.StartAsync(options => (change ?? (same => same))(options with
        {
            PublicOrigin = Origin,
            DevelopmentIssuer = false,
            Issuers =
            [
                .. options.Issuers,
                OptionsOf(options, issuers.Maskinporten, IssuerKind.Maskinporten, "maskinporten"),
                OptionsOf(options, issuers.HelseId, IssuerKind.HelseId, "helseid"),
                OptionsOf(options, issuers.Entra, IssuerKind.EntraId, "entra") with { Tenant = Tenant, Organisation = Town.School },
                OptionsOf(options, issuers.IdPorten, IssuerKind.IdPorten, "idporten"),
            ],
        }), documents: documents, rights: rights);
        return issuers;
    }

    public string AsSchool(Func<TokenDraft, TokenDraft>? change = null) => Write(Maskinporten.Token(Now, Town.School), change);

    public string AsEmployee(Func<TokenDraft, TokenDraft>? change = null) =>
        Write(HelseId.Employee(Now, Town.School, Client, Practitioner), change);

    public string Proof(string token, Func<TokenDraft, TokenDraft>? change = null, TestKey? key = null) =>
        Write(ProofDraft.Of(key ?? Client, token, Origin + Rpc, Now), change);

    public static Metadata Bearer(string token) => new() { { "authorization", $"Bearer {token}" } };

    public static Metadata Dpop(string token, string proof) => new() { { "authorization", $"DPoP {token}" }, { "dpop", proof } };

    /// <summary>Calls with headers, for a plain request of the school unless told otherwise; null when the call was answered.</summary>
    public async Task<RpcException?> CallAsync(Metadata headers, V1.Inquiry? inquiry = null)
    {
        try
        {
            await Gateway.Client.RequestInformationAsync(
                Town.Request(inquiry ?? Town.Plain(Town.Known, V1.Cell.ClinicalDiagnosis)), headers);
            return null;
        }
        catch (RpcException error)
        {
            return error;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Gateway.DisposeAsync();
        IDisposable[] owned = [Maskinporten, HelseId, Entra, OtherTenant, IdPorten, Client, OtherClient];
        foreach (var one in owned)
        {
            one.Dispose();
        }
    }

    private static IssuerOptions OptionsOf(GatewayOptions options, IssuerUnderTest issuer, IssuerKind kind, string name)
    {
        var file = Path.Combine(options.DataDirectory, name + ".json");
        File.WriteAllText(file, issuer.KeySet);
        return new IssuerOptions { Name = name, Kind = kind, Issuer = issuer.Name, Audience = issuer.Audience, KeysFile = file };
    }

    private static string Write(TokenDraft draft, Func<TokenDraft, TokenDraft>? change) => (change?.Invoke(draft) ?? draft).Write();
}
