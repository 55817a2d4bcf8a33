namespace Taushet.Gateway.Identify;

/// <summary>What a token is bound to (its <c>cnf</c>): the bearer alone is not enough then.</summary>
/// <param name="Key">SHA-256 thumbprint of the key whose proof must come along (RFC 9449), or null.</param>
/// <param name="Certificate">SHA-256 of the client certificate that must be shown (RFC 8705), or null. Both in base64url.</param>
internal sealed record TokenBinding(string? Key, string? Certificate)
{
    /// <summary>Bound to nothing.</summary>
    public static TokenBinding None { get; } = new(null, null);
}
