using System.Globalization;
using System.Text.Encodings.Web;

namespace Taushet.Cli.Trail.Export;

/// <summary>Letters of one JSON value, in a buffer that is used for the next as well. Nothing is allocated for an entry.</summary>
internal sealed class FhirText
{
    private const int LongestNumber = 64;

    // The encoder writes a character as six at most.
    private const int MostEscaped = 6;

    private char[] letters = new char[8192];
    private int length;

    /// <summary>Begins the next value.</summary>
    public FhirText Clear()
    {
        length = 0;
        return this;
    }

    /// <summary>Letters that are JSON already.</summary>
    public FhirText Raw(string json)
    {
        json.CopyTo(Room(json.Length));
        length += json.Length;
        return this;
    }

    /// <summary>Text that somebody else wrote.</summary>
    /// <remarks>INVARIANT: no text in a FHIR export can end its string.</remarks>
    public FhirText Escaped(string text)
    {
        JavaScriptEncoder.Default.Encode(text, Room(text.Length * MostEscaped), out _, out var written);
        length += written;
        return this;
    }

    /// <summary>An id, as its forms "N" and "D" write it.</summary>
    public FhirText Id(Guid id, ReadOnlySpan<char> form)
    {
        id.TryFormat(Room(LongestNumber), out var written, form);
        length += written;
        return this;
    }

    /// <summary>Bytes in hex.</summary>
    public FhirText Hex(ReadOnlySpan<byte> bytes)
    {
        Convert.TryToHexStringLower(bytes, Room(bytes.Length * 2), out var written);
        length += written;
        return this;
    }

    /// <summary>A stored time, UTC, as <see cref="Lines.Time(long)"/> writes it.</summary>
    public FhirText Time(long micros)
    {
        var time = DateTime.UnixEpoch.AddTicks(micros * TimeSpan.TicksPerMicrosecond);
        time.TryFormat(Room(LongestNumber), out var written, "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
        length += written;
        return this;
    }

    /// <summary>Writes what has been gathered.</summary>
    public void WriteTo(TextWriter output) => output.Write(letters.AsSpan(0, length));

    private Span<char> Room(int count)
    {
        if (letters.Length - length < count)
        {
            Array.Resize(ref letters, Math.Max(letters.Length * 2, length + count));
        }

        return letters.AsSpan(length);
    }
}
