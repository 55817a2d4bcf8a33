using System.Text.Json;
using System.Text.Json.Serialization;

namespace Taushet.Client.Fiks;

/// <summary>A report of concern by a public reporter, as Fiks "offentlig v2" has it. Every text is as it came.</summary>
/// <remarks>
/// A member that this form does not know is kept where it stood, in <see cref="FiksPart.Unknown"/>, and is written back.
/// A null text is a member that is not there.
/// </remarks>
public sealed record FiksReport : FiksPart
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

    /// <summary>Who reports: never anonymous.</summary>
    [JsonRequired, JsonPropertyName("offentligMelder")]
    public FiksReporter Reporter { get; init; } = new();

    /// <summary>The children, at least one.</summary>
    [JsonRequired, JsonPropertyName("offentligBarn")]
    public IReadOnlyList<FiksChild> Children { get; init; } = [];

    /// <summary>The guardians, one or two.</summary>
    [JsonRequired, JsonPropertyName("foresatte")]
    public IReadOnlyList<FiksGuardian> Guardians { get; init; } = [];

    /// <summary>Whether an interpreter is needed, in the reporter's words.</summary>
    [JsonPropertyName("behovForTolk")]
    public string? Interpreter { get; init; }

    /// <summary>Which other services help the family.</summary>
    [JsonPropertyName("andreHjelpeinstanser")]
    public string? OtherServices { get; init; }

    /// <summary>What the concern is.</summary>
    [JsonRequired, JsonPropertyName("melding")]
    public FiksText Text { get; init; } = new();

    /// <summary>When it was sent, as written: local time where it tells no offset.</summary>
    [JsonRequired, JsonPropertyName("sendingstidspunkt")]
    public string SentAt { get; init; } = string.Empty;

    /// <summary>By which channel it came.</summary>
    [JsonRequired, JsonPropertyName("leveringskanal")]
    public string Channel { get; init; } = string.Empty;
}

/// <summary>A part of a Fiks message, with the members that this form does not know.</summary>
public abstract record FiksPart
{
    /// <summary>Unknown members by name; null when there are none.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; init; }
}

/// <summary>Who reports.</summary>
public sealed record FiksReporter : FiksPart
{
    /// <summary>Name.</summary>
    [JsonRequired, JsonPropertyName("personnavn")]
    public string Name { get; init; } = string.Empty;

    /// <summary>Role, such as teacher.</summary>
    [JsonRequired, JsonPropertyName("rolle")]
    public string Role { get; init; } = string.Empty;

    /// <summary>Telephone.</summary>
    [JsonRequired, JsonPropertyName("telefonnummer")]
    public string Phone { get; init; } = string.Empty;

    /// <summary>E-mail.</summary>
    [JsonRequired, JsonPropertyName("epost")]
    public string Email { get; init; } = string.Empty;

    /// <summary>Where the reporter works.</summary>
    [JsonRequired, JsonPropertyName("virksomhet")]
    public FiksOrganisation Organisation { get; init; } = new();
}

/// <summary>Where a reporter works.</summary>
public sealed record FiksOrganisation : FiksPart
{
    /// <summary>Name.</summary>
    [JsonRequired, JsonPropertyName("navn")]
    public string Name { get; init; } = string.Empty;

    /// <summary>Organisation number.</summary>
    [JsonPropertyName("orgnr")]
    public string? Number { get; init; }

    /// <summary>Address.</summary>
    [JsonRequired, JsonPropertyName("adresse")]
    public FiksAddress Address { get; init; } = new();
}

/// <summary>An address.</summary>
public sealed record FiksAddress : FiksPart
{
    /// <summary>First line.</summary>
    [JsonPropertyName("adresselinje1")]
    public string? Line1 { get; init; }

    /// <summary>Second line.</summary>
    [JsonPropertyName("adresselinje2")]
    public string? Line2 { get; init; }

    /// <summary>Third line.</summary>
    [JsonPropertyName("adresselinje3")]
    public string? Line3 { get; init; }

    /// <summary>Postal code, four digits.</summary>
    [JsonPropertyName("postnummer")]
    public string? PostalCode { get; init; }

    /// <summary>Postal place.</summary>
    [JsonPropertyName("poststed")]
    public string? PostalPlace { get; init; }
}

/// <summary>A child that is reported on.</summary>
public sealed record FiksChild : FiksPart
{
    /// <summary>National identity number; empty for an unborn child, and where it is not known.</summary>
    [JsonRequired, JsonPropertyName("fnr")]
    public string NationalNumber { get; init; } = string.Empty;

    /// <summary>Whether the child is not born.</summary>
    [JsonRequired, JsonPropertyName("ufoedt")]
    public bool Unborn { get; init; }

    /// <summary>Name.</summary>
    [JsonRequired, JsonPropertyName("personnavn")]
    public string Name { get; init; } = string.Empty;

    /// <summary>Telephone.</summary>
    [JsonPropertyName("telefonnummer")]
    public string? Phone { get; init; }

    /// <summary>Address.</summary>
    [JsonRequired, JsonPropertyName("adresse")]
    public FiksAddress Address { get; init; } = new();

    /// <summary>Whether the child has been told.</summary>
    [JsonRequired, JsonPropertyName("orientert")]
    public bool Informed { get; init; }

    /// <summary>If not, why.</summary>
    [JsonPropertyName("orientertGrunn")]
    public string? WhyNot { get; init; }
}

/// <summary>A guardian.</summary>
public sealed record FiksGuardian : FiksPart
{
    /// <summary>Name.</summary>
    [JsonRequired, JsonPropertyName("personnavn")]
    public string Name { get; init; } = string.Empty;

    /// <summary>Telephone.</summary>
    [JsonPropertyName("telefonnummer")]
    public string? Phone { get; init; }

    /// <summary>Whether told.</summary>
    [JsonRequired, JsonPropertyName("orientert")]
    public bool Informed { get; init; }

    /// <summary>If not, why.</summary>
    [JsonPropertyName("orientertGrunn")]
    public string? WhyNot { get; init; }
}

/// <summary>The reporter's own words.</summary>
public sealed record FiksText : FiksPart
{
    /// <summary>What the concern is.</summary>
    [JsonRequired, JsonPropertyName("melding")]
    public string Concern { get; init; } = string.Empty;

    /// <summary>What has been before.</summary>
    [JsonRequired, JsonPropertyName("historie")]
    public string History { get; init; } = string.Empty;

    /// <summary>How others see it.</summary>
    [JsonPropertyName("andreSynspunkter")]
    public string? OtherViews { get; init; }
}
