using System.Diagnostics;
using Taushet.Campaigns.Load;

namespace Taushet.Campaigns.Faults;

/// <summary>SIGKILL at random points. The gateway is started again each time, as its supervisor would.</summary>
internal static class KillScenario
{
    private const int LongestLife = 1200;
    private const int ToldEach = 20;

    public static async Task PlayAsync(FaultRun run)
    {
        await run.PrepareAsync();
        var random = new Random(20261121);
        for (var cycle = 1; cycle <= run.Cycles; cycle++)
        {
            await StartAsync(run);

            // A life's clock starts with its first answer, so that a slow machine's start-up is not all that is killed.
            await Task.Delay(random.Next(LongestLife));
            await run.Started.Last().KillAsync();
            run.Callers.Call();
            if (cycle % ToldEach == 0)
            {
                Console.WriteLine($"  kill: {cycle} of {run.Cycles}, {run.Callers.Tally.Of(Outcome.WithData)} answered with data so far");
            }
        }

        await StartAsync(run);
        run.Notes.Add($"killed {run.Cycles} times");
    }

    private static async Task StartAsync(FaultRun run)
    {
        var starting = Stopwatch.StartNew();
        var gateway = await run.StartAsync();
        run.Recoveries.Add(starting.Elapsed);
        run.Callers.Call(gateway);
        await run.Callers.AnsweredAsync(1);
    }
}
