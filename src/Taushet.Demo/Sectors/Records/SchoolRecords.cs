using Taushet.Demo.People;
using Taushet.Demo.Sectors.Entries;
using Taushet.V1;

namespace Taushet.Demo.Sectors.Records;

/// <summary>What a school's system holds on its pupils, whoever owns the school.</summary>
internal static class SchoolRecords
{
    private const int YoungestInUpperSecondary = 16;

    private static readonly string[] Subjects = ["Norsk", "Matematikk", "Engelsk", "Naturfag"];

    /// <summary>Makes the record of one pupil.</summary>
    public static ChildInformation Make(Journal journal) => new()
    {
        Person = journal.Person(knowsGradedAddress: false),
        OtherPersons = new OtherPersonsSection { Guardians = { journal.Guardians() }, Children = { journal.Siblings() } },
        Holding = Holding(journal),
        Concern = new ConcernSection
        {
            Emotion = { journal.Emotion(90, Texts.Emotion) },
            Development = { journal.Development(90, Texts.Development) },
            Social = { journal.Social(90, Texts.Social) },
            Physical = { journal.Physical(90, Texts.Physical, Marks.Of(Label.Unverified)) },
            Parenting = { journal.Parenting(90, Texts.Parenting) },
        },
        Development = Development(journal),
        Care = new CareSection { Observations = { new CareObservation { BasicCare = journal.OneOf(Texts.Care) } } },
        Family = new FamilySection { Situations = { journal.Situation(20, 100, Texts.Family, journal.SometimesMarked()) } },
        School = School(journal),
    };

    private static HoldingSection Holding(Journal journal) => new()
    {
        Relation = new ClientRelation
        {
            UnitName = journal.Unit,
            ContactPerson = "Kontaktlærer " + journal.OneOf(Names.Mothers),
            StartedOn = journal.Day(400, 1500),
            ContactsLastYear = 2 + journal.Sequence.Below(6),
        },
        Statements =
        {
            journal.Statement(0, 60, Texts.Statements, Label.Relevant),
            journal.Statement(60, 60, Texts.Statements),
        },
        Drafts = { journal.Draft(30) },
    };

    private static DevelopmentSection Development(Journal journal) => new()
    {
        HealthNeeds = { new HealthNeed { Need = journal.OneOf(Texts.Health), Instructions = "Se rutine i klasserommet." } },
        Emotions = { journal.Feelings(200, Texts.Emotion) },
        Social = { journal.Friends(200, Texts.Social) },
        Language = journal.Language("nb", "nb", "nb", "so", "pl"),
    };

    private static SchoolSection School(Journal journal)
    {
        var section = new SchoolSection
        {
            Enrolment = new SchoolEnrolment
            {
                SchoolName = journal.Unit,
                ClassName = ClassOf(journal.Age) + journal.OneOf("A", "B"),
                ClassTeacher = journal.OneOf(Names.Mothers),
                EnrolledOn = journal.Day(400, 1500),
            },
            Notes = { new SchoolNote { NotedOn = journal.Day(0, 120), Text = journal.OneOf(Texts.Learning) } },
            ConductRemarks = { new ConductRemark { NotedOn = journal.Day(0, 120), Kind = "order", Text = "Kom for sent til timen." } },
            Assessments = { Subjects.Select(subject => Assessment(journal, subject)) },
            Absences = { Absences(journal) },
        };
        if (journal.Sequence.OnceIn(2))
        {
            section.EducationDecisions.Add(new EducationDecision
            {
                DecidedOn = journal.Day(100, 200),
                AnnualHours = 76,
                Text = journal.OneOf(Texts.Decisions),
            });
        }

        return section;
    }

    private static string ClassOf(int age) =>
        age >= YoungestInUpperSecondary ? $"VG{age - YoungestInUpperSecondary + 1}" : $"{Math.Max(1, age - 5)}";

    private static SubjectAssessment Assessment(Journal journal, string subject) => new()
    {
        Subject = subject,
        Grade = $"{2 + journal.Sequence.Below(5)}",
        Comment = journal.OneOf(Texts.Learning),
    };

    private static IEnumerable<Absence> Absences(Journal journal)
    {
        for (var absence = journal.Sequence.Below(3); absence >= 0; absence--)
        {
            var from = journal.Sequence.Below(150);
            yield return new Absence
            {
                AbsentFrom = journal.Day(from),
                AbsentUntil = journal.Day(Math.Max(0, from - 1)),
                Hours = 6,
                Reason = "Sykdom meldt av foresatte.",
            };
        }
    }
}
