using Taushet.Demo.Sectors.Entries;
using Taushet.V1;

namespace Taushet.Demo.Sectors.Records;

/// <summary>What the crisis centre holds. That a child has been there is itself secret.</summary>
internal static class CrisisCentreRecords
{
    private static readonly string[] Fled =
    [
        "Mor og barn kom om natten etter vold i hjemmet.",
        "Kom fra sykehuset; far vet ikke hvor de er.",
    ];

    private static readonly string[] Seen = ["Så far ta kvelertak på mor.", "Gjemte seg på badet mens det sto på."];

    private static readonly string[] Safety =
    [
        "Mor vurderer å flytte tilbake; sikkerhetsplan ikke ferdig.",
        "Fast avtale om alarm og følge til skolen.",
    ];

    private static readonly string[] Conduct = ["Har truet med å finne dem."];

    private static readonly string[] Said = ["Jeg tør ikke sove når det er mørkt.", "Pappa sa at det var min skyld."];

    /// <summary>Makes the record of one child.</summary>
    public static ChildInformation Make(Journal journal)
    {
        var record = journal.Open(since: 3, spread: 40, "Opphold sammen med mor.", knowsGradedAddress: true);
        record.Person.Stays.Add(new Stay { UnitName = journal.Unit, MovedInOn = journal.Day(3) });
        record.OtherPersons.Guardians.Clear();
        record.OtherPersons.Guardians.Add(journal.Guardians(journal.OneOf(Conduct)));
        record.Holding.Statements.Add(journal.Statement(2, 20, Said, Label.Relevant));
        record.Concern = new ConcernSection
        {
            Emotion = { journal.Emotion(10, Texts.Emotion) },
            Parenting = { journal.Parenting(10, Texts.Parenting) },
            Incidents = { journal.Incident(3, "Hjemmet", Seen, Marks.Of(Label.Relevant, Label.Unverified)) },
        };
        record.Care = new CareSection { Observations = { new CareObservation { Safety = journal.OneOf(Safety) } } };
        record.Family = new FamilySection
        {
            Situations = { journal.Situation(3, 0, Fled, Marks.Of(Label.Relevant, Label.FreeOfLocation)) },
        };
        return record;
    }
}
