using Taushet.Demo.People;
using Taushet.V1;

namespace Taushet.Demo.Sectors;

/// <summary>What the kindergarten's system holds.</summary>
internal static class KindergartenRecords
{
    /// <summary>Makes the record of one child.</summary>
    public static ChildInformation Make(Child child, Population people, Sequence sequence, string kindergarten)
    {
        var today = people.Today;
        return new ChildInformation
        {
            Person = Held.Person(child, knowsGradedAddress: false),
            OtherPersons = new OtherPersonsSection { Guardians = { Held.Guardians(child) } },
            Holding = new HoldingSection
            {
                Relation = new ClientRelation
                {
                    UnitName = kindergarten,
                    ContactPerson = "Pedagogisk leder " + sequence.OneOf(Names.Fathers),
                    StartedOn = Held.Day(today, 100 + sequence.Below(900)),
                },
                Drafts =
                {
                    new InternalDraft { Text = sequence.OneOf(Texts.Drafts), Labels = Held.Labels(Label.InternalDraft) },
                },
            },
            Concern = Concern(sequence, today),
            Development = Development(sequence, today),
            Care = new CareSection
            {
                Observations =
                {
                    new CareObservation { BasicCare = sequence.OneOf(Texts.Care), Labels = Held.SometimesRelevant(sequence) },
                    new CareObservation { Availability = sequence.OneOf(Texts.Parenting) },
                },
            },
            Kindergarten = Kindergarten(child, sequence, today, kindergarten),
        };
    }

    private static ConcernSection Concern(Sequence sequence, DateOnly today) => new()
    {
        Emotion = { new EmotionSign { ObservedOn = Held.Day(today, sequence.Below(60)), Description = sequence.OneOf(Texts.Emotion) } },
        Physical =
        {
            new PhysicalSign { ObservedOn = Held.Day(today, sequence.Below(60)), Description = sequence.OneOf(Texts.Physical) },
        },
    };

    private static DevelopmentSection Development(Sequence sequence, DateOnly today) => new()
    {
        HealthNeeds = { new HealthNeed { Need = sequence.OneOf(Texts.Health) } },
        Emotions =
        {
            new EmotionalDevelopment { ObservedOn = Held.Day(today, sequence.Below(100)), Description = sequence.OneOf(Texts.Emotion) },
        },
        Social =
        {
            new SocialDevelopment
            {
                ObservedOn = Held.Day(today, sequence.Below(100)),
                Description = sequence.OneOf(Texts.Social),
                Labels = Held.RelevantFor(Need.Teach),
            },
        },
        Language = new Language { MotherTongue = sequence.OneOf("nb", "nb", "ar", "uk"), NeedsInterpreter = false },
    };

    private static KindergartenSection Kindergarten(Child child, Sequence sequence, DateOnly today, string kindergarten) => new()
    {
        Enrolment = new KindergartenEnrolment { KindergartenName = kindergarten, StartedOn = Held.Day(today, 200 + sequence.Below(700)) },
        Absences = { new Absence { AbsentFrom = Held.Day(today, 12), AbsentUntil = Held.Day(today, 10), Reason = "Feber." } },
        HomeMeetings =
        {
            new HomeMeeting
            {
                HeldOn = Held.Day(today, 30 + sequence.Below(60)),
                Note = "Foreldresamtale. " + sequence.OneOf(Texts.Family),
                Labels = Held.Labels(Label.ConcernsOtherPerson),
            },
        },
        Collectors = { new Collector { FullName = child.Family.Mother.Name, Phone = child.Family.Mother.Phone } },
        ExtraHelp =
        {
            new ExtraHelp { StartedOn = Held.Day(today, 90), WeeklyMinutes = 60, Description = "Språkgruppe to ganger i uken." },
        },
    };
}
