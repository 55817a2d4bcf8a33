using System.Buffers.Binary;
using System.Text;

namespace Taushet.Storage.Sealing;

/// <summary>Text fields in one buffer whose size tells only a size class: each as length (4 bytes) and UTF-8, then zeros.</summary>
/// <remarks>INVARIANT: a sealed part's size is a multiple of the size class, so that sizes do not tell.</remarks>
internal static class PaddedFields
{
    /// <summary>The step of the size classes in bytes.</summary>
    public const int SizeClass = 2048;

    public static byte[] Write(params ReadOnlySpan<string> fields)
    {
        var size = 0;
        foreach (var field in fields)
        {
            size += sizeof(int) + Encoding.UTF8.GetByteCount(field);
        }

        var buffer = new byte[(size + SizeClass - 1) / SizeClass * SizeClass];
        var rest = buffer.AsSpan();
        foreach (var field in fields)
        {
            var length = Encoding.UTF8.GetBytes(field, rest[sizeof(int)..]);
            BinaryPrimitives.WriteInt32BigEndian(rest, length);
            rest = rest[(sizeof(int) + length)..];
        }

        return buffer;
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
