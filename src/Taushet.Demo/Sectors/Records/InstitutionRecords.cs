using Taushet.Demo.Sectors.Entries;
using Taushet.V1;

namespace Taushet.Demo.Sectors.Records;

/// <summary>What a child welfare institution holds on those who live there.</summary>
internal static class InstitutionRecords
{
    private static readonly string[] Days =
    [
        "Sover bedre, står opp til skolen selv.",
        "Rømte fredag kveld, kom tilbake lørdag.",
        "Urolig etter samvær med far.",
    ];

    private static readonly string[] Events =
    [
        "Slo i stykker en dør etter telefon hjemmefra.",
        "Kom tilbake ruset etter permisjon.",
    ];

    private static readonly string[] Goals = ["Skolegang fire dager i uken og samvær under tilsyn."];

    private static readonly string[] Said = ["Jeg vil hjem til mamma, men ikke når han er der.", "Her får jeg i hvert fall sove."];

    /// <summary>Makes the record of one resident.</summary>
    public static ChildInformation Make(Journal journal)
    {
        var record = journal.Open(since: 90, spread: 200, "Plassert etter vedtak.");
        record.Person.Stays.Add(new Stay { UnitName = journal.Unit, MovedInOn = journal.Day(90) });
        record.Holding.Plans.Add(journal.Plan("care", Goals));
        record.Holding.Statements.Add(journal.Statement(10, 40, Said, Label.Relevant));
        record.Holding.Drafts.Add(journal.Draft(10));
        record.Concern = new ConcernSection
        {
            Emotion = { journal.Emotion(30, Days) },
            Incidents = { journal.Incident(12, "Fellesstua", Events, Marks.Of(Label.Relevant)) },
        };
        record.Development = new DevelopmentSection
        {
            HealthNeeds = { journal.HealthNeed(Texts.Health) },
            Emotions = { journal.Feelings(30, Days) },
            Social = { journal.Friends(30, Texts.Social) },
        };
        return record;
    }
}
