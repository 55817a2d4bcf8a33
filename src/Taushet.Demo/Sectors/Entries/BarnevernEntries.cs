using Taushet.V1;

namespace Taushet.Demo.Sectors.Entries;

/// <summary>Entries that barnevern holds, by day and by night.</summary>
internal static class BarnevernEntries
{
    /// <summary>A report received. Marked for the professional who sent it: that part concerns another person.</summary>
    public static ConcernReport Report(
        this Journal journal,
        int daysAgo,
        IReadOnlyList<(string Code, string Text)> reports,
        string reporter)
    {
        var (code, text) = journal.OneOf(reports);
        return new ConcernReport
        {
            ReceivedOn = journal.Day(daysAgo),
            CategoryCode = code,
            Text = text,
            ProfessionalReporter = reporter,
            Labels = Marks.Of(Label.Relevant, Label.ConcernsOtherPerson),
        };
    }
}
