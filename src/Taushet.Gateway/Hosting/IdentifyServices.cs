using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.IdentityModel.Protocols;
using Taushet.Gateway.Altinn;
using Taushet.Gateway.Identify;
using Taushet.Gateway.Identify.Keys;
using Taushet.Gateway.Identify.Proofs;
using Taushet.Gateway.Options;

namespace Taushet.Gateway.Hosting;

/// <summary>The parts that tell who calls and what the caller may.</summary>
internal static class IdentifyServices
{
    /// <summary>Registers them.</summary>
    public static void Add(IServiceCollection services, GatewayOptions options, GatewayParts parts)
    {
        AddTokens(services);
        services.AddSingleton<IEnumerable<Issuer>>(provider => IssuersOf(provider, options, parts));
        services.AddSingleton<Attempts>();
        services.AddSingleton(provider => parts.SystemUserRights ?? RightsOf(provider, options));
        services.AddSingleton<Standing>();
        services.AddSingleton(new AccessTable(AccessTable.ContractServices));
        services.AddSingleton<IAuthorizationHandler, AccessCheck>();
        services.AddAuthentication(TokenAuthentication.SchemeName)
            .AddScheme<AuthenticationSchemeOptions, TokenAuthentication>(TokenAuthentication.SchemeName, null);

        // What nobody has thought of is held to its access option too.
        var policy = new AuthorizationPolicyBuilder().AddRequirements(new AccessRequirement()).Build();
        services.AddAuthorization(authorization =>
        {
            authorization.DefaultPolicy = policy;
            authorization.FallbackPolicy = policy;
        });
    }

    /// <summary>Registers what validates tokens; the issuers and the store of proofs are the host's.</summary>
    public static void AddTokens(IServiceCollection services)
    {
        services.AddSingleton<TokenMemory>();
        services.AddSingleton<TokenRefusals>();
        services.AddSingleton<ProofKeys>();
        services.AddSingleton<ProofValidator>();
        services.AddSingleton<TokenValidator>();
        services.AddSingleton<BoundTokens>();
        services.AddSingleton<PersonAssertions>();
    }

    private static ISystemUserRights RightsOf(IServiceProvider provider, GatewayOptions options) =>
        options.SystemUserRights is { } asked
            ? ActivatorUtilities.CreateInstance<AltinnRights>(provider, asked)
            : new NoSystemUserRights();

    private static Issuer[] IssuersOf(IServiceProvider provider, GatewayOptions options, GatewayParts parts)
    {
        var clock = provider.GetRequiredService<TimeProvider>();
        IDocumentRetriever documents = parts.IssuerDocuments is { } bring ? new BroughtDocuments(bring) : HttpDocuments();
        var issuers = options.Issuers.Select(issuer => Issuer.Of(issuer, KeysOf(issuer), clock)).ToList();
        if (options.DevelopmentIssuer)
        {
            issuers.Add(DevelopmentIssuer.Of(options.DataDirectory, clock));
        }

        return [.. issuers];

        IIssuerKeys KeysOf(IssuerOptions issuer) => issuer.KeysFile is { } file
            ? KeySet.Parse(File.ReadAllText(file))
            : new MetadataKeys(
                issuer,
                documents,
                provider.GetRequiredService<MachineClock>(),
                provider.GetRequiredService<ILogger<MetadataKeys>>());
    }

    private static HttpDocumentRetriever HttpDocuments() =>
        new(new HttpClient { Timeout = TimeSpan.FromSeconds(5), MaxResponseContentBufferSize = 1 << 20 }) { RequireHttps = true };

    private sealed class BroughtDocuments(Func<string, CancellationToken, Task<string>> bring) : IDocumentRetriever
    {
        public Task<string> GetDocumentAsync(string address, CancellationToken cancel) => bring(address, cancel);
    }
}
