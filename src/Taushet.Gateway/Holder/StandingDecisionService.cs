using Grpc.Core;
using Taushet.Gateway.Receive;
using Taushet.V1;

namespace Taushet.Gateway.Holder;

/// <summary>The service of standing decisions on the wire. Hands each call to its flow.</summary>
internal sealed class StandingDecisionService(Reception reception, StandingDecisionFlow flow, StandingDecisionReading reading)
    : V1.StandingDecisionService.StandingDecisionServiceBase
{
    /// <inheritdoc/>
    public override Task<RecordStandingDecisionResponse> RecordStandingDecision(
        RecordStandingDecisionRequest request, ServerCallContext context) =>
        reception.ReceiveAsync(context, (call, faults) => flow.RecordAsync(call, context.Method, request, faults));

    /// <inheritdoc/>
    public override Task<ChangeStandingDecisionResponse> ChangeStandingDecision(
        ChangeStandingDecisionRequest request, ServerCallContext context) =>
        reception.ReceiveAsync(context, (call, faults) => flow.ChangeAsync(call, context.Method, request, faults));

    /// <inheritdoc/>
    public override Task<EndStandingDecisionResponse> EndStandingDecision(
        EndStandingDecisionRequest request, ServerCallContext context) =>
        reception.ReceiveAsync(context, (call, faults) => flow.EndAsync(call, context.Method, request, faults));

    /// <inheritdoc/>
    public override Task<GetStandingDecisionResponse> GetStandingDecision(
        GetStandingDecisionRequest request, ServerCallContext context) =>
        reception.ReceiveAsync(context, (call, faults) => reading.GetAsync(call, context.Method, request, faults));

    /// <inheritdoc/>
    public override Task<ListStandingDecisionsResponse> ListStandingDecisions(
        ListStandingDecisionsRequest request, ServerCallContext context) =>
        reception.ReceiveAsync(context, (call, faults) => reading.ListAsync(call, context.Method, request, faults));
}
