using Grpc.Core;
using Taushet.Core.Vocabulary;
using Taushet.Gateway.Options;
using Taushet.TestIssuers;
using DevelopmentIssuer = Taushet.Cli.Tokens.DevelopmentIssuer;

namespace Taushet.Demo.Town;

/// <summary>
/// The issuers whose tokens the callers hold, in process: HelseID for health personnel, with a proof of the client's key at each
/// call; Entra ID for barnevern's own employees; Maskinporten for everybody else's systems, with a second token that proves the
/// user. The newest school calls with the token that <c>taushet token</c> mints.
/// </summary>
/// <param name="development">Mints development tokens, which also prove persons here.</param>
/// <param name="clock">The clock of tokens.</param>
internal sealed class TownIssuers(DevelopmentIssuer development, TimeProvider clock) : IDisposable
{
    private const string Origin = "https://taushet.demo.invalid";
    private const string Tenant = "0c7c1a52-6f0e-4d0e-9a51-3f6f2b7f9a10";
    private const string Employee = "5f1d8a20-9e6b-4b7c-8a3e-2c9d0b1e4f55";
    private const string PersonToken = "taushet-person-token";

    private static readonly TimeSpan TokenLifetime = TimeSpan.FromMinutes(2);

    private static readonly HashSet<Service> Health =
    [
        Service.ChildHealthCentre, Service.SchoolHealth, Service.YouthHealthCentre, Service.MaternityCare, Service.GeneralPractitioner,
        Service.MunicipalHealthAndCare, Service.DentalService, Service.ChildAndYouthPsychiatry, Service.SpecialistHealth,
    ];

    private readonly MaskinportenUnderTest maskinporten = new("https://taushet.demo.invalid/");
    private readonly HelseIdUnderTest helseId = new("nhn:taushet-demo");
    private readonly EntraUnderTest entra = new(Tenant, "3e0f5f5e-7f0b-4a9d-8b8a-6d1c2b3a4f50");
    private readonly TestKey client = TestKey.Elliptic("journal-system");

    // A practitioner of nobody: a synthetic number that no child has.
    private readonly string practitioner = People.SyntheticNumber.Compose(new DateOnly(1985, 6, 14), 500)
        ?? People.SyntheticNumber.Compose(new DateOnly(1985, 6, 14), 501)!;

    /// <summary>The development issuer, for the stories of roles that no other issuer has here: auditor and citizen.</summary>
    public DevelopmentIssuer Development => development;

    /// <summary>Adds the issuers to a gateway's options; their public keys are files in its data folder.</summary>
    public GatewayOptions AddTo(GatewayOptions options) => options with
    {
        PublicOrigin = Origin,
        Issuers =
        [
            Listed(options, maskinporten, IssuerKind.Maskinporten, "maskinporten"),
            Listed(options, helseId, IssuerKind.HelseId, "helseid"),
            Listed(options, entra, IssuerKind.EntraId, "entra") with { Tenant = Tenant, Organisation = Organisations.Barnevern.Number },
        ],
    };

    /// <summary>The headers of one call of an organisation's system or employee.</summary>
    /// <param name="caller">Who calls.</param>
    /// <param name="rpc">The rpc's full name, which a proof is for.</param>
    public Metadata As(Organisation caller, string rpc)
    {
        var now = clock.GetUtcNow();
        if (caller == Organisations.NewSchool)
        {
            return Bearer(Mint(caller));
        }

        if (caller == Organisations.Barnevern)
        {
            return Bearer(entra.Employee(now, Employee, "caseworker").Write());
        }

        return Health.Contains(caller.Service) ? Bound(caller, rpc, now) : WithPerson(caller, now);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        maskinporten.Dispose();
        helseId.Dispose();
        entra.Dispose();
        client.Dispose();
    }

    private static Metadata Bearer(string token) => new() { { "authorization", $"Bearer {token}" } };

    private static IssuerOptions Listed(GatewayOptions options, IssuerUnderTest issuer, IssuerKind kind, string name)
    {
        var file = Path.Combine(options.DataDirectory, $"{name}.keys.json");
        File.WriteAllText(file, issuer.KeySet);
        return new IssuerOptions { Name = name, Kind = kind, Issuer = issuer.Name, Audience = issuer.Audience, KeysFile = file };
    }

    private Metadata Bound(Organisation caller, string rpc, DateTimeOffset now)
    {
        var token = helseId.Employee(now, caller.Number, client, practitioner).Write();
        return new Metadata
        {
            { "authorization", $"DPoP {token}" },
            { "dpop", ProofDraft.Of(client, token, Origin + rpc, now).Write() },
        };
    }

    private Metadata WithPerson(Organisation caller, DateTimeOffset now)
    {
        var headers = Bearer(maskinporten.Token(now, caller.Number).Write());
        headers.Add(PersonToken, Mint(caller));
        return headers;
    }

    private string Mint(Organisation caller) => development.Mint(caller.Number, "demo", TokenLifetime, Guid.NewGuid());
}
