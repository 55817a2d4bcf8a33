using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.Extensions.Logging;

namespace Taushet.Gateway.Tests.Support;

/// <summary>Everything a gateway has said outside its answers: log lines with their values, and errors on the wire.</summary>
internal sealed partial class Sink : Interceptor, ILoggerProvider
{
    public ConcurrentQueue<string> Lines { get; } = new();

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void Dispose()
    {
    }

    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
        TRequest request,
        ClientInterceptorContext<TRequest, TResponse> context,
        AsyncUnaryCallContinuation<TRequest, TResponse> continuation)
    {
        var call = continuation(request, context);
        return new AsyncUnaryCall<TResponse>(
            Watch(call.ResponseAsync), call.ResponseHeadersAsync, call.GetStatus, call.GetTrailers, call.Dispose);
    }

    /// <summary>INVARIANT: no national identity number, name or value stands in a log line. Nor in an error; run after every test.</summary>
    public void RequireSilent()
    {
        foreach (var line in Lines)
        {
            line.ShouldNotContain(FilledRecord.Surname);
            NumberOfDigits().Matches(line).Select(match => match.Value).ShouldBeEmpty(line);
        }
    }

    [GeneratedRegex("(?<![0-9a-f])[0-9]{11}(?![0-9a-f])", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NumberOfDigits();

    private async Task<T> Watch<T>(Task<T> response)
    {
        try
        {
            return await response;
        }
        catch (RpcException error)
        {
            Lines.Enqueue($"wire {error.Status}");
            foreach (var entry in error.Trailers)
            {
                Lines.Enqueue($"wire {entry.Key} {(entry.IsBinary ? System.Text.Encoding.Latin1.GetString(entry.ValueBytes) : entry.Value)}");
            }

            throw;
        }
    }

    private sealed class Logger(Sink sink, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel level, EventId id, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            sink.Lines.Enqueue($"{category} {id.Id} {formatter(state, exception)} {exception}");
    }
}
