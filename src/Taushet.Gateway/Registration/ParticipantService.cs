using Grpc.Core;
using Taushet.Gateway.Receive;
using Taushet.V1;

namespace Taushet.Gateway.Registration;

/// <summary>The service of the register's administrators on the wire. Hands each call to its flow.</summary>
internal sealed class ParticipantService(Reception reception, ProposalFlow proposals, VerdictFlow verdicts, RegistrationReading reading)
    : V1.ParticipantService.ParticipantServiceBase
{
    /// <inheritdoc/>
    public override Task<ProposeRegistrationResponse> ProposeRegistration(ProposeRegistrationRequest request, ServerCallContext context) =>
        reception.ReceiveAsync(context, (call, faults) => proposals.RunAsync(call, context.Method, request, faults));

    /// <inheritdoc/>
    public override Task<ConfirmProposalResponse> ConfirmProposal(ConfirmProposalRequest request, ServerCallContext context) =>
        reception.ReceiveAsync(context, (call, faults) => verdicts.ConfirmAsync(call, context.Method, request, faults));

    /// <inheritdoc/>
    public override Task<RefuseProposalResponse> RefuseProposal(RefuseProposalRequest request, ServerCallContext context) =>
        reception.ReceiveAsync(context, (call, faults) => verdicts.RefuseAsync(call, context.Method, request, faults));

    /// <inheritdoc/>
    public override Task<GetProposalResponse> GetProposal(GetProposalRequest request, ServerCallContext context) =>
        reception.ReceiveAsync(context, (call, faults) => reading.GetProposalAsync(call, context.Method, request, faults));

    /// <inheritdoc/>
    public override Task<ListProposalsResponse> ListProposals(ListProposalsRequest request, ServerCallContext context) =>
        reception.ReceiveAsync(context, (call, faults) => reading.ListProposalsAsync(call, context.Method, request, faults));

    /// <inheritdoc/>
    public override Task<GetRegistrationResponse> GetRegistration(GetRegistrationRequest request, ServerCallContext context) =>
        reception.ReceiveAsync(context, (call, faults) => reading.GetAsync(call, context.Method, request, faults));

    /// <inheritdoc/>
    public override Task<ListRegistrationsResponse> ListRegistrations(ListRegistrationsRequest request, ServerCallContext context) =>
        reception.ReceiveAsync(context, (call, faults) => reading.ListAsync(call, context.Method, request, faults));
}
