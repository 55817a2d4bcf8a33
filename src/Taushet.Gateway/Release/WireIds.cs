using Google.Protobuf;

namespace Taushet.Gateway.Release;

/// <summary>Ids on the wire: 16 bytes in the order of their hexadecimal text.</summary>
internal static class WireIds
{
    /// <summary>How long an id is.</summary>
    public const int Length = 16;

    /// <summary>An id's bytes.</summary>
    public static ByteString Of(Guid id)
    {
        var bytes = new byte[Length];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        return UnsafeByteOperations.UnsafeWrap(bytes);
    }

    /// <summary>The id of 16 bytes.</summary>
    public static Guid Read(ByteString bytes) => Read(bytes.Span);

    /// <summary>The id of 16 bytes.</summary>
    public static Guid Read(ReadOnlySpan<byte> bytes) => new(bytes, bigEndian: true);
}
