using System.Text;
using Taushet.Core.Trail.Notes;
using Taushet.Storage.Signing;

namespace Taushet.Storage.Log;

/// <summary>What a checkpoint file tells, for those who check a log against it and do not write it. Read once.</summary>
public sealed class CheckpointRecord
{
    private readonly Dictionary<string, RecordedCheckpoint> greatest = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RecordedCheckpoint> newest = new(StringComparer.Ordinal);

    private CheckpointRecord(IEnumerable<RecordedCheckpoint> recorded)
    {
        foreach (var one in recorded)
        {
            Newest = one;
            var origin = one.Checkpoint.Origin;
            newest[LogOrigin.KeyNameOf(origin)] = one;
            if (!greatest.TryGetValue(origin, out var known) || known.Checkpoint.Size <= one.Checkpoint.Size)
            {
                greatest[origin] = one;
            }
        }
    }

    /// <summary>The checkpoint that was written last, or null when there is none: what a gateway compares its log with.</summary>
    public RecordedCheckpoint? Newest { get; }

    /// <summary>Reads a file. Others may be writing it.</summary>
    /// <param name="path">The file.</param>
    /// <returns>Null when there is no such file.</returns>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static CheckpointRecord? Read(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var text = new StreamReader(file, Encoding.UTF8);
        return new CheckpointRecord(RecordedCheckpoint.In(Lines(text, EndsInNewline(file))));
    }

    /// <summary>The checkpoint that was written last for a gateway, whichever its log; null when there is none.</summary>
    /// <param name="gateway">The gateway's identity.</param>
    public RecordedCheckpoint? NewestOf(string gateway) => newest.GetValueOrDefault(CheckpointKeys.NameOf(gateway));

    /// <summary>The checkpoint of a log that covers the most entries, or null when the file has none of it.</summary>
    /// <param name="origin">The log's origin.</param>
    public RecordedCheckpoint? GreatestOf(string origin) => greatest.GetValueOrDefault(origin);

    private static bool EndsInNewline(FileStream file)
    {
        if (file.Length == 0)
        {
            return true;
        }

        file.Seek(-1, SeekOrigin.End);
        var last = file.ReadByte();
        file.Seek(0, SeekOrigin.Begin);
        return last == '\n';
    }

    private static IEnumerable<string> Lines(StreamReader text, bool whole)
    {
        var line = text.ReadLine();
        while (line is not null)
        {
            var next = text.ReadLine();
            if (next is not null || whole)
            {
                yield return line;
            }

            line = next;
        }
    }
}
