using System.Buffers;

namespace Grpc.Core;

/// <summary>Where a serializer puts a message. A serializer completes it exactly once.</summary>
public abstract class SerializationContext
{
    /// <summary>Completes with the whole payload; the array must not change after.</summary>
    public virtual void Complete(byte[] payload) => throw new NotImplementedException();

    /// <summary>A writer for the payload, to be followed by <see cref="Complete()"/>.</summary>
    public virtual IBufferWriter<byte> GetBufferWriter() => throw new NotImplementedException();

    /// <summary>Tells the length before writing; after this exactly that many bytes must be written.</summary>
    public virtual void SetPayloadLength(int payloadLength)
    {
    }

    /// <summary>Completes what was written to <see cref="GetBufferWriter"/>.</summary>
    public virtual void Complete() => throw new NotImplementedException();
}
