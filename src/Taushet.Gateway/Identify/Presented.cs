using Microsoft.Extensions.Primitives;

namespace Taushet.Gateway.Identify;

/// <summary>A token as a call presents it.</summary>
/// <param name="Token">The token.</param>
/// <param name="WithProof">Whether by the DPoP scheme; else as Bearer.</param>
internal readonly record struct Presented(string Token, bool WithProof)
{
    /// <summary>The DPoP scheme (RFC 9449).</summary>
    public const string ProofScheme = "DPoP";

    /// <summary>The Bearer scheme (RFC 6750).</summary>
    public const string BearerScheme = "Bearer";

    /// <summary>Reads the header; null when it holds no single token of a scheme we know.</summary>
    public static Presented? Of(StringValues header) => header.Count != 1 ? null
        : After(header[0], BearerScheme) is { } borne ? new Presented(borne, WithProof: false)
        : After(header[0], ProofScheme) is { } proven ? new Presented(proven, WithProof: true)
        : null;

    private static string? After(string? header, string scheme) =>
        header?.Length > scheme.Length
        && header[scheme.Length] == ' '
        && header.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)
            ? header[(scheme.Length + 1)..].Trim()
            : null;
}
