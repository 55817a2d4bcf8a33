using Google.Protobuf;
using Grpc.Core;
using Taushet.Core.Trail;
using Taushet.Gateway.Tests.Support;
using Taushet.V1;

namespace Taushet.Gateway.Tests.Orders;

public sealed class OrderTests
{
    private static readonly ActingPerson Leader = new() { Reference = "leader-2", Role = "leader" };

    [Fact]
    public async Task Request_NamesARegisteredOrder_IsGivenItsScopeAndNoMoreWhateverItStates()
    {
        await using var gateway = await StartAsync();
        var order = await RegisterAsync(gateway, Cell.Attendance);
        var inquiry = Naming(order.Order.Id, Cell.Attendance, Cell.ChildSchooling);
        inquiry.Bases[0].Evidence.Order.Scope.Add([Cell.Attendance, Cell.ChildSchooling]);
        inquiry.Bases[0].Evidence.Order.CaseType = OrderCase.CareOrder;
        inquiry.Bases[0].Evidence.Order.Reference = "order-1";
        inquiry.Bases[0].Evidence.Order.Necessity = "stated";

        var answer = await gateway.Client.RequestInformationAsync(Town.Request(inquiry), gateway.As(Town.Barnevern));

        answer.Groups.Single(group => group.Cells.Contains(Cell.Attendance)).Outcome.ShouldBe(Outcome.Must);
        answer.Groups.Single(group => group.Cells.Contains(Cell.ChildSchooling)).Outcome.ShouldBe(Outcome.Withhold);
        answer.Information.School.Absences.ShouldNotBeEmpty();
        answer.Information.School.Enrolment.ShouldBeNull();
        var entries = await gateway.Store.Trail.ReadAsync(default).ToListAsync();
        entries.Select(entry => entry.Public.Kind).ShouldBe([EntryKind.OrderRegistered, EntryKind.Request]);
        entries[1].Sealed!.Snapshot.ShouldContain("order registered bvl-5-1 yes yes yes ?");
    }

