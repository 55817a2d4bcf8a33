using System.Diagnostics;
using System.Text.Json;

namespace Taushet.Campaigns.Faults;

/// <summary>
/// The wall clock of every process of a scenario, this one included, as if the machine's own had been set: libfaketime tells
/// them the time, SQLite too. What is left alone is the monotonic clock, as on a real machine.
/// </summary>
internal static class FakedClock
{
    private const string Setting = "FAKETIME_TIMESTAMP_FILE";
    private const string ResultPrefix = "result ";

    private static readonly string[] LibraryFolders = ["/usr/lib", "/usr/lib64"];

    /// <summary>Whether this process is told the time.</summary>
    public static bool IsThere => Environment.GetEnvironmentVariable(Setting) is not null;

    /// <summary>Sets every process's clock at once.</summary>
    /// <param name="offset">How far it is from the right time.</param>
    public static void Set(TimeSpan offset)
    {
        var file = Environment.GetEnvironmentVariable(Setting)!;
        Write(file, offset);
    }

    /// <summary>Plays the clock's scenario in a process that is told the time.</summary>
    public static async Task<ScenarioResult> PlayUnderAsync(int cycles, CancellationToken cancellation)
    {
        if (Library() is not { } library)
        {
            return ScenarioResult.OfSkipped(ClockScenario.Name, "libfaketime is not installed (Debian: faketime)");
        }

        var folder = Directory.CreateTempSubdirectory("taushet-campaign-");
        try
        {
            var file = Path.Combine(folder.FullName, "offset");
            Write(file, TimeSpan.Zero);
            return await PlayAsync(Start(library, file, cycles), cancellation);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Tells the process that started this one what came of the scenario.</summary>
    public static void Report(ScenarioResult result) => Console.WriteLine(ResultPrefix + JsonSerializer.Serialize(result));

    private static async Task<ScenarioResult> PlayAsync(ProcessStartInfo start, CancellationToken cancellation)
    {
        using var campaign = Process.Start(start)!;
        ScenarioResult? result = null;
        while (await campaign.StandardOutput.ReadLineAsync(cancellation) is { } line)
        {
            if (line.StartsWith(ResultPrefix, StringComparison.Ordinal))
            {
                result = JsonSerializer.Deserialize<ScenarioResult>(line[ResultPrefix.Length..]);
            }
        }

        await campaign.WaitForExitAsync(cancellation);
        return result ?? ScenarioResult.OfBroken(ClockScenario.Name, $"its process ended with code {campaign.ExitCode}");
    }

    private static ProcessStartInfo Start(string library, string file, int cycles)
    {
        string[] arguments =
            [Path.Combine(AppContext.BaseDirectory, "Taushet.Campaigns.dll"), "faults", "--cycles", $"{cycles}", "--only", ClockScenario.Name];
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, UseShellExecute = false };
        start.Environment["LD_PRELOAD"] = library;
        start.Environment[Setting] = file;

        // The file is read at each look at the clock, so that all processes jump at one moment.
        start.Environment["FAKETIME_NO_CACHE"] = "1";
        start.Environment["FAKETIME_DONT_FAKE_MONOTONIC"] = "1";
        start.Environment["NO_FAKE_STAT"] = "1";
        return start;
    }

    private static string? Library() => LibraryFolders
        .Where(Directory.Exists)
        .SelectMany(folder => Directory.EnumerateDirectories(folder).Prepend(folder))
        .Select(folder => Path.Combine(folder, "faketime", "libfaketime.so.1"))
        .FirstOrDefault(File.Exists);

    // Moved into place: a process that looks meanwhile sees the one offset or the other.
    private static void Write(string file, TimeSpan offset)
    {
        var aside = file + ".new";
        File.WriteAllText(aside, $"{offset.TotalSeconds:+0;-0;+0}\n");
        File.Move(aside, file, overwrite: true);
    }
}
