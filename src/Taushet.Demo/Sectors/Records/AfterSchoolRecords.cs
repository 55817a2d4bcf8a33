using Taushet.Demo.Sectors.Entries;
using Taushet.V1;

namespace Taushet.Demo.Sectors.Records;

/// <summary>What after-school care (SFO) holds: the afternoon, not the teaching.</summary>
internal static class AfterSchoolRecords
{
    private static readonly string[] Collection =
    [
        "Mor henter. Far henter bare etter avtale.",
        "Begge foreldre henter; farmor på onsdager.",
    ];

    /// <summary>Makes the record of one child.</summary>
    public static ChildInformation Make(Journal journal)
    {
        var record = journal.Open(since: 90, spread: 700, "Heltidsplass.");
        record.Holding.Drafts.Add(journal.Draft(20));
        record.Concern = new ConcernSection
        {
            Emotion = { journal.Emotion(60, Texts.Emotion) },
            Social = { journal.Social(60, Texts.Social) },
        };
        record.Development = new DevelopmentSection
        {
            HealthNeeds = { journal.HealthNeed(Texts.Health) },
            Social = { journal.Friends(60, Texts.Social) },
        };
        record.Care = new CareSection
        {
            Observations =
            {
                new CareObservation
                {
                    Safety = journal.OneOf(Collection),
                    Labels = Marks.RelevantFor(Need.CareDaily, Need.AssessCase),
                },
            },
        };

        // The record has no section of its own for after-school care; who may collect stands as in a kindergarten.
        record.Kindergarten = new KindergartenSection
        {
            Absences = { new Absence { AbsentFrom = journal.Day(9, 40), Reason = "Meldt av foresatte." } },
            Collectors = { journal.Collector() },
        };
        return record;
    }
}
