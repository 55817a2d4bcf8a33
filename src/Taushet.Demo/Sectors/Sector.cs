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

    /// <summary>What the system holds on a child it serves. The same child and population give the same record.</summary>
    public ChildInformation RecordOf(Child child, Population people) =>
        Make(new Journal(child, people, SequenceOf(child.Place, draw: 0), Organisation.Name));

    /// <summary>Fills the system with data on the children it serves.</summary>
    public SectorRegister Fill(Population people) => new(people.Children
        .Where(child => Serves(child, people))
        .ToDictionary(child => child.NationalNumber, child => RecordOf(child, people), StringComparer.Ordinal));

    private bool Draws(Child child) =>
        OneIn == 1 || SequenceOf(WholeFamilies ? child.Family.Place : child.Place, draw: 1).OnceIn(OneIn);

    // A sequence of this system's own, and another for who comes here than for what is written of them.
    private Sequence SequenceOf(int place, int draw) =>
        new((ulong.Parse(Organisation.Number, CultureInfo.InvariantCulture) << 33) + ((ulong)place * 2) + (ulong)draw);
}
