namespace Taushet.Gateway.Options;

/// <summary>Whose rules an issuer's tokens follow. Each kind reads its own claims and no other's.</summary>
public enum IssuerKind
{
    /// <summary>Maskinporten: a machine of an organisation; Bearer.</summary>
    Maskinporten,

    /// <summary>HelseID: a machine or an employee of a health organisation; DPoP.</summary>
    HelseId,

    /// <summary>One pinned tenant of Entra ID: an employee or a machine of the organisation that the tenant is mapped to.</summary>
    EntraId,

    /// <summary>ID-porten: a citizen, for the citizen's own view.</summary>
    IdPorten,

    /// <summary>The development issuer. It cannot be listed: it has a switch of its own.</summary>
    Development,
}

/// <summary>What an issuer's tokens say in <c>aud</c>.</summary>
public enum AudienceRule
{
    /// <summary>Exactly this gateway.</summary>
    Exact,

    /// <summary>This gateway, nobody, or the literal <c>unspecified</c>. Anyone else is refused still.</summary>
    MayBeUnspecified,
}
