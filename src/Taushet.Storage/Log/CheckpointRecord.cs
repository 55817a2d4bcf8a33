using System.Text;
using Taushet.Core.Trail.Notes;
using Taushet.Storage.Signing;

namespace Taushet.Storage.Log;

/// <summary>What a checkpoint file tells, for those who check a log against it and do not write it. Read once.</summary>
public sealed class CheckpointRecord
{
    private readonly Dictionary<string, RecordedCheckpoint> largest = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RecordedCheckpoint> lastOfGateway = new(StringComparer.Ordinal);
    private readonly RecordedCheckpoint? last;

    private CheckpointRecord(IEnumerable<RecordedCheckpoint> recorded)
    {
        foreach (var one in recorded)
        {
            last = one;
            var origin = one.Checkpoint.Origin;
            lastOfGateway[LogOrigin.KeyNameOf(origin)] = one;
            if (!largest.TryGetValue(origin, out var known) || known.Checkpoint.Size <= one.Checkpoint.Size)
            {
                largest[origin] = one;
            }
        }
    }

    /// <summary>
    /// What a gateway compares its log with before it writes: the checkpoint that was written last, and the largest of the same
    /// log when that is another. None when there is none.
    /// </summary>
    public IReadOnlyCollection<RecordedCheckpoint> Newest => WithLargest(last);

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

    /// <summary>The same of one gateway, in a file that several share.</summary>
    /// <param name="gateway">The gateway's identity.</param>
    public IReadOnlyCollection<RecordedCheckpoint> NewestOf(string gateway) =>
        WithLargest(lastOfGateway.GetValueOrDefault(CheckpointKeys.NameOf(gateway)));

    /// <summary>The largest checkpoint of a log. None when there is none.</summary>
    /// <param name="origin">The log's origin.</param>
    public IReadOnlyCollection<RecordedCheckpoint> LargestOf(string origin) =>
        largest.TryGetValue(origin, out var known) ? [known] : [];

    private IReadOnlyCollection<RecordedCheckpoint> WithLargest(RecordedCheckpoint? one) =>
        one is null ? [] : [.. LargestOf(one.Checkpoint.Origin).Append(one).Distinct()];

    private static bool EndsInNewline(FileStream file)
    {
        if (file.Length == 0)
        {
            return true;
        }

        file.Seek(-1, SeekOrigin.End);
        var end = file.ReadByte();
        file.Seek(0, SeekOrigin.Begin);
        return end == '\n';
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
