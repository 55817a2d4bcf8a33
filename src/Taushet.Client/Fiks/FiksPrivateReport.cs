using System.Text.Json.Serialization;

namespace Taushet.Client.Fiks;

/// <summary>A report of concern by a private person, as Fiks "privat v2" has it.</summary>
/// <remarks>
/// Who reports is a protected category of its own: <see cref="FiksImport.Of(FiksPrivateReport)"/> puts the person where it is closed to
/// every machine unless it is stated that no secrecy was asked for, which this form cannot state.
/// </remarks>
public sealed record FiksPrivateReport : FiksPart
{
    /// <summary>The receiving municipality, four digits.</summary>
    [JsonRequired, JsonPropertyName("kommunenummer")]
    public string MunicipalityNumber { get; init; } = string.Empty;

    /// <summary>Its name.</summary>
    [JsonRequired, JsonPropertyName("kommunenavn")]
    public string MunicipalityName { get; init; } = string.Empty;

    /// <summary>The district, two digits; "00" for none.</summary>
    [JsonRequired, JsonPropertyName("bydelsnummer")]
    public string DistrictNumber { get; init; } = string.Empty;

    /// <summary>Its name.</summary>
    [JsonRequired, JsonPropertyName("bydelsnavn")]
    public string DistrictName { get; init; } = string.Empty;

    /// <summary>Who reports.</summary>
    [JsonRequired, JsonPropertyName("privatMelder")]
    public FiksPrivateReporter Reporter { get; init; } = new();

    /// <summary>The children, at least one.</summary>
    [JsonRequired, JsonPropertyName("privatBarn")]
    public IReadOnlyList<FiksPrivateChild> Children { get; init; } = [];

    /// <summary>What the concern is.</summary>
    [JsonRequired, JsonPropertyName("melding")]
    public string Concern { get; init; } = string.Empty;

    /// <summary>When it was sent, as written.</summary>
    [JsonRequired, JsonPropertyName("sendingstidspunkt")]
    public string SentAt { get; init; } = string.Empty;

    /// <summary>By which channel it came.</summary>
    [JsonRequired, JsonPropertyName("leveringskanal")]
    public string Channel { get; init; } = string.Empty;
}

/// <summary>A private person who reports.</summary>
public sealed record FiksPrivateReporter : FiksPart
{
    /// <summary>Name.</summary>
    [JsonRequired, JsonPropertyName("personnavn")]
    public string Name { get; init; } = string.Empty;

    /// <summary>Telephone.</summary>
    [JsonPropertyName("telefonnummer")]
    public string? Phone { get; init; }

    /// <summary>Address.</summary>
    [JsonPropertyName("adresse")]
    public FiksAddress? Address { get; init; }
}

/// <summary>A child as a private person knows it.</summary>
public sealed record FiksPrivateChild : FiksPart
{
    /// <summary>Name.</summary>
    [JsonRequired, JsonPropertyName("personnavn")]
    public string Name { get; init; } = string.Empty;

    /// <summary>About how old.</summary>
    [JsonPropertyName("antattAlder")]
    public string? SupposedAge { get; init; }

    /// <summary>How the reporter knows the child.</summary>
    [JsonPropertyName("relasjon")]
    public string? Relation { get; init; }

    /// <summary>Address.</summary>
    [JsonRequired, JsonPropertyName("adresse")]
    public FiksAddress Address { get; init; } = new();
}
