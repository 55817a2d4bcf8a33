using System.Security.Cryptography;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Taushet.Core.Trail;
using Taushet.Gateway.Tests.Support;
using Taushet.V1;

namespace Taushet.Gateway.Tests.Holder;

public sealed class InboxTests
{
    [Fact]
    public async Task Request_LeftToTheHolder_WaitsIsAnsweredAndCollectedWithReceipt()
    {
        await using var scene = await InboxScene.StartAsync();
        var refused = await scene.AskAsync(Town.Known);
        refused.Information.ShouldBeNull();
        refused.Groups.SelectMany(group => group.Routes).ShouldContain(Route.AskHolder);
        refused.Pending.Until.ToDateTimeOffset().ShouldBe(TestGateway.Start.AddDays(14));
        scene.Gateway.Source.Calls.ShouldBeEmpty();

        var waiting = (await scene.ListAsync()).ShouldHaveSingleItem();
        waiting.Handle.ShouldBe(refused.Pending.Handle);
        waiting.Inquiry.ShouldBe(Standing.Ask(Town.Known, InboxScene.Asked));
        (await scene.ReadAsync(waiting.Handle)).LeftToHolder.ShouldBe(InboxScene.Asked, ignoreOrder: true);
        var answered = await scene.AnswerAsync(waiting.Handle, 1, Cell.CareSafetyCollection);
        (answered.Request.State, answered.Request.Version).ShouldBe((WaitingState.Given, 2u));
        scene.Gateway.Source.Calls.ShouldBeEmpty();

        var given = await scene.CollectAsync(waiting.Handle);

        given.Information.ShouldNotBeNull();
        given.Pending.ShouldBeNull();
        given.Groups.Single(group => group.Outcome == Outcome.MayByHolder).Cells.ShouldBe([Cell.CareSafetyCollection]);
        SHA256.HashData([.. given.Receipt.Nonce, .. given.Information.ToByteArray()])
            .ShouldBe(given.Receipt.ReleaseCommitment.ToByteArray());
        scene.Gateway.Source.Calls.ShouldHaveSingleItem().Cells.ShouldBe([Cell.CareSafetyCollection]);
        (await scene.ListAsync()).ShouldBeEmpty();
    }

    /// <summary>INVARIANT: what the holder does with a request is no business of who asked: its entry names the holder alone.</summary>
    [Fact]
    public async Task Entries_EachStepHasOne_AndTheHoldersNameTheHolderAlone()
    {
        await using var scene = await InboxScene.StartAsync();
        var handle = (await scene.AskAsync(Town.Known)).Pending.Handle;
        await scene.ReadAsync(handle);
        await scene.AnswerAsync(handle, 1);
        await scene.AnswerAsync(handle, 2, Cell.ClientRelation);
        await scene.CollectAsync(handle);
        await scene.WithdrawAsync(handle);

        var entries = await scene.EntriesAsync();

        entries.Select(entry => entry.Public.Kind).ShouldBe(
        [
            EntryKind.Request, EntryKind.InboxRead, EntryKind.InboxRefused, EntryKind.InboxGiven, EntryKind.PendingResult,
            EntryKind.PendingWithdrawn,
        ]);
        entries.Select(entry => entry.Public.Receiver.Organisation).ShouldBe(
            [Town.School, Town.Barnevern, Town.Barnevern, Town.Barnevern, Town.School, Town.School]);
        entries.Where(entry => !entry.Public.Given.IsEmpty).ShouldHaveSingleItem().Public.Kind.ShouldBe(EntryKind.PendingResult);
        entries[3].Holder!.Decision.ShouldContain("cells REL");
        entries[3].Holder!.Decision.ShouldContain("The school carries the measure out with us.");
        entries[3].Sealed!.ActingPerson.ShouldBe("leader-3\nhead of barnevern\nproven development employee-7");
    }

