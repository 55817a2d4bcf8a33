using Taushet.V1;

namespace Taushet.Demo.Sectors.Entries;

/// <summary>The family as a welfare service knows it.</summary>
internal static class FamilyEntries
{
    /// <summary>The present situation.</summary>
    public static FamilySituation Situation(
        this Journal journal,
        int daysAgo,
        int spread,
        IReadOnlyList<string> texts,
        EntryLabels? labels = null) =>
        new() { NotedOn = journal.Day(daysAgo, spread), Description = journal.OneOf(texts), Labels = labels };

    /// <summary>The family's background.</summary>
    public static FamilyBackground Background(this Journal journal, IReadOnlyList<string> texts) =>
        new() { Description = journal.OneOf(texts) };

    /// <summary>Housing, and the guardians' work.</summary>
    public static LivingConditions Living(this Journal journal, IReadOnlyList<string> housing, IReadOnlyList<string> work) => new()
    {
        Housing = journal.OneOf(housing),
        Employment = journal.OneOf(work),
        Labels = Marks.Of(Label.Relevant, Label.ConcernsOtherPerson),
    };

    /// <summary>A benefit with its amount a month, in whole kroner.</summary>
    public static Benefit Benefit(this Journal journal, string kind, int kroner, int spread) => new()
    {
        Kind = kind,
        MonthlyAmountOre = (kroner + journal.Sequence.Below(spread)) * 100L,
        GrantedUntil = journal.Ahead(120),
    };

    /// <summary>What a parent is ill with. Always marked: it concerns another person than the child.</summary>
    public static ParentHealth ParentHealth(this Journal journal, string relation, int daysAgo, IReadOnlyList<string> texts) => new()
    {
        Relation = relation,
        NotedOn = journal.Day(daysAgo),
        Description = journal.OneOf(texts),
        Labels = Marks.Of(Label.ConcernsOtherPerson),
    };
}
