using Google.Protobuf;
using Grpc.Core;
using Taushet.Gateway.Errors;
using Taushet.Gateway.Holder;
using Taushet.Gateway.Receive;
using Taushet.Gateway.Release;
using Taushet.V1;

namespace Taushet.Gateway.Disclose;

/// <summary>The senders' service on the wire. Hands each call to its flow.</summary>
internal sealed class DisclosureService(Reception reception, SubmitFlow submissions, HolderAdmission admission)
    : V1.DisclosureService.DisclosureServiceBase
{
    /// <inheritdoc/>
    public override Task<SubmitDisclosureResponse> SubmitDisclosure(SubmitDisclosureRequest request, ServerCallContext context) =>
        reception.ReceiveAsync(
            IdOf(request.Disclosure?.DisclosureId),
            context,
            (call, faults) => submissions.RunAsync(call, context.Method, request, faults));

    /// <inheritdoc/>
    public override Task<GetDisclosureResponse> GetDisclosure(GetDisclosureRequest request, ServerCallContext context) =>
        reception.ReceiveAsync(context, (call, faults) => GetAsync(call, context.Method, request, faults));

    private async Task<GetDisclosureResponse> GetAsync(Call call, string rpc, GetDisclosureRequest asked, FieldFaults faults)
    {
        if (asked.DisclosureId.Length != WireIds.Length)
        {
            faults.Add("disclosure_id", "must be 16 bytes");
        }

        await admission.AdmitAsync(call, rpc, asked.Sender, faults, "sender");
        return await submissions.GetAsync(call, PartyForms.AddressOf(asked.Sender), WireIds.Read(asked.DisclosureId));
    }

    // The disclosure's id is the request's: both parties' logs find it by that. A wrong one is told of the disclosure.
    private static ByteString IdOf(ByteString? sent) => sent?.Length == WireIds.Length ? sent : ByteString.Empty;
}
