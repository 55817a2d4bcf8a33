using Taushet.Core.Vocabulary;
using Taushet.Demo.People;
using Taushet.V1;
using Label = Taushet.V1.Label;

namespace Taushet.Demo.Sectors.Entries;

/// <summary>Who the child is and who stands around it, as every sector system holds it.</summary>
internal static class PersonEntries
{
    /// <summary>Who the child is and where it lives. A graded address stands apart from an ordinary one.</summary>
    /// <param name="journal">The journal.</param>
    /// <param name="knowsGradedAddress">Whether this holder has been told a graded address.</param>
    public static PersonSection Person(this Journal journal, bool knowsGradedAddress)
    {
        var child = journal.Child;
        var person = new PersonSection
        {
            Identity = new Identity
            {
                GivenName = child.GivenName,
                FamilyName = child.Family.Name,
                BirthDate = Journal.Written(child.BirthDate),
                Citizenship = "NO",
                NationalNumber = child.NationalNumber,
            },
        };
        if (!journal.IsGraded)
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
                Grading = Codes<Core.Vocabulary.Grading>.Of(child.Grading),
                StreetAddress = child.Family.Street,
            };
        }

        return person;
    }

    /// <summary>The guardians, labelled relevant since every case concerns them.</summary>
    /// <param name="journal">The journal.</param>
    /// <param name="conduct">What this holder has seen of the father or the mother, or null.</param>
    public static IEnumerable<Guardian> Guardians(this Journal journal, string? conduct = null)
    {
        var family = journal.Child.Family;
        var jointly = family.Responsibility != Core.Vocabulary.ParentalResponsibility.Sole;
        yield return Guardian(journal, family.Mother, "mother", hasResponsibility: true);
        var father = Guardian(journal, family.Father, "father", jointly);
        if (conduct is not null)
        {
            father.Conduct = conduct;
        }

        yield return father;
    }

    /// <summary>The siblings.</summary>
    public static IEnumerable<OtherChild> Siblings(this Journal journal) =>
        journal.People.SiblingsOf(journal.Child).Select(sibling => new OtherChild
        {
            FullName = sibling.Name,
            BirthDate = Journal.Written(sibling.BirthDate),
            Relation = "sibling",
            Labels = Marks.Of(Label.ConcernsOtherPerson),
        });

    private static Guardian Guardian(Journal journal, Parent parent, string relation, bool hasResponsibility)
    {
        var guardian = new Guardian
        {
            FullName = parent.Name,
            NationalNumber = parent.NationalNumber,
            Relation = relation,
            HasParentalResponsibility = hasResponsibility,
            Labels = Marks.Of(Label.Relevant, Label.ConcernsOtherPerson),
        };
        if (!journal.IsGraded)
        {
            guardian.StreetAddress = journal.Child.Family.Street;
            guardian.Phone = parent.Phone;
        }

        return guardian;
    }
}
