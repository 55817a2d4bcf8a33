using System.Diagnostics;
using System.Globalization;

namespace Taushet.Cli.Trail.Verifying;

/// <summary>Tells how far a verification has come: a bar that is drawn over itself on a terminal, else a line now and then.</summary>
/// <param name="errors">Where it is told.</param>
/// <param name="onTerminal">Whether a person looks at it.</param>
/// <param name="all">How many entries there are in all.</param>
internal sealed class VerifyProgress(TextWriter errors, bool onTerminal, long all) : IProgress<long>
{
    private const int Width = 30;
    private static readonly TimeSpan OnTerminal = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Elsewhere = TimeSpan.FromSeconds(5);
    private readonly Stopwatch watch = Stopwatch.StartNew();
    private TimeSpan told;
    private long before;
    private bool drawn;

    /// <summary>For one log after another: those before it are done.</summary>
    public void Done(long entries) => before += entries;

    /// <inheritdoc/>
    public void Report(long value)
    {
        var now = watch.Elapsed;
        if (now - told < (onTerminal ? OnTerminal : Elsewhere))
        {
            return;
        }

        told = now;
        var line = Line(before + value, all, now);
        errors.Write(onTerminal ? $"\r{line}\u001b[K" : line + errors.NewLine);
        drawn = onTerminal;
    }

    /// <summary>Takes the bar away.</summary>
    public void End()
    {
        if (drawn)
        {
            errors.Write("\r\u001b[K");
        }
    }

    /// <summary>The line: bar, per cent, entries, rate and the time that is left.</summary>
    public static string Line(long done, long all, TimeSpan elapsed)
    {
        var part = all == 0 ? 1 : Math.Min(1, (double)done / all);
        var rate = done / Math.Max(elapsed.TotalSeconds, 0.001);
        var left = rate > 0 ? TimeSpan.FromSeconds((all - done) / rate) : TimeSpan.Zero;
        var bar = new string('#', (int)(part * Width)).PadRight(Width, '.');
        return string.Create(
            CultureInfo.InvariantCulture,
            $"[{bar}] {part * 100:F0} %  {done} of {all} entries, {rate:F0} a second, {left.TotalSeconds:F0} s left");
    }
}
