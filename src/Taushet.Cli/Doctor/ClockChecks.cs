using System.Globalization;
using Taushet.Storage.Ports;

namespace Taushet.Cli.Doctor;

/// <summary>The clock: against a counter that only counts, against the times of checkpoints, and against the database's.</summary>
internal static class ClockChecks
{
    private static readonly TimeSpan Watched = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Stepped = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Apart = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan FarApart = TimeSpan.FromSeconds(30);

    private const string Synchronise = "synchronise the clocks of this machine and the database's with one time service";

    /// <summary>Watches this machine's clock for a moment.</summary>
    public static async Task<Finding> WatchAsync(Patient patient, CancellationToken cancellation)
    {
        var (began, ticks) = (patient.Clock.GetUtcNow(), patient.Clock.GetTimestamp());
        await Task.Delay(Watched, cancellation);
        var drift = patient.Clock.GetUtcNow() - began - patient.Clock.GetElapsedTime(ticks);
        return drift.Duration() > Stepped
            ? Finding.Warn("clock", $"it was moved by {Seconds(drift)} s while it was looked at", Synchronise)
            : Finding.Ok("clock", "it goes on evenly");
    }

    /// <summary>Compares with the newest checkpoints: time has passed since they were signed.</summary>
    public static Finding AgainstLogs(Patient patient, IEnumerable<(LogSummary Log, StoredCheckpoint? Newest)> logs)
    {
        const string Check = "clock and logs";
        var newest = logs.Select(one => one.Newest?.SignedAt ?? long.MinValue).DefaultIfEmpty(long.MinValue).Max();
        if (newest == long.MinValue)
        {
            return Finding.Ok(Check, "no checkpoint has been signed yet");
        }

        var signed = DateTimeOffset.UnixEpoch.AddTicks(newest * TimeSpan.TicksPerMicrosecond);
        var ahead = signed - patient.Now;
        return ahead > Apart
            ? Finding.Bad(Check, $"the newest checkpoint was signed {Seconds(ahead)} s from now: the clock was set back", Synchronise)
            : Finding.Ok(Check, $"the newest checkpoint was signed at {Trail.Lines.Time(signed)}");
    }

    /// <summary>Compares with the database's.</summary>
    public static async Task<Finding> AgainstStoreAsync(Patient patient, IStoreHealth health, CancellationToken cancellation)
    {
        const string Check = "clock and database";
        var before = patient.Clock.GetUtcNow();
        var store = await health.ClockAsync(cancellation);
        var after = patient.Clock.GetUtcNow();

        // Asking takes time: it must lie between, and how far outside it lies is what it is at least apart.
        var apart = store < before ? before - store : store > after ? store - after : TimeSpan.Zero;
        return apart > FarApart ? Finding.Bad(Check, $"they are {Seconds(apart)} s apart", Synchronise)
            : apart > Apart ? Finding.Warn(Check, $"they are {Seconds(apart)} s apart", Synchronise)
            : Finding.Ok(Check, "they agree");
    }

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("F1", CultureInfo.InvariantCulture);
}
