namespace Taushet.Demo.Scenarios;

/// <summary>Every story, in the order it is told.</summary>
internal static class Stories
{
    /// <summary>The stories with their cast.</summary>
    public static IReadOnlyList<Scenario> All(Cast cast) =>
    [
        .. BarnevernStories.All(cast),
        .. EducationStories.All(cast),
        .. HealthStories.All(cast),
        .. OrderStories.All(cast),
        .. ReportStories.All(cast),
        .. RefusalStories.All(cast),
        .. SilenceStories.All(cast),
    ];
}
