namespace Taushet.Gateway.Options;

/// <summary>One issuer of access tokens and its own rules. A value that its kind does not read must be left out.</summary>
public sealed record IssuerOptions
{
    /// <summary>Short name for logs, entries and registered integrations. Required, unique.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>Whose rules its tokens follow. Maskinporten's by default.</summary>
    public IssuerKind Kind { get; init; } = IssuerKind.Maskinporten;

    /// <summary>The exact <c>iss</c>, trailing slash included. Required.</summary>
    public string Issuer { get; init; } = string.Empty;

    /// <summary>The exact and only <c>aud</c>. Required.</summary>
    public string Audience { get; init; } = string.Empty;

    /// <summary>Whether <c>aud</c> may be absent. Maskinporten and ID-porten only; exact by default.</summary>
    public AudienceRule AudienceRule { get; init; } = AudienceRule.Exact;

    /// <summary>A file with the issuer's JWK set. Either this or <see cref="MetadataAddress"/>.</summary>
    public string? KeysFile { get; init; }

    /// <summary>The issuer's metadata document (RFC 8414 or OpenID discovery), https. Either this or <see cref="KeysFile"/>.</summary>
    public string? MetadataAddress { get; init; }

    /// <summary>Signature algorithms, asymmetric only.</summary>
    public IReadOnlyList<string> Algorithms { get; init; } = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"];

    /// <summary>Allowed <c>typ</c> headers; null: those of the kind (ID-porten's <c>at+jwt</c> alone; else <c>at+jwt</c> and <c>JWT</c>).</summary>
    public IReadOnlyList<string>? Types { get; init; }

    /// <summary>The scope a token must contain.</summary>
    public string Scope { get; init; } = "taushet:share";

    /// <summary>How far the clocks may differ. 5 s, at most 60 s.</summary>
    public TimeSpan ClockSkew { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The longest from <c>iat</c> to <c>exp</c>; a longer token is refused. Null: 2 h, which Entra ID needs; at most 24 h.</summary>
    public TimeSpan? LongestLifetime { get; init; }

    /// <summary>Whether a token must be bound to a client certificate (RFC 8705).</summary>
    public bool CertificateRequired { get; init; }

    /// <summary>Maskinporten: whether tokens of Altinn system users are accepted. They are recognised and refused by default; when accepted,
    /// each acts only as far as Altinn's decision point gives it the right (<see cref="GatewayOptions.SystemUserRights"/>).</summary>
    public bool SystemUsers { get; init; }

    /// <summary>HelseID: the client ids that may still present unbound tokens as Bearer. Nobody by default.</summary>
    public IReadOnlyList<string> BearerClients { get; init; } = [];

    /// <summary>HelseID: the claim that carries the attest (tillitsrammeverk). <c>nhn:tillitsrammeverk:parameters</c>.</summary>
    public string AttestClaim { get; init; } = "nhn:tillitsrammeverk:parameters";

    /// <summary>HelseID: whether an employee's token must carry an attest.</summary>
    public bool AttestRequired { get; init; }

    /// <summary>Entra ID: the tenant's id (<c>tid</c>). Required there; never <c>common</c>.</summary>
    public string? Tenant { get; init; }

    /// <summary>Entra ID: the organisation number of the tenant's legal entity. Required there.</summary>
    public string? Organisation { get; init; }

    /// <summary>Entra ID: the employee reference of each <c>oid</c>. Null: the <c>oid</c> itself is the reference.</summary>
    public IReadOnlyDictionary<string, string>? Employees { get; init; }
}
