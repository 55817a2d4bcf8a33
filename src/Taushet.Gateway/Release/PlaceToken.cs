using System.Buffers.Binary;
using Google.Protobuf;

namespace Taushet.Gateway.Release;

/// <summary>Where a page ended that is ordered by a time and an id.</summary>
internal static class PlaceToken
{
    private const int Length = sizeof(long) + WireIds.Length;

    /// <summary>Whether it can be read: empty, or of its one length.</summary>
    public static bool IsOne(ByteString token) => token.Length is 0 or Length;

    /// <summary>The place.</summary>
    public static ByteString Of(DateTimeOffset time, Guid id)
    {
        var token = new byte[Length];
        BinaryPrimitives.WriteInt64BigEndian(token, (time - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond);
        id.TryWriteBytes(token.AsSpan(sizeof(long)), bigEndian: true, out _);
        return UnsafeByteOperations.UnsafeWrap(token);
    }

    /// <summary>The place of a token; the beginning for an empty one.</summary>
    public static (DateTimeOffset Time, Guid Id) Read(ByteString token) => token.IsEmpty
        ? (DateTimeOffset.UnixEpoch, Guid.Empty)
        : (Time(BinaryPrimitives.ReadInt64BigEndian(token.Span)), WireIds.Read(token.Span[sizeof(long)..]));

    // A token that was made up must not be out of a clock's range.
    private static DateTimeOffset Time(long micros) => DateTimeOffset.UnixEpoch.AddTicks(
        Math.Clamp(micros, 0, (DateTimeOffset.MaxValue - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond)
        * TimeSpan.TicksPerMicrosecond);
}
