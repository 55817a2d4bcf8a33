using System.Collections.Immutable;

namespace Taushet.Storage.Trail;

/// <summary>The defects found so far: all are counted, the first are kept.</summary>
internal sealed class DefectList
{
    private readonly List<LogDefect> kept = [];

    public long Count { get; private set; }

    public void Add(LogDefect defect)
    {
        Count++;
        if (kept.Count < LogReport.Kept)
        {
            kept.Add(defect);
        }
    }

    public void Require(bool holds, LogDefectKind kind, long at)
    {
        if (!holds)
        {
            Add(new LogDefect(kind, at));
        }
    }

    public ImmutableArray<LogDefect> Kept() => [.. kept];
}
