using System.Globalization;
using System.Text;

namespace Taushet.Storage.Log;

/// <summary>
/// A checkpoint file with the parts of it that were put aside when they were full, as they stood when this was opened. Only reads:
/// a gateway may go on writing. For those who check a log against every checkpoint in it.
/// </summary>
public sealed class CheckpointFileReading : IDisposable
{
    private readonly List<(FileStream File, long Length)> parts;

    private CheckpointFileReading(List<(FileStream File, long Length)> parts) => this.parts = parts;

    /// <summary>How many pieces of text were no checkpoint, when the largest were last looked for. A crash leaves such, and so does an edit.</summary>
    public long Spoiled { get; private set; }

    /// <summary>Opens a file.</summary>
    /// <param name="path">The file; parts put aside lie beside it under its name with a number.</param>
    /// <returns>Null when there is no such file.</returns>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static CheckpointFileReading? Open(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        var names = new List<string>();
        for (var number = 1; ; number++)
        {
            var aside = string.Create(CultureInfo.InvariantCulture, $"{path}.{number}");
            if (!File.Exists(aside))
            {
                break;
            }

            names.Add(aside);
        }

        return new CheckpointFileReading([.. names.Append(path).Select(Part)]);
    }

    /// <summary>The checkpoints of a log in the order in which they were written, read as they are asked for.</summary>
    public IEnumerable<RecordedCheckpoint> Of(Guid log)
    {
        var end = $"/{log:n}";
        return All().Where(one => one.Checkpoint.Origin.EndsWith(end, StringComparison.Ordinal));
    }

    /// <summary>The largest checkpoint of each log that the file tells of, by the log's origin.</summary>
    public IReadOnlyDictionary<string, RecordedCheckpoint> Largest()
    {
        var largest = new Dictionary<string, RecordedCheckpoint>(StringComparer.Ordinal);
        Spoiled = 0;
        foreach (var one in All())
        {
            Spoiled -= 2;
            if (!largest.TryGetValue(one.Checkpoint.Origin, out var known) || known.Checkpoint.Size < one.Checkpoint.Size)
            {
                largest[one.Checkpoint.Origin] = one;
            }
        }

        return largest;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var (file, _) in parts)
        {
            file.Dispose();
        }
    }

    private static (FileStream File, long Length) Part(string path)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        return (file, file.Length);
    }

    private IEnumerable<RecordedCheckpoint> All() => parts.SelectMany(part => RecordedCheckpoint.In(CountingPieces(Lines(part.File, part.Length))));

    // What was written since it was opened is left out, and so is a last line without its end, of a note that a crash broke off.
    private static IEnumerable<string> Lines(FileStream file, long length)
    {
        file.Seek(0, SeekOrigin.Begin);
        using var text = new StreamReader(file, Encoding.UTF8, detectEncodingFromByteOrderMarks: false, leaveOpen: true);
        var read = 0L;
        while (text.ReadLine() is { } line && (read += Encoding.UTF8.GetByteCount(line) + 1) <= length)
        {
            yield return line;
        }
    }

    // A note is two pieces of text, with an empty line after each.
    private IEnumerable<string> CountingPieces(IEnumerable<string> lines)
    {
        var inside = false;
        foreach (var line in lines)
        {
            Spoiled += line.Length > 0 && !inside ? 1 : 0;
            inside = line.Length > 0;
            yield return line;
        }
    }
}
