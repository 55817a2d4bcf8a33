namespace Taushet.Benchmarks.Appends;

/// <summary>What one stretch showed.</summary>
/// <param name="PerSecond">Entries stored a second.</param>
/// <param name="MedianMilliseconds">Median wait of an entry.</param>
/// <param name="EntriesPerBatch">Entries that shared one flush and one signature.</param>
/// <param name="CpuMicroseconds">Processor time an entry took, on all cores together.</param>
internal readonly record struct AppendFigure(double PerSecond, double MedianMilliseconds, double EntriesPerBatch, double CpuMicroseconds)
{
    /// <summary>The stretch of median rate.</summary>
    public static AppendFigure Median(IEnumerable<AppendFigure> figures)
    {
        var ordered = figures.OrderBy(figure => figure.PerSecond).ToList();
        return ordered[ordered.Count / 2];
    }

    public override string ToString() =>
        $"{PerSecond:F0} entries/s, median wait {MedianMilliseconds:F2} ms, "
        + $"{EntriesPerBatch:F1} entries a flush and signature, {CpuMicroseconds:F0} µs of processor an entry";
}
