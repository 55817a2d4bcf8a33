using Taushet.Cli.Tokens;
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

    /// <summary>The synthetic number with a given place among those with a control digit.</summary>
    public static string NumberAt(int place)
    {
        for (var digits = 31_000_000; ; digits++)
        {
            var text = $"{digits}";
            var control = OrganisationNumber.ControlDigit(text);
            if (control < 10 && place-- == 0)
            {
                return $"{text}{control}";
            }
        }
    }
}
