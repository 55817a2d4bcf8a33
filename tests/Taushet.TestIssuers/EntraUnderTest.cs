namespace Taushet.TestIssuers;

/// <summary>Mints access tokens of one tenant of Entra ID.</summary>
/// <param name="tenant">The tenant's id.</param>
/// <param name="audience">The application's id.</param>
public sealed class EntraUnderTest(string tenant, string audience) : IssuerUnderTest($"https://login.microsoftonline.invalid/{tenant}/v2.0", audience)
{
    /// <summary>The tenant's id.</summary>
    public string Tenant { get; } = tenant;

    /// <summary>An employee's token with app roles.</summary>
    public TokenDraft Employee(DateTimeOffset now, string oid, params string[] roles) => Common(now)
        .With("oid", oid)
        .With("sub", "pairwise-" + oid)
        .With("scp", "taushet:share")
        .With("roles", roles);

    /// <summary>A machine's token with app roles.</summary>
    public TokenDraft Machine(DateTimeOffset now, params string[] roles) => Common(now)
        .With("oid", "0f9d3b6c-0000-4000-8000-00000000000a")
        .With("idtyp", "app")
        .With("roles", roles);

    /// <summary>An id token, which tells the client who has logged in and is no access token.</summary>
    public TokenDraft IdToken(DateTimeOffset now, string oid, params string[] roles) => Employee(now, oid, roles).With("scp", null).With("nonce", "n-1");

    private TokenDraft Common(DateTimeOffset now) => Draft(now, "JWT")
        .With("tid", Tenant)
        .With("ver", "2.0")
        .With("azp", "2f5a5f0e-3c54-4b7e-9c3e-0d3b9a6a1c22");
}
