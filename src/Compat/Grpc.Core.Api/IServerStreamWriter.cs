namespace Grpc.Core;

/// <summary>The server's writer of responses. The stream ends when the handler returns.</summary>
public interface IServerStreamWriter<in T> : IAsyncStreamWriter<T>;
