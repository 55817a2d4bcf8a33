using System.Diagnostics;
using System.Globalization;
using Taushet.Policies;

namespace Taushet.Benchmarks.Decisions;

/// <summary>Loading and compiling the real rule book: the first time in a fresh process, and when the code is warm.</summary>
internal static class LoadRun
{
    private const int Processes = 7;
    private const int WarmLoads = 30;

    /// <summary>Runs it; <c>once</c> loads one time and tells the milliseconds, for the fresh processes.</summary>
    public static int Run(string[] arguments)
    {
        if (arguments is ["once"])
        {
            Console.WriteLine(Load().ToString(CultureInfo.InvariantCulture));
            return 0;
        }

        var rules = PolicyLoader.Load(Repository.Policies).Book!.Policies.Rules.Length;
        var cold = Enumerable.Range(0, Processes).Select(_ => InFreshProcess()).Order().ToList();
        for (var n = 0; n < WarmLoads; n++)
        {
            Load();
        }

        var warm = Enumerable.Range(0, WarmLoads).Select(_ => Load()).Order().ToList();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{rules} rules; load and compile: fresh process median {cold[Processes / 2]:F0} ms (worst {cold[^1]:F0}), warm median {warm[WarmLoads / 2]:F1} ms (worst {warm[^1]:F1})"));
        return 0;
    }

    private static double Load()
    {
        var watch = Stopwatch.StartNew();
        var loaded = PolicyLoader.Load(Repository.Policies);
        return loaded.Succeeded ? watch.Elapsed.TotalMilliseconds : throw new InvalidOperationException("The rule book does not load.");
    }

    private static double InFreshProcess()
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(LoadRun).Assembly.Location, "load", "once"]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var told = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return double.Parse(told, CultureInfo.InvariantCulture);
    }
}
