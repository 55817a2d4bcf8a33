using Microsoft.IdentityModel.Tokens;
using Taushet.Gateway.Options;

namespace Taushet.Gateway.Identify;

/// <summary>The issuer of a developer's machine: a key file in the data directory, shared with <c>taushet token</c>.</summary>
/// <remarks>INVARIANT: the development issuer is accepted in the Development environment only.</remarks>
public static class DevelopmentIssuer
{
    /// <summary>The key file's name in the data directory.</summary>
    public const string FileName = "development-issuer.jwk";

    /// <summary>Its <c>iss</c>.</summary>
    public const string Name = "urn:taushet:development";

    /// <summary>The <c>aud</c> of its tokens.</summary>
    public const string Audience = "urn:taushet:gateway";

    /// <summary>The development issuer as an entry of the list of issuers; its key comes from the data directory.</summary>
    internal static IssuerOptions Options { get; } = new()
    {
        Name = "development",
        Issuer = Name,
        Audience = Audience,
        Algorithms = [SecurityAlgorithms.EcdsaSha256],
    };
}
