using Taushet.Core.Requests.Identifiers;

namespace Taushet.Gateway.Options;

/// <summary>Finds every fault of one listed issuer.</summary>
internal static class IssuerCheck
{
    private static readonly string[] Asymmetric =
        ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"];

    /// <summary>Every fault, with the issuer's name.</summary>
    public static IEnumerable<string> Faults(IssuerOptions issuer, GatewayOptions options) =>
        Common(issuer).Concat(Keys(issuer)).Concat(OfKind(issuer, options)).Select(fault => $"issuer '{issuer.Name}': {fault}");

    private static IEnumerable<string> Common(IssuerOptions issuer)
    {
        if (issuer.Name.Length == 0 || issuer.Issuer.Length == 0 || issuer.Audience.Length == 0 || issuer.Scope.Length == 0)
        {
            yield return "name, issuer, audience and scope are required";
        }

        // An entry names the caller in words parted by spaces.
        if (issuer.Name.Any(letter => char.IsWhiteSpace(letter) || char.IsControl(letter)))
        {
            yield return "the name may have no spaces";
        }

        if (issuer.Algorithms.Count == 0 || issuer.Algorithms.Except(Asymmetric, StringComparer.Ordinal).Any())
        {
            yield return "only asymmetric signature algorithms";
        }

        if (issuer.Types is { Count: 0 })
        {
            yield return "at least one type of token";
        }

        if (issuer.ClockSkew < TimeSpan.Zero || issuer.ClockSkew > TimeSpan.FromMinutes(1))
        {
            yield return "clock skew from 0 to 60 s";
        }

        if (issuer.LongestLifetime is { } longest && (longest <= TimeSpan.Zero || longest > TimeSpan.FromDays(1)))
        {
            yield return "the longest lifetime is above 0 and at most 24 h";
        }
    }

    private static IEnumerable<string> Keys(IssuerOptions issuer)
    {
        if (issuer.KeysFile is null == issuer.MetadataAddress is null)
        {
            yield return "exactly one of a keys file and a metadata address";
        }
        else if (issuer.KeysFile is not null && !File.Exists(issuer.KeysFile))
        {
            yield return "no such keys file";
        }
        else if (issuer.MetadataAddress is not null && !issuer.MetadataAddress.StartsWith("https://", StringComparison.Ordinal))
        {
            yield return "the metadata address must be https";
        }
    }

    private static IEnumerable<string> OfKind(IssuerOptions issuer, GatewayOptions options)
    {
        if (issuer.Kind == IssuerKind.Development)
        {
            yield return "the development issuer has a switch of its own";
        }

        if (issuer.AudienceRule != AudienceRule.Exact && issuer.Kind is not (IssuerKind.Maskinporten or IssuerKind.IdPorten))
        {
            yield return "only Maskinporten and ID-porten leave the audience out";
        }

        if (issuer.Kind == IssuerKind.HelseId && options.PublicOrigin is null)
        {
            yield return "HelseID's tokens come with proofs, which name the gateway's PublicOrigin";
        }

        if (issuer.CertificateRequired && !options.ClientCertificates)
        {
            yield return "certificate-bound tokens need ClientCertificates";
        }

        if (issuer.Kind == IssuerKind.EntraId)
        {
            foreach (var fault in Tenant(issuer))
            {
                yield return fault;
            }
        }
    }

    private static IEnumerable<string> Tenant(IssuerOptions issuer)
    {
        // INVARIANT: a tenant is pinned by its id, in the issuer's name as in the token.
        if (!Guid.TryParseExact(issuer.Tenant, "D", out _)
            || !issuer.Issuer.Split('/').Contains(issuer.Tenant, StringComparer.Ordinal))
        {
            yield return "a tenant's id is required and is part of the issuer's name";
        }

        if (!OrganisationNumber.IsValid(issuer.Organisation))
        {
            yield return "the organisation number of the tenant's legal entity is required";
        }
    }
}
