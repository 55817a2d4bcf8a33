using System.Collections.Immutable;
using Taushet.Core.Trail.Notes;

namespace Taushet.Client;

/// <summary>The keys of the logs a client relies on. They must have come another way than the answers they check.</summary>
public sealed class LogKeys
{
    private readonly ImmutableArray<NoteKey> keys;

    private LogKeys(ImmutableArray<NoteKey> keys) => this.keys = keys;

    /// <summary>Reads a key file: one key a line as <c>name+id+base64</c>; empty lines and lines that begin with <c>#</c> are
    /// skipped, and blanks at either end of a line. While a log changes its key, both stand in the file.</summary>
    /// <param name="text">The file's text.</param>
    /// <exception cref="FormatException">There is no key, or some lines are none; the message names every such line.</exception>
    public static LogKeys Parse(string text)
    {
        var read = text.Split('\n')
            .Select((line, place) => (Line: line.Trim(), Number: place + 1))
            .Where(line => line.Line is not ("" or ['#', ..]))
            .Select(line => (line.Number, Key: NoteKey.TryParse(line.Line, out var key) ? key : null))
            .ToList();
        var faults = read.Where(line => line.Key is null).Select(line => line.Number).ToList();
        return faults.Count > 0 ? throw new FormatException($"No log key in line {string.Join(", ", faults)}.")
            : read.Count == 0 ? throw new FormatException("No log key in the file.")
            : new LogKeys([.. read.Select(line => line.Key!)]);
    }

    /// <summary>Opens a signed checkpoint, of any log or of one.</summary>
    /// <param name="note">The note's text.</param>
    /// <param name="expectedOrigin">The log's origin; null for any.</param>
    /// <returns>The checkpoint, or why it is none to rely on.</returns>
    public CheckpointOpening Open(string note, string? expectedOrigin = null) => CheckpointCheck.Open(note, keys, expectedOrigin);
}
