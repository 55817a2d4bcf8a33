using System.Globalization;
using Taushet.Core.Requests.Identifiers;
using Taushet.Core.Vocabulary;

namespace Taushet.Demo.Town;

/// <summary>One organisation of the made-up municipality, with a synthetic number.</summary>
/// <param name="Number">Nine digits, first digit 3.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Service">The service it acts as.</param>
/// <param name="Form">How it is organised.</param>
internal sealed record Organisation(string Number, string Name, Service Service, ServiceForm Form)
{
    /// <summary>The organisation as a party to a request.</summary>
    public V1.Party Party => new() { OrganisationNumber = Number, Service = (V1.Service)(int)Service };

    /// <summary>The synthetic number with a given place among those that the control digit leaves.</summary>
    public static string NumberAt(int place) => Enumerable.Range(310_000_000, 1_000)
        .Select(number => number.ToString(CultureInfo.InvariantCulture))
        .Where(number => OrganisationNumber.IsValid(number))
        .ElementAt(place);
}
