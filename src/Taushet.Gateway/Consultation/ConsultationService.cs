using Grpc.Core;
using Taushet.Gateway.Receive;
using Taushet.V1;

namespace Taushet.Gateway.Consultation;

/// <summary>The service of anonymised discussions on the wire.</summary>
internal sealed class ConsultationService(Reception reception, ConsultationFlow flow)
    : V1.ConsultationService.ConsultationServiceBase
{
    /// <inheritdoc/>
    public override Task<PrepareConsultationResponse> PrepareConsultation(PrepareConsultationRequest request, ServerCallContext context) =>
        reception.ReceiveAsync(
            request.RequestId, context, (call, faults) => flow.RunAsync(call, context.Method, request, faults));
}