    /// <summary>INVARIANT: a named employee can give what the law leaves to the holder at that moment, and nothing more.</summary>
    [Fact]
    public async Task Answer_WithMoreThanIsLeft_IsRefusedByField()
    {
        await using var scene = await InboxScene.StartAsync();
        var handle = (await scene.AskAsync(Town.Known)).Pending.Handle;

        var error = await InboxScene.FailsAsync(() =>
            scene.AnswerAsync(handle, 1, Cell.ClientRelation, Cell.Finances, Cell.CareSafety));

        error.StatusCode.ShouldBe(StatusCode.InvalidArgument);
        Details.Violations(error).ShouldBe(["cells[1]", "cells[2]"]);
        (await scene.ListAsync()).ShouldHaveSingleItem();
        (await scene.CollectAsync(handle)).Information.ShouldBeNull();
    }

    /// <summary>INVARIANT: an answer of a holder and the entry that tells of it are stored together or not at all.</summary>
    [Fact]
    public async Task Answer_EntryCannotBeStored_NothingIsAnswered()
    {
        await using var scene = await InboxScene.StartAsync();
        var handle = (await scene.AskAsync(Town.Known)).Pending.Handle;
        scene.Gateway.Scripted.AuditDown = true;

        var error = await InboxScene.FailsAsync(() => scene.AnswerAsync(handle, 1, Cell.ClientRelation));

        scene.Gateway.Scripted.AuditDown = false;
        error.StatusCode.ShouldBe(StatusCode.Unavailable);
        (await scene.ListAsync()).ShouldHaveSingleItem().State.ShouldBe(WaitingState.Open);
        (await scene.CollectAsync(handle)).Information.ShouldBeNull();
    }

    [Fact]
    public async Task Answer_ByTwoEmployees_TheSecondIsAbortedAndMayChangeItAfterReading()
    {
        await using var scene = await InboxScene.StartAsync();
        var handle = (await scene.AskAsync(Town.Known)).Pending.Handle;
        await scene.AnswerAsync(handle, 1, Cell.ClientRelation);

        (await InboxScene.FailsAsync(() => scene.AnswerAsync(handle, 1))).StatusCode.ShouldBe(StatusCode.Aborted);
        (await scene.CollectAsync(handle)).Information.ShouldNotBeNull();
        (await scene.AnswerAsync(handle, 2)).Request.State.ShouldBe(WaitingState.Refused);

        (await scene.CollectAsync(handle)).Information.ShouldBeNull();
    }

    [Fact]
    public async Task Answer_WithoutNameOrReason_IsRefused()
    {
        await using var scene = await InboxScene.StartAsync();
        var handle = (await scene.AskAsync(Town.Known)).Pending.Handle;

        var error = await InboxScene.FailsAsync(async () => await scene.Inbox.AnswerWaitingRequestAsync(
            new AnswerWaitingRequestRequest { Holder = Standing.Holder, Handle = handle, ExpectedVersion = 1 },
            scene.Gateway.As(Town.Barnevern)));

        Details.Violations(error).ShouldBe(["decided_by.reference", "decided_by.role", "reason"]);
    }

    [Fact]
    public async Task Withdrawn_ByWhoAsked_NothingIsGivenAndNothingWaits()
    {
        await using var scene = await InboxScene.StartAsync();
        var (waits, given) = ((await scene.AskAsync(Town.Known)).Pending.Handle, (await scene.AskAsync(Town.Known)).Pending.Handle);
        await scene.AnswerAsync(given, 1, Cell.ClientRelation);

        await scene.WithdrawAsync(waits);
        await scene.WithdrawAsync(given);

        (await scene.ListAsync()).ShouldBeEmpty();
        (await InboxScene.FailsAsync(() => scene.AnswerAsync(waits, 2, Cell.ClientRelation))).StatusCode.ShouldBe(StatusCode.Aborted);
        (await scene.CollectAsync(given)).Information.ShouldBeNull();
    }

