using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Taushet.Cli.Trail.Export;

/// <summary>Writes one JSON value after another as text, with the buffers of the one before.</summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage(
    "Reliability", "CA1001", Justification = "The writer holds nothing but the buffer.")]
internal sealed class JsonText
{
    private readonly ArrayBufferWriter<byte> buffer = new(4096);
    private readonly Utf8JsonWriter writer;
    private char[] letters = new char[4096];

    public JsonText() => writer = new Utf8JsonWriter(buffer);

    public void Write<T>(TextWriter output, T value, Action<Utf8JsonWriter, T> write)
    {
        buffer.ResetWrittenCount();
        writer.Reset();
        write(writer, value);
        writer.Flush();
        if (letters.Length < buffer.WrittenCount)
        {
            letters = new char[buffer.WrittenCount * 2];
        }

        var length = Encoding.UTF8.GetChars(buffer.WrittenSpan, letters);
        output.Write(letters.AsSpan(0, length));
    }
}
