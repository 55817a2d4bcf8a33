using System.Text;

namespace Taushet.Storage.Log;

/// <summary>What a checkpoint file tells, for those who check a log against it and do not write it. Read once.</summary>
public sealed class CheckpointRecord
{
    private readonly Dictionary<string, RecordedCheckpoint> greatest = new(StringComparer.Ordinal);

    private CheckpointRecord(IEnumerable<RecordedCheckpoint> recorded)
    {
        foreach (var one in recorded)
        {
            Newest = one;
            if (!greatest.TryGetValue(one.Checkpoint.Origin, out var known) || known.Checkpoint.Size <= one.Checkpoint.Size)
            {
                greatest[one.Checkpoint.Origin] = one;
            }
        }
    }

    /// <summary>The checkpoint that was written last, or null when there is none.</summary>
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
