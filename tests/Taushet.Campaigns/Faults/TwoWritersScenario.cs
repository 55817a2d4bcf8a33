using Taushet.Campaigns.Harness;
using Taushet.Campaigns.Load;

namespace Taushet.Campaigns.Faults;

/// <summary>
/// Two processes of one log under load. The one that holds it is killed, stands still for longer than its lease and goes on,
/// and is shut down: the other takes over by itself, and nothing that the first still writes gets in.
/// </summary>
internal static class TwoWritersScenario
{
    private const int Rounds = 2;
    private const int Attempts = 20;

    public static async Task PlayAsync(FaultRun run)
    {
        await run.PrepareAsync();
        var pair = await Pair.StartAsync(run);
        for (var round = 0; round < Rounds; round++)
        {
            await pair.SettleAsync();
            await pair.Holder.KillAsync();
            await pair.TakenOverAsync();
            await pair.ReplaceWaitingAsync();

            await pair.SettleAsync();
            await StandStillAsync(run, pair);

            await pair.SettleAsync();
            await pair.Holder.ShutDownAsync();
            await pair.TakenOverAsync();
            await pair.ReplaceWaitingAsync();
        }

        await pair.SettleAsync();
        run.Notes.Add($"{Rounds} times each killed, stopped and shut down");
        var late = run.Started.Sum(gateway => gateway.Faults.Of("LogSupersededException"));
        run.Notes.Add($"{late} late writes refused");
        run.Require(late > 0, "no late write was seen to be refused");
    }

    // A process that stands still inside a transaction of SQLite keeps everybody from writing: that is seen once, and then
    // another moment is looked for.
    private static async Task StandStillAsync(FaultRun run, Pair pair)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var stopped = pair.Holder;
            stopped.Suspend();
            if (run.Scene.Store.IsBeingWritten())
            {
                stopped.Resume();
                await run.Callers.AnsweredAsync(1);
                continue;
            }

            await pair.TakenOverAsync();
            await run.Callers.AnsweredAsync(Callers.Count);
            var before = Late(stopped);
            stopped.Resume();
            await LateWriteAsync(stopped, before);
            return;
        }

        throw new InvalidOperationException("The process was never stopped outside a transaction.");
    }

    private static async Task LateWriteAsync(GatewayProcess gateway, int before)
    {
        for (var waited = 0; waited < 200 && Late(gateway) == before; waited++)
        {
            await Task.Delay(25);
        }
    }

    private static int Late(GatewayProcess gateway) => gateway.Faults.Of("LogSupersededException");
}
