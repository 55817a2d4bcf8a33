using System.Buffers;

namespace Grpc.Core;

/// <summary>Collects a message in memory, for a contextual serializer asked for an array.</summary>
internal sealed class BufferSerializationContext : SerializationContext
{
    private readonly ArrayBufferWriter<byte> writer = new();
    private byte[]? payload;

    /// <summary>The completed payload.</summary>
    public byte[] Payload => payload ?? throw new InvalidOperationException("The serializer did not complete the message.");

    /// <inheritdoc />
    public override void Complete(byte[] payload)
    {
        if (this.payload is not null)
        {
            throw new InvalidOperationException("The message is already complete.");
        }

        this.payload = payload;
    }

    /// <inheritdoc />
    public override IBufferWriter<byte> GetBufferWriter() => writer;

    /// <inheritdoc />
    public override void Complete() => Complete(writer.WrittenSpan.ToArray());
}
