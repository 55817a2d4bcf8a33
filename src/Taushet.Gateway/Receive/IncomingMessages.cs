using Google.Protobuf;
using Grpc.Core;

namespace Taushet.Gateway.Receive;

/// <summary>The messages of a caller's stream, one by one, with what else may come of reading told as a value.</summary>
/// <remarks>Size and compression are bounded by the server for each message, as for that of a single call.</remarks>
/// <param name="stream">The stream as the server gives it.</param>
internal sealed class IncomingMessages<T>(IAsyncStreamReader<T> stream)
    where T : class
{
    /// <summary>The message, after <see cref="Incoming.Message"/>.</summary>
    public T Current => stream.Current;

    /// <summary>Reads the next message.</summary>
    /// <param name="stop">Gives up reading; the stream itself goes on.</param>
    /// <exception cref="RpcException">A message is larger than any may be, or packed in a way that cannot be undone.</exception>
    public async Task<Incoming> NextAsync(CancellationToken stop)
    {
        try
        {
            return await stream.MoveNext(stop) ? Incoming.Message : Incoming.End;
        }
        catch (InvalidProtocolBufferException)
        {
            return Incoming.Unreadable;
        }
        catch (OperationCanceledException)
        {
            return Incoming.Stopped;
        }
        catch (Exception fault) when (fault is IOException or InvalidDataException or InvalidOperationException)
        {
            return Incoming.Broken;
        }
    }
}

/// <summary>What came of reading one message.</summary>
internal enum Incoming
{
    /// <summary>A message.</summary>
    Message,

    /// <summary>A message that is no well-formed protobuf. The next one can be read.</summary>
    Unreadable,

    /// <summary>The caller has sent everything.</summary>
    End,

    /// <summary>Reading was given up, or the caller went away.</summary>
    Stopped,

    /// <summary>The bytes between messages make no sense, or the caller is gone. Nothing more can be read.</summary>
    Broken,
}
