using Taushet.Campaigns.Load;

namespace Taushet.Campaigns.Faults;

/// <summary>
/// The machine's wall clock goes back an hour and forward an hour, with two processes of one log: a lease neither blocks the
/// one for an hour nor lets both write.
/// </summary>
internal static class ClockScenario
{
    public const string Name = "clock";

    // So that an hour does not make the registry's feed too old to release anything: this is about the log.
    private static readonly Dictionary<string, string> Registry = new() { ["Taushet__RegistryMaxAge"] = "1.00:00:00" };

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2.5);

    public static async Task PlayAsync(FaultRun run)
    {
        await run.PrepareAsync();
        var pair = await Pair.StartAsync(run, Registry);
        foreach (var offset in (TimeSpan[])[-Hour, TimeSpan.Zero, Hour, TimeSpan.Zero])
        {
            FakedClock.Set(offset);
            await run.LastAsync(Pause, Outcome.WithData);
        }

        // The holder dies at the very jump: its lease ends an hour ahead of the clock, or ended an hour ago.
        foreach (var offset in (TimeSpan[])[-Hour, TimeSpan.Zero, Hour, TimeSpan.Zero])
        {
            await pair.SettleAsync();
            await pair.Holder.KillAsync();
            FakedClock.Set(offset);
            await pair.TakenOverAsync();
            await pair.ReplaceWaitingAsync();
        }

        run.Require(
            run.Recoveries.TrueForAll(taken => taken < FaultRun.Lease + TimeSpan.FromSeconds(20)),
            "a lease blocked for longer than it runs");
        run.Notes.Add("8 jumps of an hour, 4 of them as the holder of the log was killed");
    }
}
