namespace Taushet.Gateway.Altinn;

/// <summary>Where Altinn's consent tokens come from and what they may mean.</summary>
public sealed record AltinnOptions
{
    /// <summary>The issuer exactly as tokens write it; a trailing slash is part of it.</summary>
    public string Issuer { get; init; } = "https://maskinporten.no/";

    /// <summary>The audience tokens must have. Exactly one.</summary>
    public string Audience { get; init; } = string.Empty;

    /// <summary>A file with the issuer's public keys (JWKS); or else <see cref="MetadataAddress"/>.</summary>
    public string? KeysFile { get; init; }

    /// <summary>The issuer's metadata (RFC 8414), https.</summary>
    public string? MetadataAddress { get; init; }

    /// <summary>The file that says what each resource of a consent means: see policies/altinn-consents.json.</summary>
    public string CatalogueFile { get; init; } = string.Empty;

    /// <summary>The signature algorithms that are accepted.</summary>
    public IReadOnlyList<string> Algorithms { get; init; } = ["RS256", "RS384", "RS512"];

    /// <summary>How far the issuer's clock may differ. 5 s.</summary>
    public TimeSpan ClockSkew { get; init; } = TimeSpan.FromSeconds(5);
}
