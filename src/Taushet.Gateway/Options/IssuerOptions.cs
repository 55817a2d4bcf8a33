namespace Taushet.Gateway.Options;

/// <summary>One issuer of access tokens whose claims follow Maskinporten.</summary>
public sealed record IssuerOptions
{
    /// <summary>Short name for logs and entries. Required, unique.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>The exact <c>iss</c>, trailing slash included. Required.</summary>
    public string Issuer { get; init; } = string.Empty;

    /// <summary>The exact and only <c>aud</c>. Required.</summary>
    public string Audience { get; init; } = string.Empty;

    /// <summary>A file with the issuer's JWK set. Either this or <see cref="MetadataAddress"/>.</summary>
    public string? KeysFile { get; init; }

    /// <summary>The issuer's metadata document (RFC 8414 or OpenID discovery), https. Either this or <see cref="KeysFile"/>.</summary>
    public string? MetadataAddress { get; init; }

    /// <summary>Signature algorithms, asymmetric only.</summary>
    public IReadOnlyList<string> Algorithms { get; init; } = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"];

    /// <summary>Allowed <c>typ</c> headers.</summary>
    public IReadOnlyList<string> Types { get; init; } = ["at+jwt", "JWT"];

    /// <summary>The scope a token must contain.</summary>
    public string Scope { get; init; } = "taushet:share";

    /// <summary>How far the clocks may differ. 5 s, at most 60 s.</summary>
    public TimeSpan ClockSkew { get; init; } = TimeSpan.FromSeconds(5);
}
