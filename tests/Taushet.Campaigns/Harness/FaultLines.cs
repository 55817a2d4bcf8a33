using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Taushet.Campaigns.Harness;

/// <summary>Counts what a gateway's log lines say of its store's failures.</summary>
internal sealed partial class FaultLines
{
    private readonly ConcurrentDictionary<string, int> counts = new(StringComparer.Ordinal);

    /// <summary>How often each failure was told: the kind of exception and the database's own number.</summary>
    public IReadOnlyDictionary<string, int> Counts => counts;

    /// <summary>How often a kind of failure was told.</summary>
    public int Of(string kind) => counts.Where(pair => pair.Key.StartsWith(kind, StringComparison.Ordinal)).Sum(pair => pair.Value);

    public void Read(string? line)
    {
        if (line is not null && Failure().Match(line) is { Success: true } found)
        {
            var code = found.Groups["code"].Value;
            var kind = found.Groups["kind"].Value;
            counts.AddOrUpdate(code is "" or "0" ? kind : $"{kind} ({code})", 1, static (_, before) => before + 1);
        }
    }

    [GeneratedRegex(
        @"The store failed at .+ with (?<kind>\w+), code (?<code>-?\d+)|(?<kind>ROLLED_BACK) \(\w+\): the log has lost entries",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Failure();
}
