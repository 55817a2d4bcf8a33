namespace Grpc.Core;

/// <summary>Writes a stream of messages, one at a time.</summary>
public interface IAsyncStreamWriter<in T>
{
    /// <summary>Options of the coming writes; null is the default.</summary>
    WriteOptions? WriteOptions { get; set; }

    /// <summary>Writes a message. Must not be called again before the task is done.</summary>
    Task WriteAsync(T message);

    /// <summary>Writes a message, which can be given up; that ends the call. Not every writer can.</summary>
    Task WriteAsync(T message, CancellationToken cancellationToken) =>
        cancellationToken.CanBeCanceled
            ? throw new NotSupportedException("This stream writer cannot cancel a write.")
            : WriteAsync(message);
}
