using System.Buffers.Binary;
using System.Text;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Trail;

/// <summary>Writes columns as tag, length and value into one growing buffer.</summary>
/// <param name="room">Where the writing begins; when that is full it goes on in an array of its own.</param>
internal ref struct LeafWriter(byte[] room)
{
    private const uint NoValue = uint.MaxValue;

    private byte[] buffer = room;
    private int length;

    public LeafWriter(int capacity)
        : this(new byte[capacity])
    {
    }

    /// <summary>What has been written so far; good until more is written.</summary>
    public readonly ReadOnlySpan<byte> Written => buffer.AsSpan(0, length);

    public void Raw(ReadOnlySpan<byte> value) => value.CopyTo(Take(value.Length));

    public void Nothing(EntryColumn column) => Head(column, NoValue);

    public void Int(EntryColumn column, int value)
    {
        Head(column, sizeof(int));
        BinaryPrimitives.WriteInt32BigEndian(Take(sizeof(int)), value);
    }

    public void Long(EntryColumn column, long value)
    {
        Head(column, sizeof(long));
        BinaryPrimitives.WriteInt64BigEndian(Take(sizeof(long)), value);
    }

    public void Id(EntryColumn column, Guid value)
    {
        Head(column, 16);
        value.TryWriteBytes(Take(16), bigEndian: true, out _);
    }

    public void Cells(EntryColumn column, CellSet cells)
    {
        Head(column, 16);
        BinaryPrimitives.WriteUInt128BigEndian(Take(16), cells.Bits);
    }

    public void Text(EntryColumn column, string value)
    {
        var size = Encoding.UTF8.GetByteCount(value);
        Head(column, (uint)size);
        Encoding.UTF8.GetBytes(value, Take(size));
    }

    public void Bytes(EntryColumn column, ReadOnlySpan<byte> value)
    {
        Head(column, (uint)value.Length);
        value.CopyTo(Take(value.Length));
    }

    public readonly byte[] ToArray() => Written.ToArray();

    private void Head(EntryColumn column, uint size)
    {
        var head = Take(sizeof(ushort) + sizeof(uint));
        BinaryPrimitives.WriteUInt16BigEndian(head, (ushort)column);
        BinaryPrimitives.WriteUInt32BigEndian(head[sizeof(ushort)..], size);
    }

    private Span<byte> Take(int count)
    {
        if (length + count > buffer.Length)
        {
            Array.Resize(ref buffer, Math.Max(buffer.Length * 2, length + count));
        }

        length += count;
        return buffer.AsSpan(length - count, count);
    }
}
