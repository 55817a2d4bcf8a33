using Taushet.Demo.Sectors.Entries;
using Taushet.V1;

namespace Taushet.Demo.Sectors.Records;

/// <summary>What a youth unit of the correctional service holds on those who serve there.</summary>
internal static class YouthUnitRecords
{
    private static readonly string[] Goals = ["Progresjon: skole på enheten, permisjon til mor fra neste måned."];

    private static readonly string[] Days = ["Deltar på verksted hver dag.", "Trakk seg fra fellesskapet etter besøk."];

    /// <summary>Makes the record of one youth.</summary>
    public static ChildInformation Make(Journal journal)
    {
        var record = journal.Open(since: 30, spread: 60, "Soner ungdomsdom.");
        record.Person.Stays.Add(new Stay { UnitName = journal.Unit, MovedInOn = journal.Day(30), LeaveUntil = journal.Ahead(14) });
        record.Holding.Plans.Add(journal.Plan("measures", Goals));
        record.Holding.Drafts.Add(journal.Draft(20));
        record.Concern = new ConcernSection { Emotion = { journal.Emotion(30, Days) } };
        record.Development = new DevelopmentSection { Emotions = { journal.Feelings(30, Days) } };
        return record;
    }
}
