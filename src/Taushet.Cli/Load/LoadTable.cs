using System.Globalization;
using Spectre.Console;

namespace Taushet.Cli.Load;

/// <summary>Writes load figures for people.</summary>
public static class LoadTable
{
    /// <summary>Name of the target that the others are measured against.</summary>
    public const string Floor = "floor";

    /// <summary>Writes one row a stretch, with the ratio to the floor at the same number of callers.</summary>
    public static void Write(IAnsiConsole console, IReadOnlyList<LoadFigures> figures)
    {
        var table = new Table { Border = TableBorder.Ascii };
        table.AddColumns("callers", "target", "requests/s", "p50 ms", "p99 ms", "answered", "failed", "of floor");
        foreach (var row in figures)
        {
            table.AddRow(
                $"{row.Callers}",
                row.Target,
                row.PerSecond.ToString("F0", CultureInfo.InvariantCulture),
                Milliseconds(row.Median),
                Milliseconds(row.Percentile99),
                $"{row.Answered}",
                $"{row.Failed}",
                OfFloor(row, figures));
        }

        console.Write(table);
        foreach (var row in figures.Where(row => row.FirstFailure is not null))
        {
            console.WriteLine($"first failure of {row.Target} at {row.Callers} callers: {row.FirstFailure}");
        }
    }

    private static string OfFloor(LoadFigures row, IReadOnlyList<LoadFigures> figures)
    {
        var floor = figures.FirstOrDefault(other => other.Target == Floor && other.Callers == row.Callers);
        return floor is { PerSecond: > 0 }
            ? (row.PerSecond / floor.PerSecond).ToString("P0", CultureInfo.InvariantCulture)
            : "-";
    }

    private static string Milliseconds(TimeSpan time) =>
        time.TotalMilliseconds.ToString("F2", CultureInfo.InvariantCulture);
}
