namespace Grpc.Core;

/// <summary>Reads a stream of messages, one at a time.</summary>
public interface IAsyncStreamReader<out T>
{
    /// <summary>The message last read.</summary>
    T Current { get; }

    /// <summary>Reads the next message; false at the end. Must not be called again before the task is done.</summary>
    Task<bool> MoveNext(CancellationToken cancellationToken);
}
