using Microsoft.IdentityModel.Tokens;
using Taushet.Gateway.Identify.Keys;
using Taushet.Gateway.Options;
using Taushet.Storage.Files;

namespace Taushet.Gateway.Identify;

/// <summary>The issuer of a developer's machine as the gateway knows it: the public half of the key that <c>taushet token</c>
/// makes and signs with.</summary>
/// <remarks>INVARIANT: the development issuer is accepted in the Development environment only.</remarks>
public static class DevelopmentIssuer
{
    /// <summary>Its entry in the list of issuers; its key comes from the data directory.</summary>
    public static IssuerOptions Options { get; } = new()
    {
        Name = "development",
        Kind = IssuerKind.Development,
        Issuer = "urn:taushet:development",
        Audience = "urn:taushet:gateway",
        Algorithms = [SecurityAlgorithms.EcdsaSha256],
        Types = ["JWT"],
        LongestLifetime = TimeSpan.FromDays(1),
    };

    /// <summary>The issuer of one data directory. Its key may be made after the gateway has started.</summary>
    internal static Issuer Of(string dataDirectory, TimeProvider clock) =>
        Issuer.Of(Options, new PublicKeyFile(Path.Combine(dataDirectory, DataFiles.DevelopmentPublicKey)), clock);
}
