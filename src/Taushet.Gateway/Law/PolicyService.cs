using Grpc.Core;
using Taushet.Gateway.Receive;
using Taushet.V1;

namespace Taushet.Gateway.Law;

/// <summary>What the law says, on the wire. Hands each call to its flow.</summary>
internal sealed class PolicyService(Reception reception, DutyFlow duties, ExplainFlow explanations, PolicySetReading reading)
    : V1.PolicyService.PolicyServiceBase
{
    /// <inheritdoc/>
    public override Task<AssessDutyResponse> AssessDuty(AssessDutyRequest request, ServerCallContext context) =>
        reception.ReceiveAsync(request.RequestId, context, (call, faults) => duties.RunAsync(call, context.Method, request, faults));

    /// <inheritdoc/>
    public override Task<ExplainResponse> Explain(ExplainRequest request, ServerCallContext context) =>
        reception.ReceiveAsync(request.RequestId, context, (call, faults) => explanations.RunAsync(call, context.Method, request, faults));

    /// <inheritdoc/>
    public override Task<GetPolicySetResponse> GetPolicySet(GetPolicySetRequest request, ServerCallContext context) =>
        reception.ReceiveAsync(context, (call, _) => Task.FromResult(reading.Read(call)));
}
