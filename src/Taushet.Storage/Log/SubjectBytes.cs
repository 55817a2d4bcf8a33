using System.Buffers.Binary;

namespace Taushet.Storage.Log;

/// <summary>Compares look-up hashes of subjects: 32 bytes that are random to begin with.</summary>
internal sealed class SubjectBytes : IEqualityComparer<byte[]>
{
    public static SubjectBytes Equality { get; } = new();

    public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

    public int GetHashCode(byte[] obj) => BinaryPrimitives.ReadInt32LittleEndian(obj);
}
