namespace Taushet.Cli.Load;

/// <summary>Calls targets in a closed loop: each caller sends its next call when the last is answered.</summary>
/// <param name="clock">Measures the calls.</param>
public sealed class LoadDriver(TimeProvider clock)
{
    /// <summary>Runs every target with every number of callers, one stretch after the other.</summary>
    /// <returns>The figures in the order they were taken.</returns>
    public async IAsyncEnumerable<LoadFigures> RunAsync(
        IReadOnlyList<LoadTarget> targets,
        LoadPlan plan,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var callers in plan.Callers)
        {
            foreach (var target in targets)
            {
                _ = await StretchAsync(target, callers, plan.WarmUp, plan, cancellation);
                yield return await StretchAsync(target, callers, plan.Measured, plan, cancellation);
            }
        }
    }

    private async Task<LoadFigures> StretchAsync(
        LoadTarget target,
        int callers,
        TimeSpan length,
        LoadPlan plan,
        CancellationToken cancellation)
    {
        var budget = new CallBudget(clock, length, plan.MostCalls);
        using var late = new CancellationTokenSource(length + plan.Patience, clock);
        using var cut = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellation);
        var start = clock.GetTimestamp();
        var runs = await Task.WhenAll(Enumerable.Range(0, callers)
            .Select(_ => Task.Run(() => CallUntilSpentAsync(target, budget, cut.Token), cancellation)));
        cancellation.ThrowIfCancellationRequested();
        var elapsed = clock.GetElapsedTime(start);
        var ticks = runs.SelectMany(run => run.Latencies).Order().ToArray();
        return new LoadFigures(
            target.Name,
            callers,
            ticks.Length,
            runs.Sum(run => run.Failed),
            elapsed,
            Percentile(ticks, 0.50),
            Percentile(ticks, 0.99),
            runs.Select(run => run.FirstFailure).FirstOrDefault(failure => failure is not null));
    }

    private async Task<CallerRun> CallUntilSpentAsync(LoadTarget target, CallBudget budget, CancellationToken cut)
    {
        var run = new CallerRun();
        while (!cut.IsCancellationRequested && budget.TakeOne())
        {
            var start = clock.GetTimestamp();
            try
            {
                await target.Call(cut);
                run.Latencies.Add(clock.GetElapsedTime(start).Ticks);
            }
            catch (Exception failure)
            {
                run.Failed++;
                run.FirstFailure ??= failure.Message;
            }
        }

        return run;
    }

    private static TimeSpan Percentile(long[] sorted, double share) =>
        sorted.Length == 0
            ? TimeSpan.Zero
            : TimeSpan.FromTicks(sorted[Math.Clamp((int)Math.Ceiling(sorted.Length * share) - 1, 0, sorted.Length - 1)]);

    private sealed class CallerRun
    {
        public List<long> Latencies { get; } = new(1024);

        public int Failed { get; set; }

        public string? FirstFailure { get; set; }
    }
}
