using System.Text.Json;
using Taushet.Core.Requests.Identifiers;

namespace Taushet.Gateway.Identify.Claims;

/// <summary>How tokens name organisations.</summary>
internal static class Organisations
{
    private const string Authority = "iso6523-actorid-upis";

    // ICD 0192 is Enhetsregisteret: an organisation of any other register is not known here.
    private const string NorwegianRegister = "0192:";

    /// <summary>The number in an object as Maskinporten and Altinn write it; null when it is anything else.</summary>
    public static string? Iso6523(JsonElement? organisation) =>
        organisation is { } json
        && Json.Text(json, "authority") == Authority
        && Json.Text(json, "ID") is { } id
        && id.StartsWith(NorwegianRegister, StringComparison.Ordinal)
            ? Plain(id[NorwegianRegister.Length..])
            : null;

    /// <summary>A bare number; null when it is none.</summary>
    public static string? Plain(string? number) => OrganisationNumber.IsValid(number) ? number : null;
}