    [Fact]
    public async Task Request_OrderThatIsWithdrawnPastOfAnotherChildOrUnknown_IsRefusedAlike()
    {
        await using var gateway = await StartAsync();
        var withdrawn = await RegisterAsync(gateway, Cell.Attendance);
        await Client(gateway).WithdrawOrderAsync(
            new WithdrawOrderRequest { Issuer = Issuer, Id = withdrawn.Order.Id, ExpectedVersion = 1, WithdrawnBy = Leader },
            gateway.As(Town.Barnevern));
        var past = await RegisterAsync(gateway, asked => (asked.Terms.FromDate, asked.Terms.ToDate) = ("2026-08-01", "2026-08-31"));
        var other = await RegisterAsync(gateway, asked => asked.Child.NationalNumber = Town.Consenting);
        var unknown = ByteString.CopyFrom(Guid.NewGuid().ToByteArray());

        foreach (var id in new[] { withdrawn.Order.Id, past.Order.Id, other.Order.Id, unknown })
        {
            var answer = await gateway.Client.RequestInformationAsync(
                Town.Request(Naming(id, Cell.Attendance)), gateway.As(Town.Barnevern));

            answer.Information.ShouldBeNull();
            answer.Groups.ShouldAllBe(group => group.Outcome == Outcome.Withhold);
        }

        gateway.Source.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task Register_LastDaysOfTheCalendar_AreDaysLikeAnyOther()
    {
        await using var gateway = await StartAsync();

        var far = await RegisterAsync(gateway, asked => (asked.Terms.FromDate, asked.Terms.ToDate) = ("9999-06-01", "9999-12-31"));

        far.Order.Terms.ToDate.ShouldBe("9999-12-31");
    }

    [Fact]
    public async Task Register_NotOnTheClosedListOrWithoutPower_IsMalformed()
    {
        await using var gateway = await StartAsync();

        var voluntary = await FailAsync(gateway, asked => asked.Terms.CaseType = OrderCase.VoluntaryHelp);
        var noPower = await FailAsync(gateway, asked =>
        {
            asked.Terms.Basis = Basis.NavOrder;
            asked.Terms.CaseType = OrderCase.Unspecified;
        });
        var unnamed = await FailAsync(gateway, asked =>
        {
            asked.Terms.Necessity = $"det gjelder {Town.Known}";
            asked.Terms.ToDate = "2028-01-01";
            asked.OrderedBy = null;
        });

        Details.Violations(voluntary).ShouldBe(["terms.case_type"]);
        Details.Violations(noPower).ShouldBe(["terms.basis"]);
        Details.Violations(unnamed).ShouldBe(["ordered_by.reference", "ordered_by.role", "terms.necessity", "terms.to_date"]);
        (await gateway.Store.Trail.CountAsync(default)).ShouldBe(0);
    }

    [Fact]
    public async Task RecordOrderNotice_ExemptedThenInformed_StaysToBeDoneUntilItIsTold()
    {
        await using var gateway = await StartAsync();
        var order = (await RegisterAsync(gateway, Cell.Attendance)).Order;
        order.Notice.State.ShouldBe(OrderNoticeState.ToInform);
        (await ListAsync(gateway, toInform: true)).ShouldBe([order.Id]);

        var exempted = await NoticeAsync(gateway, order.Id, 1, OrderNoticeState.Exempted, "det er fare for barnet");
        var addressed = await Client(gateway).ListOrdersAsync(
            new ListOrdersRequest { Party = Addressee, Addressed = true }, gateway.As(Town.School));
        var informed = await NoticeAsync(gateway, order.Id, 2, OrderNoticeState.Informed, string.Empty);

        exempted.Order.Notice.Reason.ShouldBe("det er fare for barnet");
        var seen = addressed.Orders.ShouldHaveSingleItem();
        (seen.Notice.State, seen.Notice.Reason, seen.Notice.By).ShouldBe((OrderNoticeState.Exempted, string.Empty, null));
        seen.Terms.Necessity.ShouldNotBeEmpty();
        informed.Order.Notice.By.ShouldBe(Leader);
        (await ListAsync(gateway, toInform: true)).ShouldBeEmpty();
        var entries = await gateway.Store.Trail.ReadAsync(default).ToListAsync();
        entries.Select(entry => entry.Public.Kind).ShouldBe(
            [EntryKind.OrderRegistered, EntryKind.OrderPartiesExempted, EntryKind.OrderPartiesInformed]);
        entries[1].Public.Holder.Organisation.ShouldBe(Town.Barnevern);
        var late = await Should.ThrowAsync<RpcException>(async () =>
            await NoticeAsync(gateway, order.Id, 2, OrderNoticeState.Informed, string.Empty));
        late.StatusCode.ShouldBe(StatusCode.Aborted);
    }

    [Fact]
    public async Task Withdraw_OrderOfAnotherService_IsNotFound()
    {
        await using var gateway = await StartAsync();
        var order = await RegisterAsync(gateway, Cell.Attendance);

        var error = await Should.ThrowAsync<RpcException>(async () => await Client(gateway).WithdrawOrderAsync(
            new WithdrawOrderRequest { Issuer = Addressee, Id = order.Order.Id, ExpectedVersion = 1, WithdrawnBy = Leader },
            gateway.As(Town.School)));

        error.StatusCode.ShouldBe(StatusCode.NotFound);
    }

    private static Party Issuer => new() { OrganisationNumber = Town.Barnevern, Service = Service.Barnevern };

    private static Party Addressee => new() { OrganisationNumber = Town.School, Service = Service.PrimarySchool };

    private static Task<TestGateway> StartAsync() => TestGateway.StartPatientAsync();

    private static OrderService.OrderServiceClient Client(TestGateway gateway) => new(gateway.Invoker);

    private static Inquiry Naming(ByteString id, params Cell[] cells)
    {
        var inquiry = Town.Order(Town.Known, cells);
        inquiry.Bases[0].Evidence = new Evidence { Order = new OrderEvidence { RegisteredOrder = id } };
        return inquiry;
    }

    private static RegisterOrderRequest Order(params Cell[] scope) => new()
    {
        Issuer = Issuer,
        Child = new ChildRef { NationalNumber = Town.Known },
        OrderedBy = Leader,
        Terms = new OrderTerms
        {
            Basis = Basis.BarnevernOrder,
            CaseType = OrderCase.CareOrder,
            Necessity = "needed to assess care",
            Scope = { scope },
            Reference = "order-1",
            Addressee = Addressee,
            FromDate = "2026-09-01",
            ToDate = "2026-10-01",
        },
    };

    private static async Task<RegisterOrderResponse> RegisterAsync(TestGateway gateway, params Cell[] scope) =>
        await Client(gateway).RegisterOrderAsync(Order(scope), gateway.As(Town.Barnevern));

    private static async Task<RegisterOrderResponse> RegisterAsync(TestGateway gateway, Action<RegisterOrderRequest> change)
    {
        var asked = Order(Cell.Attendance);
        change(asked);
        return await Client(gateway).RegisterOrderAsync(asked, gateway.As(Town.Barnevern));
    }

    private static Task<RpcException> FailAsync(TestGateway gateway, Action<RegisterOrderRequest> change) =>
        Should.ThrowAsync<RpcException>(async () => await RegisterAsync(gateway, change));

    private static async Task<RecordOrderNoticeResponse> NoticeAsync(
        TestGateway gateway, ByteString id, uint seen, OrderNoticeState state, string reason) =>
        await Client(gateway).RecordOrderNoticeAsync(
            new RecordOrderNoticeRequest
            {
                Issuer = Issuer,
                Id = id,
                ExpectedVersion = seen,
                Notice = new OrderNotice { State = state, By = Leader, Reason = reason },
            },
            gateway.As(Town.Barnevern));

    private static async Task<List<ByteString>> ListAsync(TestGateway gateway, bool toInform)
    {
        var answer = await Client(gateway).ListOrdersAsync(
            new ListOrdersRequest { Party = Issuer, ToInform = toInform, InForce = true }, gateway.As(Town.Barnevern));
        return [.. answer.Orders.Select(order => order.Id)];
    }
}
