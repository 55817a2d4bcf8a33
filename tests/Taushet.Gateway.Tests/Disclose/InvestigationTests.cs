using Grpc.Core;
using Taushet.Core.Trail;
using Taushet.Gateway.Tests.Support;
using Taushet.Gateway.Tests.Trail;
using Taushet.V1;

namespace Taushet.Gateway.Tests.Disclose;

public sealed class InvestigationTests
{
    private const DisclosureDeadlineKind AfterIt = DisclosureDeadlineKind.FeedbackAfterInvestigation;

    [Fact]
    public async Task Record_EndOfAnInvestigation_StartsTheThreeWeeksUntilTheReporterIsTold()
    {
        await using var scene = await DisclosureScene.StartAsync();
        var report = await ReportAsync(scene);
        await scene.SubmitAsync(DisclosureScene.FeedbackOn(report), Town.Barnevern);
        (await DueAsync(scene)).ShouldBeEmpty();

        var opened = await RecordAsync(scene, report, InvestigationStep.Opened, "2026-09-01");
        scene.Gateway.Clock.Now += TimeSpan.FromDays(60);
        var ended = await RecordAsync(scene, report, InvestigationStep.Ended, "2026-10-30", followedUp: true);

        opened.Deadlines.Select(deadline => (deadline.Kind, deadline.LastDay, deadline.Done)).ShouldBe(
        [
            (DisclosureDeadlineKind.Review, "2026-09-08", true),
            (DisclosureDeadlineKind.Feedback, "2026-09-22", true),
            (DisclosureDeadlineKind.Investigation, "2026-12-08", false),
            (AfterIt, string.Empty, false),
        ]);
        ended.Deadlines.Single(deadline => deadline.Kind == AfterIt).LastDay.ShouldBe("2026-11-20");
        scene.Gateway.Clock.Now = new DateTimeOffset(2026, 11, 20, 23, 30, 0, TimeSpan.Zero);
        var due = (await DueAsync(scene)).ShouldHaveSingleItem();
        (due.InvestigationOpenedOn, due.InvestigationEndedOn, due.FollowedUp, due.FeedbackOverdue).ShouldBe(("2026-09-01", "2026-10-30", true, false));
        due.Deadlines.Where(deadline => deadline.Overdue).ShouldHaveSingleItem().Kind.ShouldBe(AfterIt);

        // That it has ended is recorded: the feedback need not say so.
        var feedback = DisclosureScene.FeedbackOn(report);
        feedback.Content.Record.Barnevern = new BarnevernSection { FollowUp = new FollowUp { FollowedUp = true, Description = "family support" } };
        var answer = await scene.SubmitAsync(feedback, Town.Barnevern);
        var told = answer.Delivered.Content.Record.Barnevern.FollowUp;
        (told.FollowedUp, told.HasDescription).ShouldBe((true, false));
        (await DueAsync(scene)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Feedback_InvestigationHasNotEnded_TellsNothingOfFollowUp()
    {
        await using var scene = await DisclosureScene.StartAsync();
        var report = await ReportAsync(scene);
        await RecordAsync(scene, report, InvestigationStep.Opened, "2026-09-01");
        var feedback = DisclosureScene.FeedbackOn(report);
        feedback.Content.Record.Barnevern = new BarnevernSection { FollowUp = new FollowUp { FollowedUp = true } };

        var answer = await scene.SubmitAsync(feedback, Town.Barnevern);

        answer.State.ShouldBe(DisclosureState.Nothing);
        (await DueAsync(scene)).ShouldHaveSingleItem().Deadlines.Single(deadline => deadline.Kind == AfterIt).Done.ShouldBeFalse();
    }

    [Fact]
    public async Task Record_TheSameAgain_IsAsOnceAndAnotherDayIsRefused()
    {
        await using var scene = await DisclosureScene.StartAsync();
        var report = await ReportAsync(scene);

        var first = await RecordAsync(scene, report, InvestigationStep.Opened, "2026-09-01");
        var again = await RecordAsync(scene, report, InvestigationStep.Opened, "2026-09-01");
        var other = await RefusedAsync(scene, report, InvestigationStep.Opened, "2026-08-31");
        var never = await RefusedAsync(scene, report, InvestigationStep.NotOpened, "2026-09-01");

        (first.RepeatedStep, again.RepeatedStep, again.Receipt).ShouldBe((false, true, null));
        again.Deadlines.ShouldBe(first.Deadlines);
        (Details.Reason(other), Details.Reason(never)).ShouldBe(("RECORDED_OTHERWISE", "OUT_OF_ORDER"));
        var entry = (await scene.Gateway.Store.Trail.ReadAsync(default).ToListAsync())
            .Where(entry => entry.Public.Kind == EntryKind.InvestigationOpened).ShouldHaveSingleItem();
        (entry.Public.Holder.Organisation, entry.Public.Receiver.Organisation).ShouldBe((Town.Barnevern, Town.Barnevern));
        entry.Holder!.Decision.ShouldBe($"report-step.v1\ninvestigation-opened\ndelivery {Convert.ToHexStringLower(report.DeliveryId.Span)}\nday 2026-09-01\n");
    }

    [Fact]
    public async Task Record_ByAnotherBarnevernOrTheReporter_NotFound()
    {
        await using var scene = await DisclosureScene.StartAsync();
        await scene.Gateway.RegisterAsync(Town.Stranger, Core.Vocabulary.Service.Barnevern);
        var report = await ReportAsync(scene);

        foreach (var party in new[] { new Party { OrganisationNumber = Town.Stranger, Service = Service.Barnevern }, DisclosureScene.School })
        {
            var error = await Should.ThrowAsync<RpcException>(
                async () => await scene.Receiver.RecordInvestigationAsync(
                    Request(report, InvestigationStep.Opened, "2026-09-01", party: party), scene.Gateway.As(party.OrganisationNumber)));
            error.StatusCode.ShouldBe(StatusCode.NotFound);
        }

        (await DueAsync(scene)).ShouldHaveSingleItem().InvestigationOpenedOn.ShouldBeEmpty();
    }

    [Fact]
    public async Task Record_Malformed_IsRefusedFieldByField()
    {
        await using var scene = await DisclosureScene.StartAsync();
        var report = await ReportAsync(scene);

        var ahead = Request(report, InvestigationStep.Ended, "2026-09-02");
        ahead.ActingPerson = null;
        var error = await Should.ThrowAsync<RpcException>(
            async () => await scene.Receiver.RecordInvestigationAsync(ahead, scene.Gateway.As(Town.Barnevern)));

        Details.Violations(error).ShouldBe(["followed_up", "day", "acting_person.reference", "acting_person.role"]);
    }

    /// <summary>INVARIANT: of how an investigation ended nothing is kept but whether the child is followed up, and its entry names barnevern alone.</summary>
    [Fact]
    public async Task Record_AfterTheChildsKeysWereDestroyed_StillCountsAndTellsTheReporterNothing()
    {
        await using var audit = await Auditing.StartAsync();
        var sender = new DisclosureService.DisclosureServiceClient(audit.Gateway.Invoker);
        var receiver = new DeliveryService.DeliveryServiceClient(audit.Gateway.Invoker);
        var submitted = await sender.SubmitDisclosureAsync(
            new SubmitDisclosureRequest { Disclosure = DisclosureScene.Report() }, audit.Gateway.As(Town.School));
        var report = new Delivery { DeliveryId = submitted.DeliveryId };
        await receiver.RecordInvestigationAsync(Request(report, InvestigationStep.Opened, "2026-09-01"), audit.Gateway.As(Town.Barnevern));
        await DestroyAsync(audit, Auditing.School(), Town.School);
        await DestroyAsync(audit, Auditing.Barnevern(), Town.Barnevern);

        var ended = await receiver.RecordInvestigationAsync(
            Request(report, InvestigationStep.Ended, "2026-09-01", followedUp: false), audit.Gateway.As(Town.Barnevern));

        ended.Deadlines.Single(deadline => deadline.Kind == AfterIt).LastDay.ShouldBe("2026-09-22");
        var kinds = (await audit.SearchAsync(Auditing.School())).Entries.Select(entry => entry.Kind).ToList();
        kinds.ShouldContain("disclosure-submitted");
        kinds.ShouldNotContain("investigation-opened");
        kinds.ShouldNotContain("investigation-ended");
    }

    private static async Task DestroyAsync(Auditing audit, LogReader controller, string organisation)
    {
        var retention = new RetentionService.RetentionServiceClient(audit.Gateway.Invoker);
        var order = await retention.OrderDestructionAsync(
            new OrderDestructionRequest
            {
                Controller = controller,
                Scope = new RetentionScope { FirstYear = 2026, LastYear = 2026 },
                Basis = "arkivlova 2025 § 13",
            },
            audit.Tokens.As(organisation, "controller"));
        var second = controller.Clone();
        second.ActingPerson.Reference = "controller-2";
        await retention.ConfirmDestructionAsync(
            new ConfirmDestructionRequest { Controller = second, OrderId = order.OrderId }, audit.Tokens.As(organisation, "controller"));
    }

    private static RecordInvestigationRequest Request(
        Delivery report, InvestigationStep step, string day, bool? followedUp = null, Party? party = null)
    {
        var request = new RecordInvestigationRequest
        {
            Receiver = party ?? DisclosureScene.Barnevern,
            DeliveryId = report.DeliveryId,
            Step = step,
            Day = day,
            ActingPerson = new ActingPerson { Reference = "employee-9", Role = "caseworker" },
        };
        if (followedUp is { } yes)
        {
            request.FollowedUp = yes;
        }

        return request;
    }

    private static async Task<Delivery> ReportAsync(DisclosureScene scene)
    {
        await scene.SubmitAsync(DisclosureScene.Report());
        return (await scene.ReceiveAsync(1))[0].Delivery;
    }

    private static async Task<RecordInvestigationResponse> RecordAsync(
        DisclosureScene scene, Delivery report, InvestigationStep step, string day, bool? followedUp = null) =>
        await scene.Receiver.RecordInvestigationAsync(Request(report, step, day, followedUp), scene.Gateway.As(Town.Barnevern));

    private static Task<RpcException> RefusedAsync(DisclosureScene scene, Delivery report, InvestigationStep step, string day) =>
        Should.ThrowAsync<RpcException>(() => RecordAsync(scene, report, step, day));

    private static async Task<IReadOnlyList<ReportDeadlines>> DueAsync(DisclosureScene scene) =>
        (await scene.Receiver.ListReportDeadlinesAsync(
            new ListReportDeadlinesRequest { Receiver = DisclosureScene.Barnevern }, scene.Gateway.As(Town.Barnevern))).Reports;
}
