using Taushet.Demo.Sectors.Entries;
using Taushet.V1;

namespace Taushet.Demo.Sectors.Records;

/// <summary>What the municipal youth club and culture school hold: little, and none of it for others.</summary>
internal static class YouthClubRecords
{
    private static readonly string[] Evenings =
    [
        "Fast i bandrommet på torsdager.",
        "Kommer alene, går tidlig.",
        "Holder sammen med en eldre gjeng.",
    ];

    private static readonly string[] Events = ["Krangel i kiosken, skilt av voksne."];

    /// <summary>Makes the record of one member.</summary>
    public static ChildInformation Make(Journal journal)
    {
        var record = journal.Open(since: 60, spread: 500, "Medlem.");
        record.Concern = new ConcernSection { Social = { journal.Social(30, Evenings) } };
        record.Development = new DevelopmentSection { Social = { journal.Friends(30, Evenings) } };
        if (journal.Sequence.OnceIn(6))
        {
            record.Concern.Incidents.Add(journal.Incident(15, "Klubblokalet", Events));
        }

        return record;
    }
}
