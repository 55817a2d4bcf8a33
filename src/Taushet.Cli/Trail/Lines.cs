using System.Globalization;
using Taushet.Storage.Ports;

namespace Taushet.Cli.Trail;

/// <summary>How times, numbers and logs are written for people.</summary>
internal static class Lines
{
    private const int ShortId = 8;

    /// <summary>A stored time, UTC.</summary>
    public static string Time(long micros) => Time(DateTimeOffset.UnixEpoch.AddTicks(micros * TimeSpan.TicksPerMicrosecond));

    /// <summary>A time, UTC.</summary>
    public static string Time(DateTimeOffset time) =>
        time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);

    /// <summary>A log by its gateway and the first digits of its id.</summary>
    public static string Name(LogSummary log) => $"{log.Gateway}/{log.Log.ToString("n")[..ShortId]}";

    /// <summary>A number of things.</summary>
    public static string Count(long number, string thing) => number == 1 ? $"1 {thing}" : $"{number} {Several(thing)}";

    private static string Several(string thing) => thing.EndsWith('y') && !thing.EndsWith("ey", StringComparison.Ordinal) ? $"{thing[..^1]}ies" : $"{thing}s";
}
