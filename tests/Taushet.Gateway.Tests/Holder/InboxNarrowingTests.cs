using Taushet.Core.Consents;
using Taushet.Core.Requests;
using Taushet.Gateway.Tests.Support;
using Taushet.Storage.Ports;
using Taushet.V1;
using Grading = Taushet.Core.Vocabulary.Grading;

namespace Taushet.Gateway.Tests.Holder;

/// <summary>Whatever comes between question, answer and collection narrows what is given.</summary>
public sealed class InboxNarrowingTests
{
    [Fact]
    public async Task ChildBecomesStrictlyGraded_AfterTheQuestion_NothingIsLeftToTheHolder()
    {
        await using var scene = await InboxScene.StartAsync();
        var handle = (await scene.AskAsync(Town.Known)).Pending.Handle;
        await GradeAsync(scene, Grading.StrictlyConfidential);

        (await scene.ReadAsync(handle)).LeftToHolder.ShouldBeEmpty();
        var error = await InboxScene.FailsAsync(() => scene.AnswerAsync(handle, 1, Cell.ClientRelation));

        Details.Violations(error).ShouldBe(["cells[0]"]);
    }

    [Fact]
    public async Task ChildBecomesStrictlyGraded_AfterTheAnswer_CollectedAsTheRefusal()
    {
        await using var scene = await InboxScene.StartAsync();
        var refused = await scene.AskAsync(Town.Known);
        await scene.AnswerAsync(refused.Pending.Handle, 1, InboxScene.Asked);
        await GradeAsync(scene, Grading.StrictlyConfidentialAbroad);

        var collected = await scene.CollectAsync(refused.Pending.Handle);

        collected.Information.ShouldBeNull();
        collected.Groups.ShouldBe(refused.Groups);
        scene.Gateway.Source.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task FeedGoesStale_AfterTheAnswer_CollectedAsTheRefusal()
    {
        await using var scene = await InboxScene.StartAsync();
        var asked = await scene.AskAsync(Town.Known);
        await scene.AnswerAsync(asked.Pending.Handle, 1, Cell.ClientRelation);
        (await scene.CollectAsync(asked.Pending.Handle)).Information.ShouldNotBeNull();
        scene.Gateway.Clock.Now = TestGateway.Start.AddDays(8);

        var collected = await scene.CollectAsync(asked.Pending.Handle);

        collected.Information.ShouldBeNull();
        collected.Groups.ShouldBe(asked.Groups);
    }

    [Fact]
    public async Task ConsentWithdrawn_AfterTheAnswer_OnlyWhatTheHolderGaveIsLeft()
    {
        await using var scene = await InboxScene.StartAsync();
        var consents = new Consents(scene.Gateway.Store.Registrar);
        await consents.GiveAsync();
        var asked = await scene.AskPsychiatryAsync();
        Given(asked).ShouldBe([Cell.ClinicalDiagnosis]);
        await scene.GiveSummaryAsync(asked.Pending.Handle);
        Given(await scene.CollectAsync(asked.Pending.Handle)).ShouldBe([Cell.ClinicalDiagnosis, Cell.ClinicalSummary]);

        await consents.WithdrawAsync();

        Given(await scene.CollectAsync(asked.Pending.Handle)).ShouldBe([Cell.ClinicalSummary]);
    }

    [Fact]
    public async Task ObjectionAdded_AfterTheAnswer_ClosesWhatTheHolderGave()
    {
        await using var scene = await InboxScene.StartAsync();
        var asked = await scene.AskPsychiatryAsync();
        await scene.GiveSummaryAsync(asked.Pending.Handle);
        Given(await scene.CollectAsync(asked.Pending.Handle)).ShouldBe([Cell.ClinicalSummary]);

        await scene.Gateway.Store.Registrar.AppendWishAsync(Objection(), default);

        var collected = await scene.CollectAsync(asked.Pending.Handle);
        collected.Information.ShouldBeNull();
        collected.Groups.ShouldBe(asked.Groups);
    }

    [Fact]
    public async Task ChildComesOfAge_AfterTheAnswer_TheLawLeavesNothing()
    {
        await using var scene = await InboxScene.StartAsync(options => options with { RegistryMaxAge = TimeSpan.FromDays(7) });
        await scene.Gateway.Store.Persons.WriteAsync(
            [new PersonEvent { Number = Town.Known, AsOf = TestGateway.Start, BirthDate = Told<DateOnly>.Of(new DateOnly(2008, 9, 3)) }],
            default);
        var handle = (await scene.AskAsync(Town.Known)).Pending.Handle;
        await scene.AnswerAsync(handle, 1, Cell.ClientRelation);
        (await scene.CollectAsync(handle)).Information.ShouldNotBeNull();
        scene.Gateway.Clock.Now = TestGateway.Start.AddDays(2);

        (await scene.CollectAsync(handle)).Information.ShouldBeNull();
    }

    [Fact]
    public async Task StandingDecision_BetweenQuestionAndAnswer_LeavesOnlyTheRest()
    {
        await using var scene = await InboxScene.StartAsync();
        var handle = (await scene.AskAsync(Town.Known)).Pending.Handle;
        await Standing.Client(scene.Gateway).RecordStandingDecisionAsync(
            Standing.Record(Cell.ClientRelation), scene.Gateway.As(Town.Barnevern));

        (await scene.ReadAsync(handle)).LeftToHolder.ShouldBe([Cell.CareSafetyCollection]);
    }

    [Fact]
    public async Task Grading_ThatChangesWhileTheResultIsMade_IsSeenBeforeItsEntryIsStored()
    {
        await using var scene = await InboxScene.StartAsync();
        var handle = (await scene.AskAsync(Town.Known)).Pending.Handle;
        await scene.AnswerAsync(handle, 1, Cell.ClientRelation);
        scene.Gateway.Source.Answer = async (_, _) =>
        {
            await GradeAsync(scene, Grading.StrictlyConfidential);
            return new GetLeavesResponse { Information = FilledRecord.Everything() };
        };

        (await scene.CollectAsync(handle)).Information.ShouldBeNull();
    }

    [Fact]
    public async Task No_ThatComesWhileTheResultIsMade_IsSeenBeforeItsEntryIsStored()
    {
        await using var scene = await InboxScene.StartAsync();
        var handle = (await scene.AskAsync(Town.Known)).Pending.Handle;
        await scene.AnswerAsync(handle, 1, Cell.ClientRelation);
        scene.Gateway.Source.Answer = async (_, _) =>
        {
            await scene.AnswerAsync(handle, 2);
            return new GetLeavesResponse { Information = FilledRecord.Everything() };
        };

        (await scene.CollectAsync(handle)).Information.ShouldBeNull();
    }

    [Fact]
    public async Task Watch_Answered_SendsTheResultAndEnds()
    {
        await using var scene = await InboxScene.StartAsync();
        var handle = (await scene.AskAsync(Town.Known)).Pending.Handle;
        using var watch = scene.Watch(handle, TimeSpan.FromSeconds(30));
        var next = watch.ResponseStream.MoveNext(default);
        await Task.Delay(200);
        next.IsCompleted.ShouldBeFalse();

        await scene.AnswerAsync(handle, 1, Cell.ClientRelation);

        (await next).ShouldBeTrue();
        watch.ResponseStream.Current.Answer.Information.ShouldNotBeNull();
        watch.ResponseStream.Current.Answer.Receipt.ShouldNotBeNull();
        (await watch.ResponseStream.MoveNext(default)).ShouldBeFalse();
    }

    private static Task GradeAsync(InboxScene scene, Grading grading) => scene.Gateway.Store.Persons.WriteAsync(
        [
            new PersonEvent
            {
                Number = Town.Known,
                AsOf = TestGateway.Start.AddSeconds(1),
                Grading = Told<Grading>.Of(grading),
            },
        ],
        default);

    private static Cell[] Given(RequestInformationResponse answer) =>
    [
        .. answer.Groups.Where(group => group.Outcome is Outcome.MayByHolder or Outcome.MayOnRequest && group.Reason == ReasonCode.Unspecified)
            .SelectMany(group => group.Cells)
            .Order(),
    ];

    private static Taushet.Storage.Ports.WishEvent Objection() => new(
        Guid.NewGuid(),
        ExpectedVersion: 0,
        Town.Consenting,
        Taushet.Core.Vocabulary.WishKind.Objection,
        Taushet.Core.Vocabulary.ConsentEventKind.Given,
        new ConsentGiver(Taushet.Core.Vocabulary.ConsentCapacity.Self, LivesWithChild: true),
        Town.Consenting,
        TestGateway.Start,
        Town.Psychiatry + " employee-1",
        "journal-1",
        new Taushet.Storage.Ports.WishTerms(
            Taushet.Core.Vocabulary.ConsentArea.Health,
            [],
            [],
            Taushet.Core.Vocabulary.CellSet.Of(Taushet.Core.Vocabulary.Cell.ClinicalSummary),
            default,
            OsloTime.DateAt(TestGateway.Start),
            OsloTime.DateAt(TestGateway.Start).AddDays(100),
            Taushet.Core.Vocabulary.ConsentForm.Electronic,
            "text-1",
            ChildHeard: null));
}
