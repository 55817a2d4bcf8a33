namespace Taushet.Core.Requests.Identifiers;

/// <summary>Which series a national identity number belongs to, told by its month.</summary>
public enum NumberSeries
{
    /// <summary>A real person's number.</summary>
    Real,

    /// <summary>Skatteetaten's synthetic population: month + 80.</summary>
    SyntheticTaxAdministration,

    /// <summary>Norsk helsenett's synthetic population: month + 65.</summary>
    SyntheticHealthNetwork,

    /// <summary>NAV's synthetic population, and local help numbers (H-nummer): month + 40.</summary>
    SyntheticNavOrHelpNumber,
}
