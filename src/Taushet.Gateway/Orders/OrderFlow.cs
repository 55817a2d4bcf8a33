using Google.Protobuf;
using Taushet.Core.Requests;
using Taushet.Core.Trail;
using Taushet.Gateway.Disclose;
using Taushet.Gateway.Errors;
using Taushet.Gateway.Holder;
using Taushet.Gateway.Identify;
using Taushet.Gateway.Law;
using Taushet.Gateway.Options;
using Taushet.Gateway.Receive;
using Taushet.Gateway.Release;
using Taushet.Storage.Ports;
using Taushet.V1;
using OrderNoticeState = Taushet.Storage.Ports.OrderNotice;

namespace Taushet.Gateway.Orders;

/// <summary>Registers and changes orders. An order changes with its entry, in one transaction.</summary>
internal sealed class OrderFlow(
    HolderAdmission admission,
    Standing standing,
    IFactStore facts,
    IOrders orders,
    HolderEntries entries,
    RunningLaw law,
    PersonNumbers numbers,
    GatewayOptions options)
{
    // Something else about the child that changes meanwhile costs a reading each.
    private const int Readings = 3;

    /// <summary>Registers an order.</summary>
    public async Task<RegisterOrderResponse> RegisterAsync(Call call, string rpc, RegisterOrderRequest asked, FieldFaults faults)
    {
        var id = asked.Id.IsEmpty ? RequestIds.New() : StandingDecisionCheck.Id(asked.Id, faults);
        OrderCheck.Check(asked, numbers, faults);
        var issuer = await admission.AdmitAsync(call, rpc, asked.Issuer, faults, "issuer");
        var addressee = await AddresseeAsync(call, asked.Terms.Addressee, faults);
        OrderCheck.Power(asked.Terms, issuer, law.Policies, call.LawDate, faults);
        admission.RefuseMalformed(call, rpc, faults);
        var row = new OrderRow
        {
            Id = id,
            Issuer = PartyForms.AddressOf(asked.Issuer),
            Addressee = PartyForms.AddressOf(asked.Terms.Addressee),
            From = OrderCheck.DateOf(asked.Terms.FromDate)!.Value,
            To = OrderCheck.DateOf(asked.Terms.ToDate)!.Value,
            RegisteredAt = call.Instant,
            Content = OrderForms.Content(asked),
        };
        var subject = new SubjectKey(asked.Child.NationalNumber, Reference: null);
        var act = new HolderAct(
            EntryKind.OrderRegistered, addressee, issuer, Known<Core.Vocabulary.Purpose>.Unknown, subject, asked.OrderedBy,
            OrderForms.Text("registered", id, 1, asked.Terms));
        var stored = await StoreAsync(call, act, new RegisterChange.OfOrder(row), id, seen: 0);
        return new RegisterOrderResponse { Order = await FormAsync(call, id), Receipt = Releasing.Prove(stored.Receipt, stored.Pending) };
    }

    /// <summary>Withdraws an order.</summary>
    public async Task<WithdrawOrderResponse> WithdrawAsync(Call call, string rpc, WithdrawOrderRequest asked, FieldFaults faults)
    {
        StandingDecisionCheck.Employee(asked.WithdrawnBy, "withdrawn_by", faults);
        var (issuer, order) = await FindAsync(call, rpc, asked.Issuer, asked.Id, asked.ExpectedVersion, faults);
        var addressee = PartyOf(order.Row.Addressee);
        var act = ActOf(EntryKind.OrderWithdrawn, addressee, issuer, order, asked.WithdrawnBy, "withdrawn");
        var change = new OrderChange(order.Row.Id, order.Version, Notice: null, call.Instant, ReadOnlyMemory<byte>.Empty);
        var stored = await StoreAsync(call, act, new RegisterChange.OfOrderChange(change, issuer.Organisation), order.Row.Id, order.Version);
        return new WithdrawOrderResponse
        {
            Order = await FormAsync(call, order.Row.Id),
            Receipt = Releasing.Prove(stored.Receipt, stored.Pending),
        };
    }

    /// <summary>Tells that the parties have been informed, or why not.</summary>
    public async Task<RecordOrderNoticeResponse> NoticeAsync(Call call, string rpc, RecordOrderNoticeRequest asked, FieldFaults faults)
    {
        OrderCheck.Notice(asked.Notice, faults);
        var (issuer, order) = await FindAsync(call, rpc, asked.Issuer, asked.Id, asked.ExpectedVersion, faults);
        var state = (OrderNoticeState)(int)asked.Notice.State;

        // That the parties are not to know may tell of danger: the entry names the issuer alone.
        var act = ActOf(
            state == OrderNoticeState.Informed ? EntryKind.OrderPartiesInformed : EntryKind.OrderPartiesExempted,
            issuer, issuer, order, asked.Notice.By, state == OrderNoticeState.Informed ? "parties informed" : "parties exempted");
        var content = new V1.OrderNotice { By = asked.Notice.By, Reason = asked.Notice.Reason }.ToByteArray();
        var change = new OrderChange(order.Row.Id, order.Version, state, call.Instant, content);
        var stored = await StoreAsync(call, act, new RegisterChange.OfOrderChange(change, issuer.Organisation), order.Row.Id, order.Version);
        return new RecordOrderNoticeResponse
        {
            Order = await FormAsync(call, order.Row.Id),
            Receipt = Releasing.Prove(stored.Receipt, stored.Pending),
        };
    }

    private async Task<(PartyRef Issuer, StoredOrder Order)> FindAsync(
        Call call, string rpc, Party? party, ByteString sent, uint expected, FieldFaults faults)
    {
        var id = StandingDecisionCheck.Id(sent, faults);
        if (expected is 0 or > int.MaxValue - 1)
        {
            faults.Add("expected_version", "is required: the version the caller has seen");
        }

        var issuer = await admission.AdmitAsync(call, rpc, party, faults, "issuer");
        var order = await ReadAsync(call, id);
        if (order is null || order.Row.Issuer != PartyForms.AddressOf(party!))
        {
            throw Refusals.NotFound(call.RequestId);
        }

        if (order.Destroyed)
        {
            throw Refusals.Destroyed(call.RequestId);
        }

        return order.Version == expected && order.WithdrawnAt is null
            ? (issuer, order)
            : throw Refusals.Conflict(call.RequestId);
    }

    private async Task<PartyRef> AddresseeAsync(Call call, Party party, FieldFaults faults)
    {
        var lookup = await standing.FindAsync(party, call.LawDate, call.Cancellation);
        if (!lookup.Available)
        {
            throw CannotGather(call);
        }

        if (lookup.Participant is null)
        {
            faults.Add("terms.addressee", "has not registered this service");
        }

        return PartyOf(PartyForms.AddressOf(party)) with
        {
            Form = lookup.Participant is { } found ? found.Form : Known<Core.Vocabulary.ServiceForm>.Unknown,
        };
    }

    private async Task<StoredAct> StoreAsync(Call call, HolderAct act, RegisterChange change, Guid order, int seen)
    {
        for (var reading = 0; reading < Readings; reading++)
        {
            var query = new GatherQuery(act.Subject, act.Holder, act.Receiver, call.Instant, call.LawDate, options.RegistryMaxAge);
            var gathered = await facts.ReadAsync(query, call.Cancellation) ?? throw CannotGather(call);
            if (await entries.StoreAsync(call, act, gathered.Versions, change) is { } stored)
            {
                return stored;
            }

            if (await ReadAsync(call, order) is { } now && (now.Destroyed || now.Version != seen))
            {
                throw now.Destroyed ? Refusals.Destroyed(call.RequestId) : Refusals.Conflict(call.RequestId);
            }
        }

        throw CannotGather(call);
    }

    private static HolderAct ActOf(
        EntryKind kind, PartyRef holder, PartyRef receiver, StoredOrder order, ActingPerson employee, string done) => new(
        kind, holder, receiver, Known<Core.Vocabulary.Purpose>.Unknown, order.Subject, employee,
        OrderForms.Text(done, order.Row.Id, order.Version + 1, OrderForms.TermsOf(order)));

    private async Task<V1.RegisteredOrder> FormAsync(Call call, Guid id) =>
        OrderForms.Of(await ReadAsync(call, id) ?? throw CannotGather(call), toIssuer: true);

    private async Task<StoredOrder?> ReadAsync(Call call, Guid id)
    {
        var lookup = await orders.FindAsync(id, call.Cancellation);
        return lookup.Available ? lookup.Order : throw CannotGather(call);
    }

    private static PartyRef PartyOf(ServiceAddress address) =>
        new(address.Organisation, address.Unit, address.Service, Known<Core.Vocabulary.ServiceForm>.Unknown);

    private Grpc.Core.RpcException CannotGather(Call call) => Refusals.CannotGather(call.RequestId, options.GatewayRetry, duty: false);
}
