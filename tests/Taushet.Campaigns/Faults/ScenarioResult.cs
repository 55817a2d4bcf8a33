using Taushet.Campaigns.Load;
using Taushet.Campaigns.Proofs;

namespace Taushet.Campaigns.Faults;

/// <summary>What came of one scenario.</summary>
/// <param name="Line">What is printed of it.</param>
/// <param name="Held">Whether everything it promises held; true also when it was skipped.</param>
/// <param name="Skipped">Whether this machine cannot bring its fault about.</param>
/// <param name="Answers">How many calls were answered.</param>
/// <param name="Missing">How many of them without their entry.</param>
/// <param name="Unproven">How many with a receipt that does not verify.</param>
internal sealed record ScenarioResult(string Line, bool Held, bool Skipped, int Answers, int Missing, int Unproven)
{
    public static ScenarioResult Of(string name, FaultRun run, TrailCheck trail)
    {
        var tally = run.Callers.Tally;
        var violations = run.Violations.Concat(trail.Defects).Concat(Counted(tally, trail)).ToList();
        string[] parts =
        [
            $"{tally.Of(Outcome.WithData)} answered with data, {tally.Of(Outcome.WithoutData)} without",
            $"{tally.Of(Outcome.Unavailable)} refused UNAVAILABLE, {tally.Of(Outcome.Full)} RESOURCE_EXHAUSTED, "
                + $"{tally.Of(Outcome.TooLate)} DEADLINE_EXCEEDED, {tally.Of(Outcome.NoConnection)} no connection, "
                + $"{tally.Of(Outcome.Other)} other",
            $"{trail.Entries} entries in the log, {trail.Missing} releases without entry, {trail.Unproven} receipts that do not verify",
            Recovered(run.Recoveries),
            .. run.Notes,
            Told(run),
        ];
        var verdict = violations.Count == 0 ? "holds" : "BROKEN: " + string.Join("; ", violations);
        return new ScenarioResult(
            $"{name}: {string.Join("; ", parts)}: {verdict}",
            violations.Count == 0,
            Skipped: false,
            tally.Answers.Count,
            trail.Missing,
            trail.Unproven);
    }

    public static ScenarioResult OfSkipped(string name, string why) => new($"{name}: skipped: {why}", Held: true, Skipped: true, 0, 0, 0);

    public static ScenarioResult OfBroken(string name, string why) => new($"{name}: BROKEN: {why}", Held: false, Skipped: false, 0, 0, 0);

    private static IEnumerable<string> Counted(Tally tally, TrailCheck trail)
    {
        if (trail.Missing > 0)
        {
            yield return "a release without its entry";
        }

        if (trail.Unproven > 0)
        {
            yield return "a receipt that does not verify";
        }

        if (trail.Entries < tally.Answers.Count)
        {
            yield return "fewer entries than answers";
        }

        foreach (var (code, count) in tally.Others)
        {
            yield return $"{count} calls ended with {code}";
        }
    }

    // What the gateways logged of their store, by kind and by the database's own number.
    private static string Told(FaultRun run)
    {
        var faults = run.Started.SelectMany(gateway => gateway.Faults.Counts)
            .GroupBy(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal)
            .Select(kind => $"{kind.Key} {kind.Sum()} times")
            .Order(StringComparer.Ordinal);
        return $"logged: {string.Join(", ", faults.DefaultIfEmpty("nothing"))}";
    }

    private static string Recovered(List<TimeSpan> recoveries)
    {
        if (recoveries.Count == 0)
        {
            return "never away";
        }

        var median = recoveries.Order().ElementAt(recoveries.Count / 2);
        return $"healthy again {recoveries.Count} times, median {median.TotalSeconds:F1} s, longest {recoveries.Max().TotalSeconds:F1} s";
    }
}