    [Fact]
    public async Task Overdue_Request_CannotBeAnsweredOrCollectedAndIsMarkedWithAnEntry()
    {
        await using var scene = await InboxScene.StartAsync();
        var open = (await scene.AskAsync(Town.Known)).Pending.Handle;
        var given = (await scene.AskAsync(Town.Known)).Pending.Handle;
        await scene.AnswerAsync(given, 1, Cell.ClientRelation);
        scene.Gateway.Clock.Now = TestGateway.Start.AddDays(14);

        (await scene.ListAsync()).ShouldBeEmpty();
        (await InboxScene.FailsAsync(() => scene.AnswerAsync(open, 1, Cell.ClientRelation))).StatusCode.ShouldBe(StatusCode.Aborted);
        (await scene.CollectAsync(given)).Information.ShouldBeNull();
        var overdue = scene.Gateway.Host.Services.GetRequiredService<Gateway.Holder.OverdueRequests>();
        (await overdue.SweepAsync(default)).ShouldBe(1);
        (await overdue.SweepAsync(default)).ShouldBe(0);
        (await scene.ReadAsync(open)).Request.State.ShouldBe(WaitingState.Lapsed);
        (await scene.EntriesAsync()).Count(entry => entry.Public.Kind == EntryKind.InboxLapsed).ShouldBe(1);
        scene.Gateway.Clock.Now = TestGateway.Start.AddDays(45);
        await overdue.SweepAsync(default);
        (await InboxScene.FailsAsync(() => scene.CollectAsync(open))).StatusCode.ShouldBe(StatusCode.NotFound);
    }

    [Fact]
    public async Task Inbox_OfAnotherHolderOrAsker_IsNotFoundOrDenied()
    {
        await using var scene = await InboxScene.StartAsync();
        var handle = (await scene.AskAsync(Town.Known)).Pending.Handle;
        var psychiatry = new Party { OrganisationNumber = Town.Psychiatry, Service = Service.ChildAndYouthPsychiatry };

        var stolen = await InboxScene.FailsAsync(async () => await scene.Results.GetPendingResultAsync(
            new GetPendingResultRequest { Receiver = psychiatry, Handle = handle }, scene.Gateway.As(Town.Psychiatry)));
        var read = await InboxScene.FailsAsync(async () => await scene.Inbox.GetWaitingRequestAsync(
            new GetWaitingRequestRequest { Holder = psychiatry, Handle = handle, ActingPerson = Standing.Leader },
            scene.Gateway.As(Town.Psychiatry)));
        var posed = await InboxScene.FailsAsync(async () => await scene.Inbox.ListWaitingRequestsAsync(
            new ListWaitingRequestsRequest { Holder = Standing.Holder }, scene.Gateway.As(Town.School)));

        (stolen.StatusCode, read.StatusCode, posed.StatusCode)
            .ShouldBe((StatusCode.NotFound, StatusCode.NotFound, StatusCode.PermissionDenied));
    }

    [Fact]
    public async Task Answer_OnAnotherGatewayOfTheDatabase_IsCollectedOnTheFirst()
    {
        await using var scene = await InboxScene.StartAsync();
        await using var another = await AnotherGateway.StartAsync(scene.Gateway, "second", HolderBook.Policies);
        var asked = await another.Client.RequestInformationAsync(
            Town.Request(Standing.Ask(Town.Known, InboxScene.Asked)), scene.Gateway.As(Town.School));

        await scene.AnswerAsync(asked.Pending.Handle, 1, Cell.ClientRelation);

        (await scene.CollectAsync(asked.Pending.Handle)).Information.ShouldNotBeNull();
    }

    [Fact]
    public async Task Standing_DecisionOnAllThatIsLeft_LeavesNothingToWait()
    {
        await using var scene = await InboxScene.StartAsync();
        await Standing.Client(scene.Gateway).RecordStandingDecisionAsync(
            Standing.Record(InboxScene.Asked), scene.Gateway.As(Town.Barnevern));

        var answer = await scene.AskAsync(Town.Known);

        answer.Information.ShouldNotBeNull();
        answer.Pending.ShouldNotBeNull();
        (await scene.ListAsync()).ShouldBeEmpty();
    }
}
