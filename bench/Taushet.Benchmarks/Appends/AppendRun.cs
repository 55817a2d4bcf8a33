using System.Globalization;
using Taushet.Benchmarks.EndToEnd;
using Taushet.Cli;
using Taushet.Storage.Sqlite;

namespace Taushet.Benchmarks.Appends;

/// <summary>
/// Measures the trail's write path alone: one entry a commit against many waiting, on the store as it is and with a slower
/// disk. Stretches alternate in one run, and medians are told, so that both sides see the same machine.
/// </summary>
internal static class AppendRun
{
    private const int Rounds = 5;
    private const int Many = 256;
    private static readonly TimeSpan Injected = TimeSpan.FromMilliseconds(2);

    /// <summary>Runs it.</summary>
    public static async Task<int> RunAsync(string[] arguments)
    {
        var seconds = TimeSpan.FromSeconds(arguments.Length > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : 2);
        var folder = Directory.CreateTempSubdirectory("taushet-append-").FullName;
        Console.WriteLine(MachineFacts.Read(folder));
        try
        {
            await MeasureAsync(Path.Combine(folder, "as-it-is"), TimeSpan.Zero, seconds);
            await MeasureAsync(Path.Combine(folder, "slower"), Injected, seconds);
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task MeasureAsync(string folder, TimeSpan delay, TimeSpan stretch)
    {
        await using var store = Open(folder, delay);
        await AppendStretch.RunAsync(store, Many, stretch);
        var single = new List<AppendFigure>();
        var grouped = new List<AppendFigure>();
        for (var round = 0; round < Rounds; round++)
        {
            single.Add(await AppendStretch.RunAsync(store, 1, stretch));
            grouped.Add(await AppendStretch.RunAsync(store, Many, stretch));
        }

        var one = AppendFigure.Median(single);
        var many = AppendFigure.Median(grouped);
        Console.WriteLine($"{delay.TotalMilliseconds:F0} ms injected per commit:");
        Console.WriteLine($"    1 waiting: {one}");
        Console.WriteLine($"  {Many} waiting: {many}");
        Console.WriteLine($"  ratio {many.PerSecond / one.PerSecond:F1}");
    }

    private static SqliteStore Open(string folder, TimeSpan delay)
    {
        Directory.CreateDirectory(folder);
        var options = new DataFolder(folder).WritingOptions();
        options = options with { Log = options.Log! with { BeforeStore = delay > TimeSpan.Zero ? () => Thread.Sleep(delay) : null } };
        _ = SqliteStore.Migrate(options, TimeProvider.System);
        return SqliteStore.Open(options);
    }
}
