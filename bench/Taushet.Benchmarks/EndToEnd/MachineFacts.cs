using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Taushet.Benchmarks.EndToEnd;

/// <summary>What the figures were taken on.</summary>
internal static class MachineFacts
{
    private const int Syncs = 50;

    /// <summary>Cores, memory, system, runtime, and what one durable write costs in a folder.</summary>
    public static string Read(string folder)
    {
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1024.0 * 1024 * 1024);
        return $"{Environment.ProcessorCount} cores ({RuntimeInformation.ProcessArchitecture}, {Processor()}), {memory:F1} GiB, "
            + $"{RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}, "
            + $"median flush to disk of 4 KiB: {MedianSync(folder).TotalMilliseconds:F2} ms";
    }

    private static string Processor() => !File.Exists("/proc/cpuinfo")
        ? "unknown processor"
        : File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))
            ?.Split(':')[1].Trim() ?? "unknown processor";

    private static TimeSpan MedianSync(string folder)
    {
        var path = Path.Combine(folder, "sync-probe");
        using var file = File.OpenHandle(path, FileMode.Create, FileAccess.Write, FileShare.None, FileOptions.DeleteOnClose);
        var times = new List<TimeSpan>(Syncs);
        for (var sync = 0; sync < Syncs; sync++)
        {
            var start = Stopwatch.GetTimestamp();
            RandomAccess.Write(file, new byte[4096], sync * 4096L);
            RandomAccess.FlushToDisk(file);
            times.Add(Stopwatch.GetElapsedTime(start));
        }

        return times.Order().ElementAt(Syncs / 2);
    }
}
