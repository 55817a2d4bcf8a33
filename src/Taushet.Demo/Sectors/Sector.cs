using System.Globalization;
using Taushet.Demo.People;
using Taushet.Demo.Sectors.Entries;
using Taushet.Demo.Town;
using Taushet.V1;

namespace Taushet.Demo.Sectors;

/// <summary>One organisation's sector system: which children it has contact with, and what it holds on each.</summary>
/// <param name="Organisation">The organisation.</param>
/// <param name="From">The youngest it serves, in whole years.</param>
/// <param name="To">The oldest it serves.</param>
/// <param name="Make">Makes the record of one child.</param>
internal sealed record Sector(Organisation Organisation, int From, int To, Func<Journal, ChildInformation> Make)
{
    /// <summary>One in so many of those ages has contact with it, on average; 1 is everybody.</summary>
    public int OneIn { get; init; } = 1;

    /// <summary>Whether it has contact with whole families: siblings then come together.</summary>
    public bool WholeFamilies { get; init; }

    /// <summary>Another sector whose children alone come here too, or null.</summary>
    public Sector? Among { get; init; }

    /// <summary>Another sector whose children do not come here, or null.</summary>
    public Sector? Beside { get; init; }

    /// <summary>Whether the child has contact with it. It follows from ages and places alone: the same for every seed.</summary>
    public bool Serves(Child child, Population people)
    {
        var age = people.AgeOf(child);
        return age >= From && age <= To
            && Draws(child)
            && Among?.Serves(child, people) != false
            && Beside?.Serves(child, people) != true;
    }

    /// <summary>Fills the system with data on the children it serves. The same population and salt give the same data.</summary>
    /// <param name="people">The population.</param>
    /// <param name="salt">What sets this system's data apart from another's.</param>
    public SectorRegister Fill(Population people, int salt) => new(people.Children
        .Where(child => Serves(child, people))
        .ToDictionary(
            child => child.NationalNumber,
            child => Make(new Journal(child, people, new Sequence(((ulong)salt << 32) + (ulong)child.Place), Organisation.Name)),
            StringComparer.Ordinal));

    private bool Draws(Child child)
    {
        var organisation = ulong.Parse(Organisation.Number, CultureInfo.InvariantCulture);
        var place = (ulong)(WholeFamilies ? child.Family.Place : child.Place);
        return OneIn == 1 || new Sequence((organisation << 32) + place).OnceIn(OneIn);
    }
}
