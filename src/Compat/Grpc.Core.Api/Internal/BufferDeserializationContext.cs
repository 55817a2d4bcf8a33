using System.Buffers;

namespace Grpc.Core;

/// <summary>Gives an array to a contextual deserializer.</summary>
internal sealed class BufferDeserializationContext(byte[] payload) : DeserializationContext
{
    /// <inheritdoc />
    public override int PayloadLength => payload.Length;

    /// <inheritdoc />
    public override byte[] PayloadAsNewBuffer() => [.. payload];

    /// <inheritdoc />
    public override ReadOnlySequence<byte> PayloadAsReadOnlySequence() => new(payload);
}
