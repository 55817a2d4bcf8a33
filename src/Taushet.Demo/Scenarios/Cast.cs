using Taushet.Core.Vocabulary;
using Taushet.Demo.People;
using Taushet.Demo.Sectors;
using Taushet.Demo.Town;

namespace Taushet.Demo.Scenarios;

/// <summary>The children the stories are about. Picked from the population by age and by who has contact with whom.</summary>
internal sealed class Cast
{
    private readonly Population people;

    private readonly HashSet<int> taken = [];

    private readonly Dictionary<Organisation, Child> clients = [];

    /// <summary>Casts the stories.</summary>
    public Cast(Population people)
    {
        this.people = people;
        Relieved = TakeOf(Organisations.HealthAndCare, also: Organisations.AfterSchool);
        Habilitated = TakeOf(Organisations.Habilitation, also: Organisations.Kindergarten);
        TakeClients();
        Ordered = Take(9);
        VoluntaryCase = Take(9);
        Reported = Take(7);
        Permitted = Take(5);
        NotPermitted = Take(5);
        Moving = Take(12, HasEducationDecision);
        Referred = Take(14);
        Objecting = Take(17);
        Treated = Take(10);
        Discussed = Take(10);
        Applying = Take(15);
        Aided = Take(12);
        Sought = Take(7);
        Shielded = Strict(Organisations.School);
        ShieldedInfant = Strict(Organisations.HealthCentre);
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

    /// <summary>12 years, with a decision on extra teaching: changes school.</summary>
    public Child Moving { get; }

    /// <summary>14 years: referred to psychiatry.</summary>
    public Child Referred { get; }

    /// <summary>17 years: objects to sharing.</summary>
    public Child Objecting { get; }

    /// <summary>10 years: the parents have consented.</summary>
    public Child Treated { get; }

    /// <summary>10 years: the services are to cooperate, nobody has consented.</summary>
    public Child Discussed { get; }

    /// <summary>15 years: applies for upper secondary school.</summary>
    public Child Applying { get; }

    /// <summary>12 years: the family seeks economic aid.</summary>
    public Child Aided { get; }

    /// <summary>7 years: someone asks where the child is.</summary>
    public Child Sought { get; }

    /// <summary>In respite care and after-school care: those who consent have done so.</summary>
    public Child Relieved { get; }

    /// <summary>In habilitation and kindergarten: those who consent have done so.</summary>
    public Child Habilitated { get; }

    /// <summary>Of school age, at a strictly confidential address.</summary>
    public Child Shielded { get; }

    /// <summary>Below school age, at a strictly confidential address.</summary>
    public Child ShieldedInfant { get; }

    /// <summary>A well-formed synthetic number that belongs to nobody.</summary>
    public string Unknown { get; }

    /// <summary>Every child of a story.</summary>
    public IReadOnlyList<Child> Members =>
    [
        Ordered, VoluntaryCase, Reported, Permitted, NotPermitted, Moving, Referred, Objecting, Treated, Discussed, Applying,
        Aided, Sought, Relieved, Habilitated, Shielded, ShieldedInfant, .. clients.Values,
    ];

    /// <summary>A child the organisation has contact with, at an ordinary address and in no other organisation's story.</summary>
    public Child ClientOf(Organisation organisation) => clients[organisation];

    // The rarest first: a child whom few serve is not taken by those who serve many.
    private void TakeClients()
    {
        foreach (var sector in SectorCatalogue.All.OrderBy(sector => people.Children.Count(child => sector.Serves(child, people))))
        {
            clients[sector.Organisation] = Take(child => sector.Serves(child, people));
        }
    }

    private Child TakeOf(Organisation organisation, Organisation also)
    {
        var (sector, other) = (SectorCatalogue.Of(organisation), SectorCatalogue.Of(also));
        return Take(child => sector.Serves(child, people) && other.Serves(child, people));
    }

    // Those of kindergarten and school age go to the town's kindergarten and school.
    private Child Take(int age, Func<Child, bool>? suits = null) => Take(child =>
        people.AgeOf(child) == age
        && child.Family.Responsibility == ParentalResponsibility.JointTogether
        && !SectorCatalogue.Of(Organisations.PrivateSchool).Serves(child, people)
        && suits?.Invoke(child) != false);

    private bool HasEducationDecision(Child child) =>
        SectorCatalogue.Of(Organisations.School).RecordOf(child, people).School.EducationDecisions.Count > 0;

    private Child Take(Func<Child, bool> suits)
    {
        var found = people.Children.First(child => child.Grading == Grading.Ungraded && !taken.Contains(child.Place) && suits(child));
        taken.Add(found.Place);
        return found;
    }

    private Child Strict(Organisation organisation)
    {
        var sector = SectorCatalogue.Of(organisation);
        return people.Children.First(child => child.Grading == Grading.StrictlyConfidential && sector.Serves(child, people));
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
