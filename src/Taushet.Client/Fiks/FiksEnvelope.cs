namespace Taushet.Client.Fiks;

/// <summary>What stands in a Fiks report and in no field of a disclosure.</summary>
public sealed record FiksEnvelope
{
    /// <summary>The receiving municipality, four digits.</summary>
    public string MunicipalityNumber { get; init; } = string.Empty;

    /// <summary>Its name.</summary>
    public string MunicipalityName { get; init; } = string.Empty;

    /// <summary>The district, two digits; "00" for none.</summary>
    public string DistrictNumber { get; init; } = "00";

    /// <summary>Its name.</summary>
    public string DistrictName { get; init; } = string.Empty;

    /// <summary>The name of where the reporter works.</summary>
    public string OrganisationName { get; init; } = string.Empty;

    /// <summary>Its address.</summary>
    public FiksAddress OrganisationAddress { get; init; } = new();

    /// <summary>Whether an interpreter is needed, in the reporter's words; null when nothing is said.</summary>
    public string? Interpreter { get; init; }

    /// <summary>By which channel.</summary>
    public string Channel { get; init; } = "Fagsystem";
}
