using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Taushet.Core.Trail;
using Taushet.Gateway.Tests.Disclose;
using Taushet.Gateway.Tests.Support;
using Taushet.V1;

namespace Taushet.Gateway.Tests.ByHand;

public sealed class HandTaskTests
{
    private static readonly ActingPerson Secretary = new() { Reference = "secretary-1", Role = "school secretary" };

    /// <summary>INVARIANT: whatever a decision owes by hand has a task, also where the one who asked is answered with silence.</summary>
    [Fact]
    public async Task Request_OwedButStrictlyGraded_OpensATaskAndTellsWhomToCall()
    {
        await using var gateway = await TestGateway.StartPatientAsync();

        var answer = await gateway.Client.RequestInformationAsync(
            Town.Request(Town.Order(Town.Shielded, Cell.GradedAddress)), gateway.As(Town.Barnevern));

        answer.ByHand.Cells.ShouldContain(Cell.GradedAddress);
        (answer.ByHand.Contact.Name, answer.ByHand.Contact.Telephone).ShouldBe(("Unit", "00000000"));
        answer.ByHand.DueAt.ToDateTimeOffset().ShouldBe(TestGateway.Start.AddHours(2));
        var task = (await ListAsync(gateway)).ShouldHaveSingleItem();
        task.Id.ShouldBe(answer.ByHand.TaskId);
        task.EntryId.ShouldBe(answer.Receipt.EntryId);
        task.RequestId.ShouldBe(answer.RequestId);
        (task.CaseReference, task.ReceiverContact.Telephone, task.Overdue).ShouldBe(("case-12", "00000000", false));
        var read = await Client(gateway).GetHandTaskAsync(
            new GetHandTaskRequest { Holder = Holder, Id = task.Id, ActingPerson = Secretary }, gateway.As(Town.School));
        read.Child.NationalNumber.ShouldBe(Town.Shielded);
    }

