using System.Diagnostics.CodeAnalysis;

namespace Taushet.Core.Trail;

/// <summary>Walks the lines of a snapshot.</summary>
internal sealed class SnapshotCursor(string text)
{
    private readonly string[] lines = text.Split('\n');
    private int next;

    /// <summary>Takes the next line if it has this name.</summary>
    public bool Take(string name, [NotNullWhen(true)] out SnapshotParts? parts)
    {
        parts = null;
        if (next >= lines.Length)
        {
            return false;
        }

        var split = lines[next].Split(' ');
        if (!string.Equals(split[0], name, StringComparison.Ordinal))
        {
            return false;
        }

        next++;
        parts = new SnapshotParts(split);
        return true;
    }

    /// <summary>Takes the next line, which must have this name.</summary>
    public SnapshotParts Require(string name) =>
        Take(name, out var parts) ? parts : throw new FormatException($"A snapshot lacks its line '{name}'.");

    /// <summary>Requires that no line is left.</summary>
    public void End()
    {
        if (next != lines.Length - 1 || lines[next].Length > 0)
        {
            throw new FormatException("A snapshot has a line that this version does not know.");
        }
    }
}
