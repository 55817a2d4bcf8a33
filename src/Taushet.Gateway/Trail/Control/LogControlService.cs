using Grpc.Core;
using Taushet.Gateway.Receive;
using Taushet.V1;

namespace Taushet.Gateway.Trail.Control;

/// <summary>The service of what controllers say of entries, on the wire. Hands each call to its flow.</summary>
internal sealed class LogControlService(Reception reception, FlagFlow flags, DelayFlow delays) : V1.LogControlService.LogControlServiceBase
{
    /// <inheritdoc/>
    public override Task<FlagUnlawfulResponse> FlagUnlawful(FlagUnlawfulRequest request, ServerCallContext context) =>
        reception.ReceiveAsync(context, (call, faults) => flags.FlagAsync(call, context.Method, request, faults));

    /// <inheritdoc/>
    public override Task<RecordNoticeResponse> RecordNotice(RecordNoticeRequest request, ServerCallContext context) =>
        reception.ReceiveAsync(context, (call, faults) => flags.NoticeAsync(call, context.Method, request, faults));

    /// <inheritdoc/>
    public override Task<ListFlagsResponse> ListFlags(ListFlagsRequest request, ServerCallContext context) =>
        reception.ReceiveAsync(context, (call, faults) => flags.ListAsync(call, context.Method, request, faults));

    /// <inheritdoc/>
    public override Task<DelayViewResponse> DelayView(DelayViewRequest request, ServerCallContext context) =>
        reception.ReceiveAsync(context, (call, faults) => delays.DelayAsync(call, context.Method, request, faults));

    /// <inheritdoc/>
    public override Task<EndViewDelayResponse> EndViewDelay(EndViewDelayRequest request, ServerCallContext context) =>
        reception.ReceiveAsync(context, (call, faults) => delays.EndAsync(call, context.Method, request, faults));
}
