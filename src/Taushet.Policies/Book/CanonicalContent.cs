using System.Buffers.Binary;
using System.Text;

namespace Taushet.Policies.Book;

/// <summary>The canonical content of a policy set: for each file in ordinal order of names the length and bytes of its name and of its content.</summary>
internal static class CanonicalContent
{
    /// <summary>Writes the files.</summary>
    public static byte[] Write(IEnumerable<KeyValuePair<string, byte[]>> files)
    {
        using var content = new MemoryStream();
        foreach (var (name, bytes) in files)
        {
            Part(content, Encoding.UTF8.GetBytes(name));
            Part(content, bytes);
        }

        return content.ToArray();
    }

    /// <summary>Reads the files back.</summary>
    /// <exception cref="FormatException">The content is cut or has more than files.</exception>
    public static IReadOnlyList<(string Name, byte[] Bytes)> Read(ReadOnlySpan<byte> content)
    {
        var files = new List<(string, byte[])>();
        while (!content.IsEmpty)
        {
            var name = Encoding.UTF8.GetString(Part(ref content));
            files.Add((name, Part(ref content).ToArray()));
        }

        return files;
    }

    private static void Part(MemoryStream content, byte[] bytes)
    {
        Span<byte> length = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(length, bytes.Length);
        content.Write(length);
        content.Write(bytes);
    }

    private static ReadOnlySpan<byte> Part(ref ReadOnlySpan<byte> content)
    {
        var length = content.Length < sizeof(long) ? -1 : BinaryPrimitives.ReadInt64BigEndian(content);
        if (length < 0 || length > content.Length - sizeof(long))
        {
            throw new FormatException("The content of a policy set is cut.");
        }

        var part = content.Slice(sizeof(long), (int)length);
        content = content[(sizeof(long) + (int)length)..];
        return part;
    }
}
