namespace Taushet.Gateway.Identify;

/// <summary>Why a token, or what must come with it, does not hold. For our own counting: a caller is not told.</summary>
internal enum TokenFault
{
    /// <summary>It holds.</summary>
    None,

    /// <summary>The header is no single token of a known scheme, or is too large.</summary>
    Header,

    /// <summary>It is no JWT, or one with parts that nobody may use: encrypted, nested, critical headers, doubled names.</summary>
    Shape,

    /// <summary>No listed issuer has made it.</summary>
    Issuer,

    /// <summary>No known key of the issuer has signed it, or not with an allowed algorithm.</summary>
    Signature,

    /// <summary>Its type is not that of an access token.</summary>
    Type,

    /// <summary>It is for somebody else.</summary>
    Audience,

    /// <summary>It is past, ahead, without end, or too long.</summary>
    Lifetime,

    /// <summary>It lacks the scope or role.</summary>
    Scope,

    /// <summary>A claim is missing or has another shape.</summary>
    Claims,

    /// <summary>It is that of a system user, which are not enabled.</summary>
    SystemUser,

    /// <summary>The person is not authenticated strongly enough.</summary>
    Level,

    /// <summary>It is of another tenant.</summary>
    Tenant,

    /// <summary>It should be bound to a key or certificate and is not, or was shown as if it were not.</summary>
    Unbound,

    /// <summary>The proof of the key does not hold.</summary>
    Proof,

    /// <summary>The proof was used before.</summary>
    Replay,

    /// <summary>Whether the proof was used before cannot be told now.</summary>
    ProofStore,

    /// <summary>The certificate it is bound to was not shown.</summary>
    Certificate,

    /// <summary>The person's token beside it does not hold, or is of another organisation.</summary>
    Person,
}
