using Grpc.Core;

namespace Taushet.Compat.Tests.Types;

/// <summary>An invoker that notes each call and answers nothing.</summary>
internal sealed class RecordingInvoker(List<string> journal) : CallInvoker
{
    public Metadata? Headers { get; private set; }

    public override TResponse BlockingUnaryCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request)
    {
        Note("blocking", host, options);
        return null!;
    }

    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request)
    {
        Note("unary", host, options);
        return null!;
    }

    public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request)
    {
        Note("server-stream", host, options);
        return null!;
    }

    public override AsyncClientStreamingCall<TRequest, TResponse> AsyncClientStreamingCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options)
    {
        Note("client-stream", host, options);
        return null!;
    }

    public override AsyncDuplexStreamingCall<TRequest, TResponse> AsyncDuplexStreamingCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options)
    {
        Note("duplex", host, options);
        return null!;
    }

    private void Note(string kind, string? host, CallOptions options)
    {
        Headers = options.Headers;
        journal.Add($"{kind} {host ?? "-"}");
    }
}
