using System.Globalization;
using Taushet.Demo.People;
using Taushet.V1;

namespace Taushet.Demo.Sectors;

/// <summary>Parts of the record that several sector systems hold in the same way.</summary>
internal static class Held
{
    /// <summary>A day so many days before another, as the record writes days.</summary>
    public static string Day(DateOnly today, int daysAgo) =>
        today.AddDays(-daysAgo).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Labels of an entry.</summary>
    public static EntryLabels Labels(params Label[] labels) => new() { Labels = { labels } };

    /// <summary>Labels of an entry that is relevant for certain needs alone.</summary>
    public static EntryLabels RelevantFor(params Need[] needs) => new() { RelevantFor = { needs } };

    /// <summary>Labels that some entries carry and others lack, as in life.</summary>
    public static EntryLabels? SometimesRelevant(Sequence sequence) => sequence.Below(3) switch
    {
        0 => Labels(Label.Relevant),
        1 => Labels(Label.Relevant, Label.Unverified),
        _ => null,
    };

    /// <summary>Who the child is and where it lives. A graded address stands apart from an ordinary one.</summary>
    public static PersonSection Person(Child child, bool knowsGradedAddress)
    {
        var person = new PersonSection
        {
            Identity = new Identity
            {
                GivenName = child.GivenName,
                FamilyName = child.Family.Name,
                BirthDate = child.BirthDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                Citizenship = "NOR",
                NationalNumber = child.NationalNumber,
            },
        };
        if (child.Grading == Core.Vocabulary.Grading.Ungraded)
        {
            person.Residence = new Residence
            {
                StreetAddress = child.Family.Street,
                MunicipalityNumber = "9999",
                Phone = child.Family.Mother.Phone,
            };
        }
        else if (knowsGradedAddress)
        {
            person.GradedAddress = new GradedAddress
            {
                Grading = Core.Vocabulary.Codes<Core.Vocabulary.Grading>.Of(child.Grading),
                StreetAddress = child.Family.Street,
            };
        }

        return person;
    }

    /// <summary>The guardians, labelled relevant since every case concerns them.</summary>
    public static IEnumerable<Guardian> Guardians(Child child)
    {
        var jointly = child.Family.Responsibility != Core.Vocabulary.ParentalResponsibility.Sole;
        yield return GuardianOf(child, child.Family.Mother, "mother", hasResponsibility: true);
        yield return GuardianOf(child, child.Family.Father, "father", jointly);
    }

    /// <summary>The siblings.</summary>
    public static IEnumerable<OtherChild> Siblings(Child child, Population people) =>
        people.SiblingsOf(child).Select(sibling => new OtherChild
        {
            FullName = sibling.Name,
            BirthDate = sibling.BirthDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Relation = "sibling",
            Labels = Labels(Label.ConcernsOtherPerson),
        });

    private static Guardian GuardianOf(Child child, Parent parent, string relation, bool hasResponsibility)
    {
        var guardian = new Guardian
        {
            FullName = parent.Name,
            NationalNumber = parent.NationalNumber,
            Relation = relation,
            HasParentalResponsibility = hasResponsibility,
            Labels = Labels(Label.Relevant, Label.ConcernsOtherPerson),
        };
        if (child.Grading == Core.Vocabulary.Grading.Ungraded)
        {
            guardian.StreetAddress = child.Family.Street;
            guardian.Phone = parent.Phone;
        }

        return guardian;
    }
}
