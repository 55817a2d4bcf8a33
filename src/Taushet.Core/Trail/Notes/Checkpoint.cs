using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Taushet.Core.Trail.Tree;

namespace Taushet.Core.Trail.Notes;

/// <summary>What a log states of itself: its size and the root over all its entries. A checkpoint of C2SP.</summary>
public sealed class Checkpoint
{
    /// <summary>Makes a checkpoint.</summary>
    /// <param name="origin">The log's name: one line, not empty (<see cref="LogOrigin"/>).</param>
    /// <param name="size">The number of entries.</param>
    /// <param name="root">The root hash over them, 32 bytes.</param>
    /// <exception cref="ArgumentException">One of them cannot be.</exception>
    public Checkpoint(string origin, long size, ReadOnlyMemory<byte> root)
    {
        if (origin.Length == 0 || origin.Any(char.IsControl) || size < 0 || root.Length != TreeHash.Size)
        {
            throw new ArgumentException("A checkpoint has an origin of one line, a size and a root hash of 32 bytes.");
        }

        Origin = origin;
        Size = size;
        Root = root;
    }

    /// <summary>The log's name.</summary>
    public string Origin { get; }

    /// <summary>The number of entries.</summary>
    public long Size { get; }

    /// <summary>The root hash over them, 32 bytes.</summary>
    public ReadOnlyMemory<byte> Root { get; }

    /// <summary>Reads the text of a checkpoint in its one spelling. Lines after the third are accepted and not kept.</summary>
    /// <returns>False when it is none.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out Checkpoint? checkpoint)
    {
        checkpoint = text.Split('\n') is [var origin, var size, var root, .. var extensions, ""]
            && origin.Length > 0
            && !origin.Any(char.IsControl)
            && StrictText.FromDecimal(size) is { } entries
            && StrictText.FromBase64(root) is { Length: TreeHash.Size } hash
            && !extensions.Contains(string.Empty, StringComparer.Ordinal)
                ? new Checkpoint(origin, entries, hash)
                : null;
        return checkpoint is not null;
    }

    /// <summary>The text that is signed: origin, size in decimal and root in base64, each on a line.</summary>
    public string Write() =>
        string.Create(CultureInfo.InvariantCulture, $"{Origin}\n{Size}\n{Convert.ToBase64String(Root.Span)}\n");
}
