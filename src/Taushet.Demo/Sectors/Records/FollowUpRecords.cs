using Taushet.Demo.Sectors.Entries;
using Taushet.V1;

namespace Taushet.Demo.Sectors.Records;

/// <summary>What the county's follow-up service (oppfølgingstjenesten) holds on youth outside school and work.</summary>
internal static class FollowUpRecords
{
    private static readonly string[] Goals =
    [
        "Arbeidspraksis tre dager i uken, norsk og matematikk ved siden av.",
        "Ny søknad til yrkesfag i mars.",
    ];

    private static readonly string[] Learning = ["Sluttet i VG1 i oktober etter mye fravær.", "Har bestått fire av ni fag."];

    /// <summary>Makes the record of one youth.</summary>
    public static ChildInformation Make(Journal journal)
    {
        var record = journal.Open(since: 30, spread: 200, "Verken i opplæring eller arbeid.");
        record.Holding.Plans.Add(journal.Plan("measures", Goals));
        record.Concern = new ConcernSection { Social = { journal.Social(60, Texts.Social, journal.SometimesMarked()) } };
        record.School = new SchoolSection
        {
            Absences = { new Absence { AbsentFrom = journal.Day(90), AbsentUntil = journal.Day(60), Hours = 90, Reason = "Ukjent." } },
            Notes = { new SchoolNote { NotedOn = journal.Day(30, 60), Text = journal.OneOf(Learning) } },
        };
        return record;
    }
}
