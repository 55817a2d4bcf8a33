using Taushet.Demo.Sectors.Entries;
using Taushet.V1;

namespace Taushet.Demo.Sectors.Records;

/// <summary>What out-of-hours barnevern (barnevernvakt) holds: a night's calls and what was done at once.</summary>
internal static class OutOfHoursRecords
{
    private static readonly (string Code, string Text)[] Calls =
        [("2.4", "Ringte fra skapet: de voksne slåss."), ("2.1", "Alene hjemme siden i går, fire år.")];

    private static readonly string[] Nights =
    [
        "Rykket ut med politiet, barnet overnattet hos mormor.",
        "Samtale på telefon til situasjonen roet seg.",
    ];

    /// <summary>Makes the record of one child.</summary>
    public static ChildInformation Make(Journal journal)
    {
        var record = journal.Open(since: 5, spread: 60);
        record.Holding.Statements.Add(journal.Statement(5, 30, Texts.Statements, Label.Relevant, Label.Unverified));
        record.Concern = new ConcernSection { Incidents = { journal.Incident(5, "Hjemmet", Nights, Marks.Of(Label.Relevant)) } };
        record.Barnevern = new BarnevernSection { Reports = { journal.Report(5, Calls, "Operasjonssentralen i politiet") } };
        return record;
    }
}
