namespace Taushet.Core.Anonymising;

/// <summary>Where a child lives, as far as it is told.</summary>
/// <param name="Extent">How exactly.</param>
/// <param name="Number">The municipality's four digits or the county's two; empty when nothing is told.</param>
public readonly record struct Place(PlaceExtent Extent, string Number)
{
    /// <summary>Nothing told.</summary>
    public static Place Untold => new(PlaceExtent.Untold, string.Empty);

    /// <summary>The county of a municipality: its first two digits.</summary>
    public static string CountyOf(string municipality) => municipality[..2];

    /// <summary>A municipality.</summary>
    public static Place InMunicipality(string number) => new(PlaceExtent.Municipality, number);

    /// <summary>The county of a municipality.</summary>
    public static Place InCountyOf(string municipality) => new(PlaceExtent.County, CountyOf(municipality));
}

/// <summary>How exactly a place is told.</summary>
public enum PlaceExtent
{
    /// <summary>Not at all.</summary>
    Untold = 1,

    /// <summary>The county.</summary>
    County = 2,

    /// <summary>The municipality.</summary>
    Municipality = 3,
}
