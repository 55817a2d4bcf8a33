using System.Diagnostics.CodeAnalysis;
using Taushet.Storage.Ports;

namespace Taushet.Cli.Trail;

/// <summary>Finds the log that somebody means.</summary>
internal static class LogChoice
{
    private const int FewestDigits = 4;

    /// <summary>Finds a log by its id or its first digits.</summary>
    /// <param name="logs">Every log.</param>
    /// <param name="asked">What was given as <c>--log</c>.</param>
    /// <param name="log">The log.</param>
    /// <param name="fault">Why there is none.</param>
    public static bool TryFind(
        IReadOnlyList<LogSummary> logs,
        string asked,
        [NotNullWhen(true)] out LogSummary? log,
        [NotNullWhen(false)] out CommandFault? fault)
    {
        var digits = asked.Replace("-", string.Empty, StringComparison.Ordinal);
        var meant = digits.Length < FewestDigits
            ? []
            : logs.Where(one => one.Log.ToString("n").StartsWith(digits, StringComparison.OrdinalIgnoreCase)).ToList();
        log = meant.Count == 1 ? meant[0] : null;
        fault = meant.Count switch
        {
            1 => null,
            0 => new CommandFault("there is no such log", $"--log {asked}", "take an id from taushet audit logs"),
            _ => new CommandFault("several logs begin like this", $"--log {asked}", "give more digits of the id"),
        };
        return log is not null;
    }
}
