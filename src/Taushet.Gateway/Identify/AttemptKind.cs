namespace Taushet.Gateway.Identify;

/// <summary>Why a call did not become a request.</summary>
internal enum AttemptKind
{
    /// <summary>It carried no token.</summary>
    NoToken,

    /// <summary>Its token did not hold.</summary>
    BadToken,

    /// <summary>The caller may not call the rpc or act as the party.</summary>
    NotAllowed,

    /// <summary>It was malformed.</summary>
    Malformed,

    /// <summary>It was more than its caller may ask for.</summary>
    TooMany,
}
