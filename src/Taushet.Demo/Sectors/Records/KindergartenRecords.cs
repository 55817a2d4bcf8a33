using Taushet.Demo.People;
using Taushet.Demo.Sectors.Entries;
using Taushet.V1;

namespace Taushet.Demo.Sectors.Records;

/// <summary>What the kindergarten's system holds.</summary>
internal static class KindergartenRecords
{
    private static readonly string[] Help = ["Språkgruppe to ganger i uken."];

    /// <summary>Makes the record of one child.</summary>
    public static ChildInformation Make(Journal journal) => new()
    {
        Person = journal.Person(knowsGradedAddress: false),
        OtherPersons = new OtherPersonsSection { Guardians = { journal.Guardians() } },
        Holding = new HoldingSection
        {
            Relation = new ClientRelation
            {
                UnitName = journal.Unit,
                ContactPerson = "Pedagogisk leder " + journal.OneOf(Names.Fathers),
                StartedOn = journal.Day(100, 900),
            },
            Drafts = { journal.Draft(30) },
        },
        Concern = new ConcernSection
        {
            Emotion = { journal.Emotion(60, Texts.Emotion) },
            Physical = { journal.Physical(60, Texts.Physical) },
        },
        Development = new DevelopmentSection
        {
            HealthNeeds = { journal.HealthNeed(Texts.Health) },
            Emotions = { journal.Feelings(100, Texts.Emotion) },
            Social = { journal.Friends(100, Texts.Social, Marks.RelevantFor(Need.Teach)) },
            Language = journal.Language("nb", "nb", "ar", "uk"),
        },
        Care = new CareSection
        {
            Observations =
            {
                new CareObservation { BasicCare = journal.OneOf(Texts.Care), Labels = journal.SometimesMarked() },
                new CareObservation { Availability = journal.OneOf(Texts.Parenting) },
            },
        },
        Kindergarten = Kindergarten(journal),
    };

    private static KindergartenSection Kindergarten(Journal journal) => new()
    {
        Enrolment = new KindergartenEnrolment { KindergartenName = journal.Unit, StartedOn = journal.Day(200, 700) },
        Absences = { new Absence { AbsentFrom = journal.Day(12), AbsentUntil = journal.Day(10), Reason = "Feber." } },
        HomeMeetings =
        {
            new HomeMeeting
            {
                HeldOn = journal.Day(30, 60),
                Note = "Foreldresamtale. " + journal.OneOf(Texts.Family),
                Labels = Marks.Of(Label.ConcernsOtherPerson),
            },
        },
        Collectors = { journal.Collector() },
        ExtraHelp = { journal.ExtraHelp(90, 60, Help) },
    };
}
