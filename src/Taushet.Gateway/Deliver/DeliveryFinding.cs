using Taushet.Gateway.Disclose;
using Taushet.Gateway.Errors;
using Taushet.Gateway.Holder;
using Taushet.Gateway.Identify;
using Taushet.Gateway.Options;
using Taushet.Gateway.Receive;
using Taushet.Storage.Ports;
using Wire = Taushet.V1;

namespace Taushet.Gateway.Deliver;

/// <summary>Finds a delivery for its receiver, and the party of who looks at accounts; nobody else gets either.</summary>
internal sealed class DeliveryFinding(
    HolderAdmission admission, IDisclosures disclosures, Attempts attempts, GatewayOptions options)
{
    /// <summary>Finds a delivery of a receiver.</summary>
    /// <exception cref="Grpc.Core.RpcException">NOT_FOUND, also for somebody else's; UNAVAILABLE.</exception>
    public async ValueTask<StoredDisclosure> OfReceiverAsync(Call call, Guid delivery, ServiceAddress receiver)
    {
        var lookup = await disclosures.FindDeliveryAsync(delivery, call.Cancellation);
        if (!lookup.Available)
        {
            throw CannotGather(call);
        }

        return lookup.Disclosure is { } stored && stored.Row.Receiver == receiver && stored.Row.State != DisclosureState.Nothing
            ? stored
            : throw Refusals.NotFound(call.RequestId);
    }

    /// <summary>The party whose deliveries are listed or accounted for: the caller's own organisation, registered now or earlier.</summary>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT, PERMISSION_DENIED.</exception>
    public ServiceAddress PartyOf(Call call, string rpc, Wire.Party? party, Wire.DisclosureSide side, FieldFaults faults, string field = "party")
    {
        PartyCheck.CheckService(party, field, faults);
        if (side is not (Wire.DisclosureSide.Sender or Wire.DisclosureSide.Receiver))
        {
            faults.Add("side", "is required and must be a member of the vocabulary");
        }

        admission.RefuseMalformed(call, rpc, faults);
        if (party!.OrganisationNumber == call.Caller.Organisation
            && (call.Caller.Unit.Length == 0 || call.Caller.Unit == party.UnitNumber)
            && call.Caller.OnlyChild is null)
        {
            return PartyForms.AddressOf(party);
        }

        attempts.Note(AttemptKind.NotAllowed, rpc);
        throw Refusals.NotAllowed(call.RequestId);
    }

    /// <summary>The side as the store knows it.</summary>
    public static DisclosureSide SideOf(Wire.DisclosureSide side) =>
        side == Wire.DisclosureSide.Sender ? DisclosureSide.Sender : DisclosureSide.Receiver;

    /// <summary>The store cannot be read.</summary>
    public Grpc.Core.RpcException CannotGather(Call call) => Refusals.CannotGather(call.RequestId, options.GatewayRetry, duty: false);
}
