using Taushet.Campaigns.Proofs;

namespace Taushet.Campaigns.Faults;

/// <summary>
/// Faults under load, each against a gateway process with real callers: no release without its entry, every receipt and every
/// log verifies, and the gateway recovers by itself.
/// </summary>
internal static class FaultsCampaign
{
    private static readonly (string Name, Func<FaultRun, Task> PlayAsync)[] Scenarios =
    [
        ("kill", KillScenario.PlayAsync),
        ("store-gone", StoreGoneScenario.PlayWithFileAsync),
        ("folder-gone", StoreGoneScenario.PlayWithFolderAsync),
        ("store-replaced", StoreReplacedScenario.PlayAsync),
        ("slow", SlowScenario.PlayAsync),
        ("read-only", ReadOnlyScenario.PlayAsync),
        ("disk-full", DiskFullScenario.PlayAsync),
        ("commit-unknown", CommitUnknownScenario.PlayAsync),
        (ClockScenario.Name, ClockScenario.PlayAsync),
        ("two-writers", TwoWritersScenario.PlayAsync),
    ];

    /// <summary>Plays the scenarios.</summary>
    /// <param name="cycles">How often the gateway is killed.</param>
    /// <param name="only">The one scenario to play, or null for all.</param>
    /// <param name="cancellation">Ends the campaign.</param>
    public static async Task<int> RunAsync(int cycles, string? only, CancellationToken cancellation)
    {
        var results = new List<ScenarioResult>();
        foreach (var (name, playAsync) in Scenarios.Where(scenario => only is null || scenario.Name == only))
        {
            var result = name == ClockScenario.Name && !FakedClock.IsThere
                ? await FakedClock.PlayUnderAsync(cycles, cancellation)
                : await PlayAsync(name, playAsync, cycles, cancellation);
            Console.WriteLine($"  {result.Line}");
            results.Add(result);
        }

        if (FakedClock.IsThere)
        {
            FakedClock.Report(results.Single());
        }

        var held = results.Count(result => result.Held && !result.Skipped);
        var broken = results.Count(result => !result.Held);
        Console.WriteLine(
            $"faults: {held} passed, {broken} failed, {results.Count(result => result.Skipped)} skipped; "
            + $"{results.Sum(result => result.Answers)} answered calls, {results.Sum(result => result.Missing)} without their entry, "
            + $"{results.Sum(result => result.Unproven)} with a receipt that does not verify");
        return broken == 0 && results.Count > 0 ? 0 : 1;
    }

    private static async Task<ScenarioResult> PlayAsync(
        string name,
        Func<FaultRun, Task> playAsync,
        int cycles,
        CancellationToken cancellation)
    {
        await using var run = new FaultRun(cycles, cancellation);
        try
        {
            await playAsync(run);
        }
        catch (ScenarioSkippedException skipped)
        {
            return ScenarioResult.OfSkipped(name, skipped.Message);
        }
        catch (InvalidOperationException broken)
        {
            run.Violations.Add(broken.Message);
        }

        await run.EndAsync();
        try
        {
            var trail = await TrailCheck.RunAsync(run.Scene, run.Callers.Tally.Answers, cancellation);
            return ScenarioResult.Of(name, run, trail);
        }
        catch (Exception unreadable) when (unreadable is not OperationCanceledException)
        {
            return ScenarioResult.OfBroken(name, string.Join("; ", [.. run.Violations, $"the trail cannot be read: {unreadable.Message}"]));
        }
    }
}
