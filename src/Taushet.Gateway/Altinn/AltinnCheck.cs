namespace Taushet.Gateway.Altinn;

/// <summary>Checks what the gateway is told of Altinn's consents.</summary>
internal static class AltinnCheck
{
    private static readonly string[] Asymmetric = ["RS256", "RS384", "RS512", "ES256", "ES384", "ES512", "PS256", "PS384", "PS512"];

    /// <summary>Finds every fault.</summary>
    public static IEnumerable<string> Faults(AltinnOptions options)
    {
        if (options.Issuer.Length == 0 || options.Audience.Length == 0)
        {
            yield return "Altinn: issuer and audience are required";
        }

        if (options.KeysFile is null == options.MetadataAddress is null)
        {
            yield return "Altinn: exactly one of a keys file and a metadata address";
        }
        else if (options.KeysFile is not null && !File.Exists(options.KeysFile))
        {
            yield return "Altinn: no such keys file";
        }
        else if (options.MetadataAddress is not null && !options.MetadataAddress.StartsWith("https://", StringComparison.Ordinal))
        {
            yield return "Altinn: the metadata address must be https";
        }

        if (options.Algorithms.Count == 0 || options.Algorithms.Except(Asymmetric, StringComparer.Ordinal).Any())
        {
            yield return "Altinn: only asymmetric signature algorithms";
        }

        if (options.ClockSkew < TimeSpan.Zero || options.ClockSkew > TimeSpan.FromMinutes(1))
        {
            yield return "Altinn: clock skew from 0 to 60 s";
        }

        if (Catalogue(options) is { } fault)
        {
            yield return fault;
        }
    }

    private static string? Catalogue(AltinnOptions options)
    {
        if (!File.Exists(options.CatalogueFile))
        {
            return "Altinn: no such catalogue file";
        }

        try
        {
            _ = AltinnCatalogue.Parse(File.ReadAllText(options.CatalogueFile));
            return null;
        }
        catch (FormatException fault)
        {
            return $"Altinn: {fault.Message}";
        }
    }
}
