using System.Buffers.Binary;
using System.Text;

namespace Taushet.Storage.Sealing;

/// <summary>Text fields in one buffer whose size tells only a size class: each as length (4 bytes) and UTF-8, then zeros.</summary>
/// <remarks>INVARIANT: a sealed part's size is a multiple of the size class, so that sizes do not tell.</remarks>
internal static class PaddedFields
{
    /// <summary>The step of the size classes in bytes.</summary>
    public const int SizeClass = 2048;

    /// <summary>The fields as the content of a box that is to be sealed in place.</summary>
    public static byte[] InBox(params ReadOnlySpan<string> fields)
    {
        var box = new byte[SizeOf(fields) + AuthenticatedBox.Overhead];
        Write(fields, AuthenticatedBox.ContentOf(box));
        return box;
    }

    private static int SizeOf(ReadOnlySpan<string> fields)
    {
        var size = 0;
        foreach (var field in fields)
        {
            size += sizeof(int) + Encoding.UTF8.GetByteCount(field);
        }

        return (size + SizeClass - 1) / SizeClass * SizeClass;
    }

    private static void Write(ReadOnlySpan<string> fields, Span<byte> rest)
    {
        foreach (var field in fields)
        {
            var length = Encoding.UTF8.GetBytes(field, rest[sizeof(int)..]);
            BinaryPrimitives.WriteInt32BigEndian(rest, length);
            rest = rest[(sizeof(int) + length)..];
        }
    }

    /// <summary>Reads so many fields back.</summary>
    public static string[] Read(ReadOnlySpan<byte> buffer, int count)
    {
        var fields = new string[count];
        for (var i = 0; i < count; i++)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(buffer);
            fields[i] = Encoding.UTF8.GetString(buffer.Slice(sizeof(int), length));
            buffer = buffer[(sizeof(int) + length)..];
        }

        return fields;
    }
}
