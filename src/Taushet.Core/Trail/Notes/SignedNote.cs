using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Taushet.Core.Trail.Notes;

/// <summary>A text with signatures under it: a signed note of C2SP. That it can be read says nothing of who signed it.</summary>
/// <remarks>The form is the text, an empty line, and for each signature a line of dash, key name and base64.</remarks>
public sealed class SignedNote
{
    /// <summary>The longest note, in bytes of UTF-8.</summary>
    public const int MaxBytes = 4096;

    /// <summary>The most signatures of a note.</summary>
    public const int MaxSignatures = 16;

    private const string TextEnd = "\n\n";

    private SignedNote(string text, ImmutableArray<NoteSignature> signatures)
    {
        Text = text;
        Signatures = signatures;
    }

    /// <summary>What is signed: UTF-8 of this text, with its last newline.</summary>
    public string Text { get; }

    /// <summary>The signatures in the note's order, 1 to 16.</summary>
    public ImmutableArray<NoteSignature> Signatures { get; }

    /// <summary>Puts signatures under a text.</summary>
    /// <param name="text">The text; it ends in a newline and has no other control characters than newlines.</param>
    /// <param name="signatures">Signatures over the text's UTF-8, 1 to 16.</param>
    /// <exception cref="ArgumentException">Text or signatures are such that the note could not be read again.</exception>
    public static SignedNote Of(string text, IEnumerable<NoteSignature> signatures)
    {
        var note = new SignedNote(text, [.. signatures]);
        return IsNoteText(text)
            && note.Signatures.Length is > 0 and <= MaxSignatures
            && note.Signatures.All(signature => NoteKey.IsName(signature.Name) && !signature.Bytes.IsEmpty)
            && StrictText.ToUtf8(note.Write()) is { Length: <= MaxBytes }
                ? note
                : throw new ArgumentException("A note is a text that ends in a newline with 1 to 16 signatures, 4 KiB at most.");
    }

    /// <summary>Reads a note in its one spelling.</summary>
    /// <returns>False when it is none, has more than 16 signatures or is longer than 4 KiB.</returns>
    public static bool TryParse(string note, [NotNullWhen(true)] out SignedNote? parsed)
    {
        parsed = note.Length <= MaxBytes && StrictText.ToUtf8(note) is { Length: <= MaxBytes } ? Parse(note) : null;
        return parsed is not null;
    }

    /// <summary>Reads a note from its UTF-8 bytes.</summary>
    /// <returns>As of a text; false also when the bytes are not UTF-8.</returns>
    public static bool TryParse(ReadOnlySpan<byte> note, [NotNullWhen(true)] out SignedNote? parsed)
    {
        parsed = note.Length <= MaxBytes && StrictText.FromUtf8(note) is { } text ? Parse(text) : null;
        return parsed is not null;
    }

    /// <summary>The note as a text.</summary>
    public string Write() => $"{Text}\n{string.Concat(Signatures.Select(SignatureLine.Write))}";

    private static SignedNote? Parse(string note)
    {
        // The last empty line, for the text may have some of its own.
        var end = note.LastIndexOf(TextEnd, StringComparison.Ordinal);
        if (end < 0 || note[^1] != '\n' || !IsNoteText(note[..(end + 1)]) || !IsNoteText(note))
        {
            return null;
        }

        var lines = note[(end + TextEnd.Length)..].Split('\n')[..^1];
        var signatures = lines.Take(MaxSignatures + 1).Select(SignatureLine.Parse).ToList();
        return signatures.Count is > 0 and <= MaxSignatures && signatures.TrueForAll(signature => signature is not null)
            ? new SignedNote(note[..(end + 1)], [.. signatures!])
            : null;
    }

    private static bool IsNoteText(string text) => text.EndsWith('\n') && !text.Any(character => character is < ' ' and not '\n');
}
