using Taushet.Demo.People;
using Taushet.V1;

namespace Taushet.Demo.Sectors;

/// <summary>What the school's system holds on its pupils.</summary>
internal static class SchoolRecords
{
    private static readonly string[] Subjects = ["Norsk", "Matematikk", "Engelsk", "Naturfag"];

    /// <summary>Makes the record of one pupil.</summary>
    public static ChildInformation Make(Child child, Population people, Sequence sequence, string school)
    {
        var today = people.Today;
        return new ChildInformation
        {
            Person = Held.Person(child, knowsGradedAddress: false),
            OtherPersons = new OtherPersonsSection
            {
                Guardians = { Held.Guardians(child) },
                Children = { Held.Siblings(child, people) },
            },
            Holding = Holding(sequence, today, school),
            Concern = Concern(sequence, today),
            Development = Development(sequence, today),
            Care = new CareSection { Observations = { new CareObservation { BasicCare = sequence.OneOf(Texts.Care) } } },
            Family = new FamilySection
            {
                Situations =
                {
                    new FamilySituation
                    {
                        NotedOn = Held.Day(today, 20 + sequence.Below(100)),
                        Description = sequence.OneOf(Texts.Family),
                        Labels = Held.SometimesRelevant(sequence),
                    },
                },
            },
            School = School(child, people, sequence, school),
        };
    }

    private static HoldingSection Holding(Sequence sequence, DateOnly today, string school) => new()
    {
        Relation = new ClientRelation
        {
            UnitName = school,
            ContactPerson = "Kontaktlærer " + sequence.OneOf(Names.Mothers),
            StartedOn = Held.Day(today, 400 + sequence.Below(1500)),
            ContactsLastYear = 2 + sequence.Below(6),
        },
        Statements =
        {
            new ChildStatement
            {
                SaidOn = Held.Day(today, sequence.Below(60)),
                Text = sequence.OneOf(Texts.Statements),
                Labels = Held.Labels(Label.ToldInConfidence, Label.Relevant),
            },
            new ChildStatement
            {
                SaidOn = Held.Day(today, 60 + sequence.Below(60)),
                Text = sequence.OneOf(Texts.Statements),
                Labels = Held.Labels(Label.ToldInConfidence),
            },
        },
        Drafts =
        {
            new InternalDraft
            {
                WrittenOn = Held.Day(today, sequence.Below(30)),
                Text = sequence.OneOf(Texts.Drafts),
                Labels = Held.Labels(Label.InternalDraft),
            },
        },
    };

    private static ConcernSection Concern(Sequence sequence, DateOnly today) => new()
    {
        Emotion = { new EmotionSign { ObservedOn = Held.Day(today, sequence.Below(90)), Description = sequence.OneOf(Texts.Emotion) } },
        Development =
        {
            new DevelopmentSign { ObservedOn = Held.Day(today, sequence.Below(90)), Description = sequence.OneOf(Texts.Development) },
        },
        Social = { new SocialSign { ObservedOn = Held.Day(today, sequence.Below(90)), Description = sequence.OneOf(Texts.Social) } },
        Physical =
        {
            new PhysicalSign
            {
                ObservedOn = Held.Day(today, sequence.Below(90)),
                Description = sequence.OneOf(Texts.Physical),
                Labels = Held.Labels(Label.Unverified),
            },
        },
        Parenting =
        {
            new ParentingSign { ObservedOn = Held.Day(today, sequence.Below(90)), Description = sequence.OneOf(Texts.Parenting) },
        },
    };

    private static DevelopmentSection Development(Sequence sequence, DateOnly today) => new()
    {
        HealthNeeds = { new HealthNeed { Need = sequence.OneOf(Texts.Health), Instructions = "Se rutine i klasserommet." } },
        Emotions =
        {
            new EmotionalDevelopment { ObservedOn = Held.Day(today, sequence.Below(200)), Description = sequence.OneOf(Texts.Emotion) },
        },
        Social =
        {
            new SocialDevelopment { ObservedOn = Held.Day(today, sequence.Below(200)), Description = sequence.OneOf(Texts.Social) },
        },
        Language = new Language { MotherTongue = sequence.OneOf("nb", "nb", "nb", "so", "pl"), NeedsInterpreter = sequence.OnceIn(12) },
    };

    private static SchoolSection School(Child child, Population people, Sequence sequence, string school)
    {
        var today = people.Today;
        var section = new SchoolSection
        {
            Enrolment = new SchoolEnrolment
            {
                SchoolName = school,
                ClassName = $"{Math.Max(1, people.AgeOf(child) - 5)}{sequence.OneOf("A", "B")}",
                ClassTeacher = sequence.OneOf(Names.Mothers),
                EnrolledOn = Held.Day(today, 400 + sequence.Below(1500)),
            },
            Notes = { new SchoolNote { NotedOn = Held.Day(today, sequence.Below(120)), Text = sequence.OneOf(Texts.Learning) } },
            ConductRemarks =
            {
                new ConductRemark { NotedOn = Held.Day(today, sequence.Below(120)), Kind = "order", Text = "Kom for sent til timen." },
            },
        };
        foreach (var subject in Subjects)
        {
            section.Assessments.Add(new SubjectAssessment
            {
                Subject = subject,
                Grade = $"{2 + sequence.Below(5)}",
                Comment = sequence.OneOf(Texts.Learning),
            });
        }

        for (var absence = sequence.Below(3); absence >= 0; absence--)
        {
            var from = sequence.Below(150);
            section.Absences.Add(new Absence
            {
                AbsentFrom = Held.Day(today, from),
                AbsentUntil = Held.Day(today, Math.Max(0, from - 1)),
                Hours = 6,
                Reason = "Sykdom meldt av foresatte.",
            });
        }

        if (sequence.OnceIn(2))
        {
            section.EducationDecisions.Add(new EducationDecision
            {
                DecidedOn = Held.Day(today, 100 + sequence.Below(200)),
                AnnualHours = 76,
                Text = sequence.OneOf(Texts.Decisions),
            });
        }

        return section;
    }
}