    [Fact]
    public async Task Request_NothingOwedByHand_OpensNoTask()
    {
        await using var gateway = await TestGateway.StartPatientAsync();

        foreach (var child in new[] { Town.Known, Town.Unknown })
        {
            var answer = await gateway.Client.RequestInformationAsync(
                Town.Request(Town.Order(child, Cell.Attendance)), gateway.As(Town.Barnevern));
            answer.ByHand.ShouldBeNull();
        }

        (await ListAsync(gateway)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Submit_DisclosureOwesSomethingByHand_OpensOneTaskBesideItsDeliveryHoweverOftenItIsSent()
    {
        await using var scene = await DisclosureScene.StartAsync();
        var report = DisclosureScene.Report(Town.Shielded);
        report.Content.Record.Person.GradedAddress = new GradedAddress { StreetAddress = "Skjult vei 9" };

        var submitted = await scene.SubmitAsync(report);
        await scene.SubmitAsync(report);

        submitted.ByHand.ShouldContain(Cell.GradedAddress);
        var task = (await ListAsync(scene.Gateway)).ShouldHaveSingleItem();
        task.RequestId.ShouldBe(submitted.DeliveryId);
        task.Cells.ShouldBe(submitted.ByHand);
        (task.CaseReference, task.Receiver.OrganisationNumber).ShouldBe((report.CaseReference, Town.Barnevern));
        var read = await Client(scene.Gateway).GetHandTaskAsync(
            new GetHandTaskRequest { Holder = Holder, Id = task.Id, ActingPerson = Secretary }, scene.Gateway.As(Town.School));
        read.Child.ShouldBe(report.Child);
    }

    [Fact]
    public async Task Request_TheSameAskedAgainOrSentAgain_JoinsTheOpenTaskWithAnEntryEachTime()
    {
        await using var gateway = await TestGateway.StartPatientAsync();
        var request = Town.Request(Town.Order(Town.Shielded, Cell.GradedAddress));
        var first = await gateway.Client.RequestInformationAsync(request, gateway.As(Town.Barnevern));
        gateway.Clock.Now += TimeSpan.FromMinutes(30);

        var retried = await gateway.Client.RequestInformationAsync(request, gateway.As(Town.Barnevern));
        var again = await gateway.Client.RequestInformationAsync(
            Town.Request(Town.Order(Town.Shielded, Cell.GradedAddress)), gateway.As(Town.Barnevern));

        // The task and its due time are the first one's: asking again moves nothing.
        new[] { retried, again }.ShouldAllBe(answer => answer.ByHand.TaskId == first.ByHand.TaskId && answer.ByHand.DueAt.Equals(first.ByHand.DueAt));
        var task = (await ListAsync(gateway)).ShouldHaveSingleItem();
        (task.Id, task.EntryId, task.AskedAgain).ShouldBe((first.ByHand.TaskId, first.Receipt.EntryId, 2u));
        (await gateway.Store.Trail.CountAsync(default)).ShouldBe(3);
        var other = Town.Order(Town.Shielded, Cell.GradedAddress);
        other.CaseReference = "case-99";
        await gateway.Client.RequestInformationAsync(Town.Request(other), gateway.As(Town.Barnevern));
        (await ListAsync(gateway)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Request_SentAgainAfterItWasGiven_OpensNoneAndAskedAnewOpensOne()
    {
        await using var gateway = await TestGateway.StartPatientAsync();
        var request = Town.Request(Town.Order(Town.Shielded, Cell.GradedAddress));
        var first = await gateway.Client.RequestInformationAsync(request, gateway.As(Town.Barnevern));
        gateway.Clock.Now = TestGateway.Start.AddHours(2);
        await CloseAsync(gateway, (await ListAsync(gateway)).ShouldHaveSingleItem(), Given);

        var retried = await gateway.Client.RequestInformationAsync(request, gateway.As(Town.Barnevern));
        (await ListAsync(gateway)).ShouldBeEmpty();
        var anew = await gateway.Client.RequestInformationAsync(
            Town.Request(Town.Order(Town.Shielded, Cell.GradedAddress)), gateway.As(Town.Barnevern));

        retried.ByHand.TaskId.ShouldBe(first.ByHand.TaskId);
        (await ListAsync(gateway)).ShouldHaveSingleItem().Id.ShouldBe(anew.ByHand.TaskId);
        anew.ByHand.TaskId.ShouldNotBe(first.ByHand.TaskId);
    }

    [Fact]
    public async Task Request_TheSameManyTimesAtOnce_OpensOneTask()
    {
        await using var gateway = await TestGateway.StartPatientAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(async _ => await gateway.Client.RequestInformationAsync(
            Town.Request(Town.Order(Town.Shielded, Cell.GradedAddress)), gateway.As(Town.Barnevern))));

        var task = (await ListAsync(gateway)).ShouldHaveSingleItem();
        answers.ShouldAllBe(answer => answer.ByHand.TaskId == task.Id);
        task.AskedAgain.ShouldBe(2u);
    }

    [Fact]
    public async Task Close_GivenByTelephone_EndsTheTaskOnceWithWhoAndWhen()
    {
        await using var gateway = await TestGateway.StartPatientAsync();
        await gateway.Client.RequestInformationAsync(
            Town.Request(Town.Order(Town.Shielded, Cell.GradedAddress)), gateway.As(Town.Barnevern));
        gateway.Clock.Now = TestGateway.Start.AddHours(3);
        var overdue = (await ListAsync(gateway, overdue: true)).ShouldHaveSingleItem();
        overdue.Overdue.ShouldBeTrue();

        var closed = await CloseAsync(gateway, overdue, Given);

        closed.Task.End.By.ShouldBe(Secretary);
        closed.Task.End.At.ToDateTimeOffset().ShouldBe(TestGateway.Start.AddHours(1));
        (closed.Task.Overdue, closed.Task.End.Channel).ShouldBe((false, HandTaskChannel.Telephone));
        (await ListAsync(gateway)).ShouldBeEmpty();
        (await ListAsync(gateway, ended: true)).ShouldHaveSingleItem().End.Result.ShouldBe(HandTaskResult.Given);
        var again = await Should.ThrowAsync<RpcException>(async () => await CloseAsync(gateway, overdue, Given));
        again.StatusCode.ShouldBe(StatusCode.Aborted);
        var entries = await gateway.Store.Trail.ReadAsync(default).ToListAsync();
        entries.Select(entry => entry.Public.Kind).ShouldBe([EntryKind.Request, EntryKind.HandTaskGiven]);
        entries[1].Public.Receiver.Organisation.ShouldBe(Town.Barnevern);
        entries[1].Holder!.Decision.ShouldContain("\ngiven\n");
    }

    [Fact]
    public async Task Close_NotOwed_NeedsAReasonAndNamesTheHolderAlone()
    {
        await using var gateway = await TestGateway.StartPatientAsync();
        await gateway.Client.RequestInformationAsync(
            Town.Request(Town.Order(Town.Shielded, Cell.GradedAddress)), gateway.As(Town.Barnevern));
        var task = (await ListAsync(gateway)).ShouldHaveSingleItem();
        var end = new HandTaskEnd { Result = HandTaskResult.NotOwed, By = Secretary, At = Given.At };

        var error = await Should.ThrowAsync<RpcException>(async () => await CloseAsync(gateway, task, end));
        end.Reason = "pålegget er trukket";
        gateway.Clock.Now = TestGateway.Start.AddHours(1);
        await CloseAsync(gateway, task, end);

        Details.Violations(error).ShouldBe(["end.at", "end.reason"]);
        var entry = await gateway.Store.Trail.ReadAsync(default).LastAsync();
        (entry.Public.Kind, entry.Public.Receiver.Organisation).ShouldBe((EntryKind.HandTaskNotOwed, Town.School));
    }

    [Fact]
    public async Task Get_TaskOfAnotherHolder_IsNotFound()
    {
        await using var gateway = await TestGateway.StartPatientAsync();
        await gateway.Client.RequestInformationAsync(
            Town.Request(Town.Order(Town.Shielded, Cell.GradedAddress)), gateway.As(Town.Barnevern));
        var task = (await ListAsync(gateway)).ShouldHaveSingleItem();

        var error = await Should.ThrowAsync<RpcException>(async () => await Client(gateway).GetHandTaskAsync(
            new GetHandTaskRequest
            {
                Holder = new Party { OrganisationNumber = Town.Barnevern, Service = Service.Barnevern },
                Id = task.Id,
                ActingPerson = Secretary,
            },
            gateway.As(Town.Barnevern)));

        error.StatusCode.ShouldBe(StatusCode.NotFound);
    }

    private static Party Holder => new() { OrganisationNumber = Town.School, Service = Service.PrimarySchool };

    private static HandTaskEnd Given => new()
    {
        Result = HandTaskResult.Given,
        By = Secretary,
        At = Timestamp.FromDateTimeOffset(TestGateway.Start.AddHours(1)),
        Channel = HandTaskChannel.Telephone,
    };

    private static HandTaskService.HandTaskServiceClient Client(TestGateway gateway) => new(gateway.Invoker);

    private static async Task<CloseHandTaskResponse> CloseAsync(TestGateway gateway, HandTask task, HandTaskEnd end) =>
        await Client(gateway).CloseHandTaskAsync(
            new CloseHandTaskRequest { Holder = Holder, Id = task.Id, End = end }, gateway.As(Town.School));

    private static async Task<List<HandTask>> ListAsync(TestGateway gateway, bool overdue = false, bool ended = false)
    {
        var answer = await Client(gateway).ListHandTasksAsync(
            new ListHandTasksRequest { Holder = Holder, Overdue = overdue, IncludeEnded = ended }, gateway.As(Town.School));
        return [.. answer.Tasks];
    }
}
