using Taushet.V1;

namespace Taushet.Demo.Sectors.Entries;

/// <summary>The child's needs and development as those who meet it daily know them.</summary>
internal static class DevelopmentEntries
{
    /// <summary>A need of health.</summary>
    public static HealthNeed HealthNeed(this Journal journal, IReadOnlyList<string> texts, EntryLabels? labels = null) =>
        new() { Need = journal.OneOf(texts), Labels = labels };

    /// <summary>Development of feelings and behaviour.</summary>
    public static EmotionalDevelopment Feelings(this Journal journal, int days, IReadOnlyList<string> texts, EntryLabels? labels = null) =>
        new() { ObservedOn = journal.Day(0, days), Description = journal.OneOf(texts), Labels = labels };

    /// <summary>Social relations, play and wellbeing.</summary>
    public static SocialDevelopment Friends(this Journal journal, int days, IReadOnlyList<string> texts, EntryLabels? labels = null) =>
        new() { ObservedOn = journal.Day(0, days), Description = journal.OneOf(texts), Labels = labels };

    /// <summary>The language the child uses.</summary>
    public static Language Language(this Journal journal, params IReadOnlyList<string> tongues) =>
        new() { MotherTongue = journal.OneOf(tongues), NeedsInterpreter = journal.Sequence.OnceIn(12) };

    /// <summary>Extra help in kindergarten or school.</summary>
    public static ExtraHelp ExtraHelp(this Journal journal, int daysAgo, int weeklyMinutes, IReadOnlyList<string> texts) =>
        new() { StartedOn = journal.Day(daysAgo), WeeklyMinutes = weeklyMinutes, Description = journal.OneOf(texts) };

    /// <summary>The mother, as the one who may collect the child.</summary>
    public static Collector Collector(this Journal journal)
    {
        var mother = journal.Child.Family.Mother;
        var collector = new Collector { FullName = mother.Name };
        if (!journal.IsGraded)
        {
            collector.Phone = mother.Phone;
        }

        return collector;
    }
}
