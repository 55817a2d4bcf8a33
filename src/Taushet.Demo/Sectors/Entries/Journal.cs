using System.Globalization;
using Taushet.Demo.People;
using Taushet.V1;

namespace Taushet.Demo.Sectors.Entries;

/// <summary>One child's journal in one sector system: on whom, where, and the sequence that fills it.</summary>
/// <param name="Child">The child.</param>
/// <param name="People">The child's municipality.</param>
/// <param name="Sequence">What varies from child to child comes from here alone.</param>
/// <param name="Unit">The unit that keeps the journal.</param>
internal sealed record Journal(Child Child, Population People, Sequence Sequence, string Unit)
{
    /// <summary>The child's age in whole years.</summary>
    public int Age => People.AgeOf(Child);

    /// <summary>Whether the registry grades the child's address.</summary>
    public bool IsGraded => Child.Grading != Core.Vocabulary.Grading.Ungraded;

    /// <summary>A day so many days ago, or up to so many days before that, as the record writes days.</summary>
    public string Day(int daysAgo, int spread = 0) => Written(
        People.Today.AddDays(-daysAgo - (spread > 0 ? Sequence.Below(spread) : 0)));

    /// <summary>A day so many days ahead.</summary>
    public string Ahead(int days) => Written(People.Today.AddDays(days));

    /// <summary>An instant so many days ago, in the middle of the day, in microseconds.</summary>
    public long Noon(int daysAgo) =>
        new DateTimeOffset(People.Today.AddDays(-daysAgo).ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero).ToUnixTimeMilliseconds() * 1000;

    /// <summary>One of the choices.</summary>
    public T OneOf<T>(params IReadOnlyList<T> choices) => Sequence.OneOf(choices);

    /// <summary>A synthetic name of somebody outside the family.</summary>
    public string Stranger() =>
        $"{OneOf(Names.Children)} {OneOf(Names.FamilyFirst)}{OneOf(Names.FamilyLast)}";

    /// <summary>Labels that some entries carry and others lack, as in life.</summary>
    public EntryLabels? SometimesMarked() => Sequence.Below(5) switch
    {
        0 => Marks.Of(Label.Relevant),
        1 => Marks.Of(Label.Relevant, Label.Unverified),
        2 => Marks.Of(Label.Relevant, Label.FreeOfLocation),
        _ => null,
    };

    /// <summary>A day as the record writes days.</summary>
    public static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Never the child's number.</summary>
    public override string ToString() => $"{Unit}: {Child}";
}
