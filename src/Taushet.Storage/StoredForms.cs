using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;

namespace Taushet.Storage;

/// <summary>The stored forms of values, the same in every database: see the head of the first migration.</summary>
internal static class StoredForms
{
    private static readonly int Epoch = DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;

    public static long Micros(DateTimeOffset time) => (time.UtcTicks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    public static long Micros(TimeSpan length) => length.Ticks / TimeSpan.TicksPerMicrosecond;

    public static DateTimeOffset Time(long micros) => DateTimeOffset.UnixEpoch.AddTicks(micros * TimeSpan.TicksPerMicrosecond);

    public static int Day(DateOnly date) => date.DayNumber - Epoch;

    public static int? Day(DateOnly? date) => date is { } day ? Day(day) : null;

    public static DateOnly Date(long day) => DateOnly.FromDayNumber(checked((int)day + Epoch));

    public static byte[] Id(Guid id) => id.ToByteArray(bigEndian: true);

    public static Guid Id(byte[] id) => new(id, bigEndian: true);

    /// <summary>The array behind the bytes when they fill one; else a copy.</summary>
    public static byte[] Bytes(ReadOnlyMemory<byte> bytes) =>
        MemoryMarshal.TryGetArray(bytes, out var segment) && segment.Array is { } array && array.Length == bytes.Length
            ? array
            : bytes.ToArray();

    public static byte[] Cells(CellSet cells)
    {
        var bytes = new byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, cells.Bits);
        return bytes;
    }

    /// <summary>Cells as they are stored.</summary>
    /// <exception cref="StoredValueException">They are not 16 bytes: what stands behind those would be read by nobody.</exception>
    public static CellSet Cells(byte[] cells) => cells.Length == 16
        ? new(BinaryPrimitives.ReadUInt128BigEndian(cells))
        : throw new StoredValueException("A stored set of cells is not 16 bytes.");

    public static long Members<T>(MemberSet<T> members)
        where T : struct, Enum =>
        unchecked((long)members.Bits);

    public static MemberSet<T> Members<T>(long bits)
        where T : struct, Enum =>
        new(unchecked((ulong)bits));

    public static int Member<T>(T member)
        where T : struct, Enum =>
        MemberNumber.Of(member);

    public static int? Member<T>(T? member)
        where T : struct, Enum =>
        member is { } value ? MemberNumber.Of(value) : null;

    public static int? Member<T>(Known<T> member)
        where T : struct, Enum =>
        member.IsKnown ? MemberNumber.Of(member.Value) : null;

    /// <summary>The member with a stored number.</summary>
    /// <exception cref="StoredValueException">The vocabulary has none.</exception>
    public static T Member<T>(long number)
        where T : struct, Enum
    {
        var member = (T)Enum.ToObject(typeof(T), number);
        return Enum.IsDefined(member)
            ? member
            : throw new StoredValueException($"A stored {typeof(T).Name} is not in this version's vocabulary.");
    }
}
