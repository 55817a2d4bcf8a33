using Grpc.Core;
using Grpc.Reflection.V1;
using Taushet.Gateway.Errors;
using Taushet.Gateway.Hosting;
using Taushet.Gateway.Options;
using Taushet.Gateway.Receive;

namespace Taushet.Gateway.Reflection;

/// <summary>The standard reflection service: tells tools which services there are and how their messages look.</summary>
/// <remarks>
/// Open to anyone, as health is: the schema is published with the project, and tools ask for it before they have a token to
/// show. It tells nothing of a gateway but what kind of thing it is; who does not want even that turns it off. What anyone may
/// use must be bounded: questions on a stream, time between them, streams at a time.
/// </remarks>
internal sealed class ReflectionService(
    ServedSchema schema,
    GatewayOptions options,
    MachineClock machine,
    IHostApplicationLifetime lifetime)
    : ServerReflection.ServerReflectionBase
{
    /// <summary>How many questions a stream takes.</summary>
    public const int MostQuestions = 500;

    /// <summary>How many streams are open at a time.</summary>
    public const int MostStreams = 32;

    private int open;

    /// <inheritdoc/>
    public override async Task ServerReflectionInfo(
        IAsyncStreamReader<ServerReflectionRequest> requestStream,
        IServerStreamWriter<ServerReflectionResponse> responseStream,
        ServerCallContext context)
    {
        var id = RequestIds.New();
        try
        {
            if (Interlocked.Increment(ref open) > MostStreams)
            {
                throw Refusals.Full(id, options.GatewayRetry, duty: false);
            }

            await AnswerAsync(id, new IncomingMessages<ServerReflectionRequest>(requestStream), responseStream, context);
        }
        finally
        {
            Interlocked.Decrement(ref open);
        }
    }

    private async Task AnswerAsync(
        Guid id,
        IncomingMessages<ServerReflectionRequest> questions,
        IServerStreamWriter<ServerReflectionResponse> responses,
        ServerCallContext context)
    {
        using var limit = new TimeLimit(
            TimeLimit.Parse(context.GetHttpContext().Request.Headers["grpc-timeout"]),
            options.StreamDeadlineCap,
            options.StreamDeadlineCap,
            machine.Time,
            context.CancellationToken);
        var answers = new ReflectionAnswers(schema);
        for (var asked = 0; await NextAsync(id, questions, limit); asked++)
        {
            if (asked == MostQuestions)
            {
                throw Refusals.TooMany(id, MostQuestions);
            }

            await WriteAsync(answers.To(questions.Current), responses, limit);
        }
    }

    private async Task WriteAsync(
        ServerReflectionResponse answer,
        IServerStreamWriter<ServerReflectionResponse> responses,
        TimeLimit limit)
    {
        // Who asks and does not read is idle too; giving the write up resets the stream.
        using var idle = Idle(limit);
        try
        {
            await responses.WriteAsync(answer, idle.Token);
        }
        catch (Exception) when (limit.Cancellation.IsCancellationRequested)
        {
            throw new OperationCanceledException(limit.Cancellation);
        }
    }

    /// <summary>Reads the next question.</summary>
    /// <returns>False when there is none.</returns>
    private async Task<bool> NextAsync(Guid id, IncomingMessages<ServerReflectionRequest> questions, TimeLimit limit)
    {
        using var idle = Idle(limit);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(idle.Token, lifetime.ApplicationStopping);
        return await questions.NextAsync(stop.Token) switch
        {
            Incoming.Message => true,
            Incoming.End => false,
            Incoming.Unreadable or Incoming.Broken => throw Refusals.Unreadable(id),
            Incoming.Stopped when lifetime.ApplicationStopping.IsCancellationRequested =>
                throw Refusals.Stopping(id, options.GatewayRetry),
            Incoming.Stopped => throw new OperationCanceledException(idle.Token),
        };
    }

    private CancellationTokenSource Idle(TimeLimit limit)
    {
        var idle = CancellationTokenSource.CreateLinkedTokenSource(limit.Cancellation);
        idle.CancelAfter(options.ReflectionIdle);
        return idle;
    }
}
