using Google.Protobuf;
using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;
using Taushet.Gateway.Disclose;
using Taushet.Gateway.Errors;
using Taushet.Gateway.Options;
using Taushet.Gateway.Receive;
using Taushet.Gateway.Release;
using Taushet.Storage.Ports;
using Wire = Taushet.V1;

namespace Taushet.Gateway.Orders;

/// <summary>Reads the order that a request names out of the register, as evidence at level REGISTERED.</summary>
internal sealed class OrderReading(IOrders orders, GatewayOptions options)
{
    /// <summary>The inquiry with its named order in evidence, or without any when none holds.</summary>
    /// <remarks>
    /// Called after the facts were read: a change of the order that comes later has raised the child's counter, which the append compares.
    /// </remarks>
    public async ValueTask<Accepted> ReadAsync(Call call, Accepted accepted)
    {
        var evidence = accepted.Request.Evidence;
        foreach (var claim in accepted.Inquiry.Bases)
        {
            if (IdIn(claim.Evidence) is { IsEmpty: false } id)
            {
                var basis = (Basis)(int)claim.Basis;
                evidence = RegisteredOrder.In(evidence, basis, await FindAsync(call, accepted, WireIds.Read(id)));
            }
        }

        return ReferenceEquals(evidence, accepted.Request.Evidence)
            ? accepted
            : accepted with { Request = accepted.Request with { Evidence = evidence } };
    }

    /// <summary>The id of the registered order that evidence names; empty when it names none.</summary>
    public static ByteString IdIn(Wire.Evidence? evidence) => evidence?.KindCase switch
    {
        Wire.Evidence.KindOneofCase.Order => evidence.Order.RegisteredOrder,
        Wire.Evidence.KindOneofCase.AuthorityOrder => evidence.AuthorityOrder.RegisteredOrder,
        _ => ByteString.Empty,
    };

    private async ValueTask<RegisteredOrder?> FindAsync(Call call, Accepted accepted, Guid id)
    {
        var lookup = await orders.FindAboutAsync(id, accepted.Subject, call.Cancellation);
        if (!lookup.Available)
        {
            throw Refusals.CannotGather(call.RequestId, options.GatewayRetry, accepted.DutyPush);
        }

        return lookup.Order is { WithdrawnAt: null, Destroyed: false } order
            && order.Row.From <= call.LawDate
            && order.Row.To >= call.LawDate
            && order.Row.Issuer == PartyForms.AddressOf(accepted.Inquiry.Receiver)
            && order.Row.Addressee == PartyForms.AddressOf(accepted.Inquiry.Holder)
                ? OrderForms.Read(order)
                : null;
    }
}
