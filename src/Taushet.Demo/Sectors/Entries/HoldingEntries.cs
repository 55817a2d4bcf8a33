using Taushet.V1;

namespace Taushet.Demo.Sectors.Entries;

/// <summary>The holder's own work with the child. What the law shields is labelled here, so that no sector can forget it.</summary>
internal static class HoldingEntries
{
    /// <summary>Opens a journal: the child, its guardians, and since when and what for it comes.</summary>
    /// <param name="journal">The journal.</param>
    /// <param name="since">How many days the child has come, at least.</param>
    /// <param name="spread">How many days more, at most.</param>
    /// <param name="reason">What it comes for.</param>
    /// <param name="knowsGradedAddress">Whether the holder has been told a graded address.</param>
    public static ChildInformation Open(
        this Journal journal,
        int since,
        int spread,
        string? reason = null,
        bool knowsGradedAddress = false)
    {
        var relation = new ClientRelation { UnitName = journal.Unit, StartedOn = journal.Day(since, spread) };
        if (reason is not null)
        {
            relation.Reason = reason;
        }

        return new ChildInformation
        {
            Person = journal.Person(knowsGradedAddress),
            OtherPersons = new OtherPersonsSection { Guardians = { journal.Guardians() } },
            Holding = new HoldingSection { Relation = relation },
        };
    }

    /// <summary>Something the child has told in confidence.</summary>
    public static ChildStatement Statement(
        this Journal journal,
        int daysAgo,
        int spread,
        IReadOnlyList<string> texts,
        params Label[] more) => new()
        {
            SaidOn = journal.Day(daysAgo, spread),
            Text = journal.OneOf(texts),
            Labels = Marks.Of(Label.ToldInConfidence, more),
        };

    /// <summary>A draft of the holder's own.</summary>
    public static InternalDraft Draft(this Journal journal, int spread) => new()
    {
        WrittenOn = journal.Day(0, spread),
        Text = journal.OneOf(Texts.Drafts),
        Labels = Marks.Of(Label.InternalDraft),
    };

    /// <summary>An appointment the child did not keep.</summary>
    public static MissedAppointment Missed(this Journal journal, int daysAgo) =>
        new() { ScheduledOn = journal.Day(daysAgo), ClinicName = journal.Unit };

    /// <summary>A plan for the child.</summary>
    public static Plan Plan(this Journal journal, string kind, IReadOnlyList<string> goals, EntryLabels? labels = null) => new()
    {
        Kind = kind,
        ValidUntil = journal.Ahead(180),
        Coordinator = $"Koordinator ved {journal.Unit}",
        Goals = journal.OneOf(goals),
        Labels = labels,
    };
}
