using Google.Protobuf;
using Grpc.Core;
using Taushet.Gateway.Errors;
using Taushet.Gateway.Hosting;
using Taushet.Gateway.Identify;
using Taushet.Gateway.Options;
using Taushet.Gateway.Release;
using Taushet.V1;

namespace Taushet.Gateway.Receive;

/// <summary>The gateway's front on the wire. Takes the instant and the id, and hands the call to its flow.</summary>
internal sealed class FrontService(
    RequestFlow requests,
    PreviewFlow previews,
    AssessFlow assessments,
    AccessTable access,
    Attempts attempts,
    GatewayOptions options,
    TimeProvider clock,
    MachineClock machine)
    : SharingService.SharingServiceBase
{
    /// <inheritdoc/>
    public override Task<RequestInformationResponse> RequestInformation(RequestInformationRequest request, ServerCallContext context) =>
        ReceiveAsync(request.RequestId, context, (call, faults) => requests.RunAsync(call, context.Method, request, faults));

    /// <inheritdoc/>
    public override Task<PreviewResponse> Preview(PreviewRequest request, ServerCallContext context) =>
        ReceiveAsync(request.RequestId, context, (call, faults) => previews.RunAsync(call, context.Method, request, faults));

    /// <inheritdoc/>
    public override Task<AssessResponse> Assess(AssessRequest request, ServerCallContext context) =>
        ReceiveAsync(request.RequestId, context, (call, faults) => assessments.RunAsync(call, context.Method, request, faults));

    private async Task<T> ReceiveAsync<T>(ByteString requestId, ServerCallContext context, Func<Call, FieldFaults, Task<T>> run)
    {
        var http = context.GetHttpContext();
        var caller = ((CallerPrincipal)http.User).Caller;
        using var limit = new TimeLimit(
            TimeLimit.Parse(http.Request.Headers["grpc-timeout"]),
            options,
            machine.Time,
            context.CancellationToken);
        var faults = new FieldFaults();
        var call = new Call(Id(requestId, faults), clock.GetUtcNow(), caller, limit);
        http.Features.Set(call);
        if (!access.Allows(context.Method, CallerKind.CallerSystem))
        {
            attempts.Note(AttemptKind.NotAllowed, context.Method);
            throw Refusals.NotForCaller(call.RequestId);
        }

        return await run(call, faults);
    }

    private static Guid Id(ByteString sent, FieldFaults faults)
    {
        if (sent.Length == WireIds.Length)
        {
            return WireIds.Read(sent);
        }

        if (!sent.IsEmpty)
        {
            faults.Add("request_id", "must be 16 bytes or empty");
        }

        return NewId();
    }

    private static Guid NewId()
    {
        Span<byte> bytes = stackalloc byte[WireIds.Length];
        System.Security.Cryptography.RandomNumberGenerator.Fill(bytes);
        return new Guid(bytes);
    }
}
