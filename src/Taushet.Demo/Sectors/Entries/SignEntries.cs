using Taushet.V1;

namespace Taushet.Demo.Sectors.Entries;

/// <summary>Signs and incidents, each seen within so many days.</summary>
internal static class SignEntries
{
    /// <summary>A sign of emotional expression or behaviour.</summary>
    public static EmotionSign Emotion(this Journal journal, int days, IReadOnlyList<string> texts, EntryLabels? labels = null) =>
        new() { ObservedOn = journal.Day(0, days), Description = journal.OneOf(texts), Labels = labels };

    /// <summary>A sign of unusual development.</summary>
    public static DevelopmentSign Development(this Journal journal, int days, IReadOnlyList<string> texts, EntryLabels? labels = null) =>
        new() { ObservedOn = journal.Day(0, days), Description = journal.OneOf(texts), Labels = labels };

    /// <summary>A sign in social matters.</summary>
    public static SocialSign Social(this Journal journal, int days, IReadOnlyList<string> texts, EntryLabels? labels = null) =>
        new() { ObservedOn = journal.Day(0, days), Description = journal.OneOf(texts), Labels = labels };

    /// <summary>A physical sign.</summary>
    public static PhysicalSign Physical(this Journal journal, int days, IReadOnlyList<string> texts, EntryLabels? labels = null) =>
        new() { ObservedOn = journal.Day(0, days), Description = journal.OneOf(texts), Labels = labels };

    /// <summary>A sign in the parents.</summary>
    public static ParentingSign Parenting(this Journal journal, int days, IReadOnlyList<string> texts, EntryLabels? labels = null) =>
        new() { ObservedOn = journal.Day(0, days), Description = journal.OneOf(texts), Labels = labels };

    /// <summary>A concrete incident at a place.</summary>
    public static Incident Incident(
        this Journal journal,
        int daysAgo,
        string place,
        IReadOnlyList<string> texts,
        EntryLabels? labels = null) =>
        new() { OccurredAt = journal.Noon(daysAgo), Place = place, Description = journal.OneOf(texts), Labels = labels };

    /// <summary>A person in an incident. Always marked: it concerns another person than the child.</summary>
    public static InvolvedPerson Involved(this Journal journal, string name, string role, IReadOnlyList<string> accounts) => new()
    {
        FullName = name,
        Role = role,
        Account = journal.OneOf(accounts),
        Labels = Marks.Of(Label.ConcernsOtherPerson),
    };
}
