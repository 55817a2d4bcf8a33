using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Taushet.Gateway.Tests.Support;
using Taushet.Gateway.Tests.Trail;
using Taushet.V1;

namespace Taushet.Gateway.Tests.Disclose;

/// <summary>What is told of disclosures, tasks and orders when the keys of their child's entries are destroyed.</summary>
public sealed class DestroyedTests : IAsyncLifetime, IDisposable
{
    private static readonly ActingPerson Person = new() { Reference = "employee-1", Role = "leader" };
    private DisclosureScene scene = null!;
    private DevelopmentTokens tokens = null!;

    public async Task InitializeAsync()
    {
        scene = await DisclosureScene.StartAsync(options => options with { DevelopmentIssuer = true });
        tokens = new DevelopmentTokens(scene.Gateway);
    }

    public async Task DisposeAsync() => await scene.DisposeAsync();

    public void Dispose() => tokens.Dispose();

    /// <summary>INVARIANT: a key that seals what is still owed is not destroyed.</summary>
    [Fact]
    public async Task Destroy_ReportOnItsWay_IsRefusedWithTheReasonAndTheReportArrives()
    {
        var report = DisclosureScene.Report();
        var submitted = await scene.SubmitAsync(report);
        var order = await OrderAsync();
        (order.Keys, order.Held, order.Owed).ShouldBe((0UL, 0UL, 1UL));

        Details.Reason(await Should.ThrowAsync<RpcException>(() => ConfirmAsync(order))).ShouldBe("STILL_OWED");

        var delivery = (await scene.ReceiveAsync(1))[0].Delivery;
        delivery.Disclosure.ShouldBe(submitted.Delivered);
        delivery.Destroyed.ShouldBeFalse();
        await scene.AcknowledgeAsync(delivery);
        (await ConfirmAsync(order)).Keys.ShouldBe(1UL);
        (await StandingAsync(report)).Destroyed.ShouldBeTrue();
    }

    [Fact]
    public async Task Destroy_ReportThatWasReceived_IsToldAsDestroyedAndItsFeedbackStillGoesOut()
    {
        var report = DisclosureScene.Report();
        var first = await scene.SubmitAsync(report);
        var delivery = (await scene.ReceiveAsync(1))[0].Delivery;
        await scene.AcknowledgeAsync(delivery);
        await DestroyAsync();

        var standing = await StandingAsync(report);
        (standing.State, standing.Destroyed, standing.ReceiverReceipt.ToStringUtf8()).ShouldBe((DisclosureState.Acknowledged, true, "journal-1"));
        var again = await scene.SubmitAsync(report);
        (again.RepeatedSubmission, again.Destroyed, again.State).ShouldBe((true, true, DisclosureState.Acknowledged));
        (again.Receipt.EntryId, again.Receipt.LeafHash, again.Receipt.Nonce.Length).ShouldBe((first.Receipt.EntryId, first.Receipt.LeafHash, 0));
        (again.Delivered, again.CaseReference, again.Groups.Count).ShouldBe((null, string.Empty, 0));

        var answer = await scene.SubmitAsync(DisclosureScene.FeedbackOn(delivery), Town.Barnevern);
        answer.State.ShouldBe(DisclosureState.Open);
        var feedback = (await scene.ReceiveAsync(1, DisclosureScene.School))[0].Delivery;
        (feedback.Disclosure.InReplyTo, feedback.Disclosure.CaseReference, feedback.Destroyed).ShouldBe((report.DisclosureId, string.Empty, false));
        (await scene.AcknowledgeAsync(delivery)).RepeatedAcknowledgement.ShouldBeTrue();
    }

