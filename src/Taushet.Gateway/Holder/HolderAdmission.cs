using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;
using Taushet.Gateway.Errors;
using Taushet.Gateway.Identify;
using Taushet.Gateway.Options;
using Taushet.Gateway.Receive;
using Wire = Taushet.V1;

namespace Taushet.Gateway.Holder;

/// <summary>Lets a holder's own call in: well-formed, and made by the registered party it names.</summary>
internal sealed class HolderAdmission(Standing standing, GatewayOptions options, Attempts attempts)
{
    /// <summary>Admits a call or refuses it.</summary>
    /// <param name="call">The call.</param>
    /// <param name="rpc">The rpc's full name, for counting attempts.</param>
    /// <param name="holder">As it came; may be null.</param>
    /// <param name="faults">Violations found so far in the rest of the call.</param>
    /// <param name="field">Where the party stands in the call.</param>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT, PERMISSION_DENIED, or UNAVAILABLE when the register cannot be read.</exception>
    public async ValueTask<PartyRef> AdmitAsync(Call call, string rpc, Wire.Party? holder, FieldFaults faults, string field = "holder")
    {
        PartyCheck.CheckService(holder, field, faults);
        RefuseMalformed(call, rpc, faults);
        var lookup = await standing.FindOwnAsync(call.Caller, holder!, call.LawDate, call.Cancellation);
        if (!lookup.Available)
        {
            throw Refusals.CannotGather(call.RequestId, options.GatewayRetry, call.DutyPush);
        }

        if (holder!.OrganisationNumber != call.Caller.Organisation || lookup.Participant is not { } participant)
        {
            attempts.Note(AttemptKind.NotAllowed, rpc);
            throw Refusals.NotAllowed(call.RequestId);
        }

        // What a holder does about its own registers and inbox is not about the one child that such a token is for.
        if (call.Caller.OnlyChild is not null)
        {
            attempts.Note(AttemptKind.NotAllowed, rpc);
            throw Refusals.TokenForOther(call.RequestId);
        }

        return new PartyRef(holder.OrganisationNumber, holder.UnitNumber, (Service)(int)holder.Service, participant.Form);
    }

    /// <summary>Refuses a call in which a violation was found.</summary>
    public void RefuseMalformed(Call call, string rpc, FieldFaults faults)
    {
        if (faults.Any)
        {
            attempts.Note(AttemptKind.Malformed, rpc);
            throw Refusals.Malformed(call.RequestId, faults);
        }
    }
}
