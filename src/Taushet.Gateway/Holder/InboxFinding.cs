using Google.Protobuf;
using Taushet.Core.Requests;
using Taushet.Gateway.Errors;
using Taushet.Gateway.Options;
using Taushet.Gateway.Receive;
using Taushet.Gateway.Release;
using Taushet.Storage.Ports;
using Wire = Taushet.V1;

namespace Taushet.Gateway.Holder;

/// <summary>Finds a request in the inbox for one of its two parties, and for nobody else.</summary>
internal sealed class InboxFinding(IInbox inbox, GatewayOptions options)
{
    /// <summary>Reads a handle.</summary>
    public static Guid Handle(ByteString sent, FieldFaults faults)
    {
        if (sent.Length == WireIds.Length)
        {
            return WireIds.Read(sent);
        }

        faults.Add("handle", "must be 16 bytes");
        return Guid.Empty;
    }

    /// <summary>Finds what waits, or has waited, for this holder.</summary>
    /// <exception cref="Grpc.Core.RpcException">NOT_FOUND, also for what never waited; UNAVAILABLE.</exception>
    public async ValueTask<InboxRequest> OfHolderAsync(Call call, Guid handle, PartyRef holder)
    {
        var request = await FindAsync(call, handle);
        return request.Waiting
            && request.Holder == holder.Organisation
            && request.HolderUnit == holder.Unit
            && request.HolderService == holder.Service
            ? request
            : throw Refusals.NotFound(call.RequestId);
    }

    /// <summary>Finds what this receiver asked, waiting or not.</summary>
    /// <exception cref="Grpc.Core.RpcException">NOT_FOUND for what somebody else asked; UNAVAILABLE.</exception>
    public async ValueTask<InboxRequest> OfReceiverAsync(Call call, Guid handle, Wire.Party receiver)
    {
        var request = await FindAsync(call, handle);
        return request.Receiver == call.Caller.Organisation && InboxForms.InquiryOf(request).Receiver.Equals(receiver)
            ? request
            : throw Refusals.NotFound(call.RequestId);
    }

    private async ValueTask<InboxRequest> FindAsync(Call call, Guid handle)
    {
        var lookup = await inbox.FindAsync(handle, call.Cancellation);
        return lookup.Available
            ? lookup.Request ?? throw Refusals.NotFound(call.RequestId)
            : throw Refusals.CannotGather(call.RequestId, options.GatewayRetry, duty: false);
    }
}