    /// <summary>What somebody has removed the key of ends no stream: it comes, and says what is wrong with it.</summary>
    [Fact]
    public async Task Receive_KeyRemovedBehindTheGatewaysBack_IsToldWithItsPartiesAndTheRestComes()
    {
        var lost = await scene.SubmitAsync(DisclosureScene.Report());
        await using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(scene.Gateway.Folder, "taushet.db")};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "DELETE FROM entry_key";
            await command.ExecuteNonQueryAsync();
        }

        var whole = await scene.SubmitAsync(DisclosureScene.Report());

        var received = await scene.ReceiveAsync(2);
        received.Select(one => (one.Delivery.DeliveryId, one.Delivery.Destroyed)).ShouldBe([(lost.DeliveryId, true), (whole.DeliveryId, false)]);
        received[0].Delivery.Disclosure.Sender.Party.ShouldBe(DisclosureScene.School);
        received[0].Delivery.Disclosure.Content.ShouldBeNull();
        received[1].Delivery.Disclosure.ShouldBe(whole.Delivered);
    }

    [Fact]
    public async Task Destroy_TaskThatHasEndedAndOrderThatWasWithdrawn_AreListedAsDestroyedAndNothingOfThemIsTold()
    {
        var tasks = new HandTaskService.HandTaskServiceClient(scene.Gateway.Invoker);
        var orders = new OrderService.OrderServiceClient(scene.Gateway.Invoker);
        var report = DisclosureScene.Report(Town.Shielded);
        report.Content.Record.Person.GradedAddress = new GradedAddress { StreetAddress = "Skjult vei 9" };
        await scene.SubmitAsync(report);
        await scene.AcknowledgeAsync((await scene.ReceiveAsync(1))[0].Delivery);
        var task = (await ListTasksAsync(tasks)).ShouldHaveSingleItem();
        await tasks.CloseHandTaskAsync(
            new CloseHandTaskRequest
            {
                Holder = DisclosureScene.School,
                Id = task.Id,
                End = new HandTaskEnd
                {
                    Result = HandTaskResult.Given,
                    By = Person,
                    At = Timestamp.FromDateTimeOffset(scene.Gateway.Clock.Now),
                    Channel = HandTaskChannel.Telephone,
                },
            },
            scene.Gateway.As(Town.School));
        var order = (await orders.RegisterOrderAsync(Order(), scene.Gateway.As(Town.Barnevern))).Order;
        await orders.WithdrawOrderAsync(
            new WithdrawOrderRequest { Issuer = DisclosureScene.Barnevern, Id = order.Id, ExpectedVersion = 1, WithdrawnBy = Person },
            scene.Gateway.As(Town.Barnevern));

        await DestroyAsync();

        var told = (await ListTasksAsync(tasks)).ShouldHaveSingleItem();
        (told.Destroyed, told.CaseReference, told.End.Result, told.End.By).ShouldBe((true, string.Empty, HandTaskResult.Given, null));
        var read = await tasks.GetHandTaskAsync(
            new GetHandTaskRequest { Holder = DisclosureScene.School, Id = task.Id, ActingPerson = Person }, scene.Gateway.As(Town.School));
        (read.Task.Destroyed, read.Child).ShouldBe((true, null));
        var listed = (await orders.ListOrdersAsync(
            new ListOrdersRequest { Party = DisclosureScene.Barnevern }, scene.Gateway.As(Town.Barnevern))).Orders.ShouldHaveSingleItem();
        (listed.Destroyed, listed.Terms.Necessity, listed.Terms.FromDate).ShouldBe((true, string.Empty, "2026-09-01"));
        listed.Terms.Addressee.ShouldBe(DisclosureScene.School);
        var late = await Should.ThrowAsync<RpcException>(async () => await orders.RecordOrderNoticeAsync(
            new RecordOrderNoticeRequest
            {
                Issuer = DisclosureScene.Barnevern,
                Id = order.Id,
                ExpectedVersion = 2,
                Notice = new OrderNotice { State = OrderNoticeState.Informed, By = Person },
            },
            scene.Gateway.As(Town.Barnevern)));
        (late.StatusCode, Details.Reason(late)).ShouldBe((StatusCode.FailedPrecondition, "DESTROYED"));
    }

    private static RegisterOrderRequest Order() => new()
    {
        Issuer = DisclosureScene.Barnevern,
        Child = new ChildRef { NationalNumber = Town.Shielded },
        OrderedBy = Person,
        Terms = new OrderTerms
        {
            Basis = Basis.BarnevernOrder,
            CaseType = OrderCase.CareOrder,
            Necessity = "to assess care",
            Scope = { Cell.Attendance },
            Reference = "order-1",
            Addressee = DisclosureScene.School,
            FromDate = "2026-09-01",
            ToDate = "2026-10-01",
            AvoidsSeriousSituation = true,
            StatesPurpose = true,
            StatesLegalBasis = true,
            StatesComplaint = true,
        },
    };

    private async Task<List<HandTask>> ListTasksAsync(HandTaskService.HandTaskServiceClient tasks) =>
    [
        .. (await tasks.ListHandTasksAsync(
            new ListHandTasksRequest { Holder = DisclosureScene.School, IncludeEnded = true }, scene.Gateway.As(Town.School))).Tasks,
    ];

    private async Task<GetDisclosureResponse> StandingAsync(Disclosure report) => await scene.Sender.GetDisclosureAsync(
        new GetDisclosureRequest { Sender = DisclosureScene.School, DisclosureId = report.DisclosureId }, scene.Gateway.As(Town.School));

    private async Task DestroyAsync() => (await ConfirmAsync(await OrderAsync())).Keys.ShouldBe(1UL);

    private async Task<OrderDestructionResponse> OrderAsync() => await Retention.OrderDestructionAsync(
        new OrderDestructionRequest { Controller = Auditing.School(), Scope = new RetentionScope(), Basis = "arkivlova 2025 § 13" }, Token());

    private async Task<ConfirmDestructionResponse> ConfirmAsync(OrderDestructionResponse order)
    {
        var reader = Auditing.School();
        reader.ActingPerson.Reference = "controller-2";
        return await Retention.ConfirmDestructionAsync(
            new ConfirmDestructionRequest { Controller = reader, OrderId = order.OrderId }, Token());
    }

    private RetentionService.RetentionServiceClient Retention => new(scene.Gateway.Invoker);

    private Metadata Token() => tokens.As(Town.School, "controller");
}
