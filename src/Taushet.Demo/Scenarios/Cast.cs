using Taushet.Core.Vocabulary;
using Taushet.Demo.People;

namespace Taushet.Demo.Scenarios;

/// <summary>The children the stories are about, each in one story alone. Picked by age from the population.</summary>
internal sealed class Cast
{
    private readonly Population people;

    private readonly HashSet<int> taken = [];

    /// <summary>Casts the stories.</summary>
    public Cast(Population people)
    {
        this.people = people;
        Ordered = Take(9);
        VoluntaryCase = Take(9);
        Reported = Take(7);
        Permitted = Take(5);
        NotPermitted = Take(5);
        Moving = Take(12);
        Referred = Take(14);
        Objecting = Take(17);
        Treated = Take(10);
        Discussed = Take(10);
        Aided = Take(12);
        Sought = Take(7);
        Shielded = people.Children.First(child =>
            child.Grading == Grading.StrictlyConfidential && people.AgeOf(child) is >= 8 and <= 12);
        Unknown = NumberOfNobody();
    }

    /// <summary>9 years: barnevern orders information.</summary>
    public Child Ordered { get; }

    /// <summary>9 years: barnevern asks in a voluntary case.</summary>
    public Child VoluntaryCase { get; }

    /// <summary>7 years: the school reports.</summary>
    public Child Reported { get; }

    /// <summary>5 years: the parents have permitted.</summary>
    public Child Permitted { get; }

    /// <summary>5 years: nobody has permitted.</summary>
    public Child NotPermitted { get; }

    /// <summary>12 years: changes school.</summary>
    public Child Moving { get; }

    /// <summary>14 years: referred to psychiatry.</summary>
    public Child Referred { get; }

    /// <summary>17 years: objects to sharing.</summary>
    public Child Objecting { get; }

    /// <summary>10 years: the parents have consented.</summary>
    public Child Treated { get; }

    /// <summary>10 years: the services are to cooperate, nobody has consented.</summary>
    public Child Discussed { get; }

    /// <summary>12 years: the family seeks economic aid.</summary>
    public Child Aided { get; }

    /// <summary>7 years: someone asks where the child is.</summary>
    public Child Sought { get; }

    /// <summary>About 10 years, at a strictly confidential address.</summary>
    public Child Shielded { get; }

    /// <summary>A well-formed synthetic number that belongs to nobody.</summary>
    public string Unknown { get; }

    /// <summary>Every child of a story.</summary>
    public IReadOnlyList<Child> Members =>
    [
        Ordered, VoluntaryCase, Reported, Permitted, NotPermitted, Moving, Referred, Objecting, Treated, Discussed, Aided,
        Sought, Shielded,
    ];

    private Child Take(int age)
    {
        var child = people.Children.First(child =>
            people.AgeOf(child) == age
            && child.Grading == Grading.Ungraded
            && child.Family.Responsibility == ParentalResponsibility.JointTogether
            && !taken.Contains(child.Place));
        taken.Add(child.Place);
        return child;
    }

    private string NumberOfNobody()
    {
        var numbers = people.Children.Select(child => child.NationalNumber).ToHashSet(StringComparer.Ordinal);
        var birthDate = people.Today.AddYears(-10);
        return Enumerable.Range(500, 500)
            .Select(individual => SyntheticNumber.Compose(birthDate, individual))
            .First(number => number is not null && !numbers.Contains(number))!;
    }
}
