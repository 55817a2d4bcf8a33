namespace Taushet.Core.Vocabulary;

/// <summary>What a record of a person's wish is.</summary>
public enum WishKind
{
    /// <summary>Consent or permission: opens inside its scope.</summary>
    [Code("consent")]
    Consent = 1,

    /// <summary>Objection under hpl § 29: closes.</summary>
    [Code("objection")]
    Objection = 2,

    /// <summary>Information lawfully kept from the guardians (pbrl § 3-4): closes towards them.</summary>
    [Code("secrecy")]
    Secrecy = 3,
}
