using System.Text.RegularExpressions;
using Taushet.Storage.Files;

namespace Taushet.Campaigns.Durability;

/// <summary>Reads what strace wrote with <c>-f -y -xx</c>: calls of several threads, some begun on one line and ended on another.</summary>
internal static partial class TraceReader
{
    private static readonly HashSet<string> Syncs = ["fdatasync", "fsync"];
    private static readonly HashSet<string> Writes = ["pwrite64", "write", "writev", "pwritev"];

    public static List<TraceEvent> Read(IEnumerable<string> lines)
    {
        var events = new List<TraceEvent>();
        var unfinished = new Dictionary<string, (TraceKind Kind, int Begin, string Data)>(StringComparer.Ordinal);
        var number = 0;
        foreach (var line in lines)
        {
            number++;
            var resumed = Resumed().Match(line);
            if (resumed.Success)
            {
                if (unfinished.Remove(resumed.Groups["thread"].Value, out var begun))
                {
                    events.Add(new TraceEvent(begun.Kind, begun.Begin, number, begun.Data));
                }

                continue;
            }

            var call = Call().Match(line);
            if (!call.Success || KindOf(call.Groups["name"].Value, Plain(call.Groups["file"].Value)) is not { } kind)
            {
                continue;
            }

            var data = kind == TraceKind.LogSync ? string.Empty : Seams().Replace(call.Groups["rest"].Value, string.Empty);
            if (line.EndsWith("<unfinished ...>", StringComparison.Ordinal))
            {
                unfinished[call.Groups["thread"].Value] = (kind, number, data);
            }
            else
            {
                events.Add(new TraceEvent(kind, number, number, data));
            }
        }

        return events;
    }

    private static TraceKind? KindOf(string name, string file)
    {
        // The index of the trail has a write-ahead log too, and nobody waits for that one.
        if (file.EndsWith($"/{DataFiles.Database}-wal", StringComparison.Ordinal))
        {
            return Syncs.Contains(name) ? TraceKind.LogSync : Writes.Contains(name) ? TraceKind.LogWrite : null;
        }

        var isSocket = file.StartsWith("TCP", StringComparison.Ordinal) || file.StartsWith("socket:", StringComparison.Ordinal);
        return isSocket && !Syncs.Contains(name) ? TraceKind.SocketSend : null;
    }

    // With -xx the tracer prints file names byte by byte too.
    private static string Plain(string file)
    {
        if (!file.StartsWith("\\x", StringComparison.Ordinal))
        {
            return file;
        }

        var bytes = file.Split("\\x", StringSplitOptions.RemoveEmptyEntries).Select(hex => Convert.ToByte(hex[..2], 16));
        return System.Text.Encoding.UTF8.GetString([.. bytes]);
    }

    [GeneratedRegex(@"^(?<thread>\d+)\s+(?<name>\w+)\(\d+<(?<file>[^>]*(?:->[^>]*)?)>(?<rest>.*)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Call();

    // Where one buffer of a send ends and the next begins: an id may lie across.
    [GeneratedRegex(@""", iov_len=\d+}, {iov_base=""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Seams();

    [GeneratedRegex(@"^(?<thread>\d+)\s+<\.\.\. \w+ resumed>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Resumed();
}
