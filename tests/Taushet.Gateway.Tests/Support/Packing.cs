using System.IO.Compression;

namespace Taushet.Gateway.Tests.Support;

/// <summary>Compressed messages.</summary>
internal static class Packing
{
    /// <summary>128 MiB of nothing that fit into less than any message may have.</summary>
    public static byte[] Bomb(string encoding) => Pack(new byte[128 << 20], encoding);

    public static byte[] Pack(byte[] message, string encoding)
    {
        using var packed = new MemoryStream();
        using (Stream packing = encoding == "gzip"
            ? new GZipStream(packed, CompressionLevel.SmallestSize)
            : new ZLibStream(packed, CompressionLevel.SmallestSize))
        {
            packing.Write(message);
        }

        return packed.ToArray();
    }
}
