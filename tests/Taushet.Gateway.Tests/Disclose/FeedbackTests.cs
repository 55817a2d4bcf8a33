using Grpc.Core;
using Taushet.Gateway.Tests.Support;
using Taushet.V1;

namespace Taushet.Gateway.Tests.Disclose;

public sealed class FeedbackTests
{
    [Fact]
    public async Task Feedback_OnAReport_GoesBackToItsSenderWithItsOwnReferenceAndWithoutTheChild()
    {
        await using var scene = await DisclosureScene.StartAsync();
        var report = DisclosureScene.Report();
        await scene.SubmitAsync(report);
        var received = (await scene.ReceiveAsync(1))[0].Delivery;

        var answer = await scene.SubmitAsync(DisclosureScene.FeedbackOn(received), Town.Barnevern);

        answer.State.ShouldBe(DisclosureState.Open);
        var feedback = (await scene.ReceiveAsync(1, DisclosureScene.School))[0].Delivery.Disclosure;
        (feedback.CaseReference, feedback.InReplyTo, feedback.Child).ShouldBe(("bekymring-7", report.DisclosureId, null));
        feedback.Content.Record.Barnevern.Investigations.ShouldHaveSingleItem().Opened.ShouldBeTrue();
        feedback.Content.Record.Barnevern.Reports.ShouldHaveSingleItem().HasText.ShouldBeFalse();
        feedback.Content.Record.Barnevern.PrivateReporters.ShouldBeEmpty();
    }

    [Fact]
    public async Task Deadlines_OfReports_StandUntilTheFeedbackAndTellWhenItIsOverdue()
    {
        await using var scene = await DisclosureScene.StartAsync();
        await scene.SubmitAsync(DisclosureScene.Report());
        await scene.SubmitAsync(DisclosureScene.Report());
        var received = await scene.ReceiveAsync(2);
        var asked = new ListReportDeadlinesRequest { Receiver = DisclosureScene.Barnevern };

        scene.Gateway.Clock.Now += TimeSpan.FromDays(21);
        var due = (await scene.Receiver.ListReportDeadlinesAsync(asked, scene.Gateway.As(Town.Barnevern))).Reports;
        await scene.SubmitAsync(DisclosureScene.FeedbackOn(received[0].Delivery), Town.Barnevern);
        scene.Gateway.Clock.Now += TimeSpan.FromDays(1);
        var left = (await scene.Receiver.ListReportDeadlinesAsync(asked, scene.Gateway.As(Town.Barnevern))).Reports.ShouldHaveSingleItem();

        due.Select(report => (report.FeedbackOverdue, report.Deadlines.Count)).ShouldBe([(false, 3), (false, 3)]);
        (left.FeedbackOverdue, left.Reporter, left.DeliveryId).ShouldBe((true, DisclosureScene.School, received[1].Delivery.DeliveryId));
    }

    [Fact]
    public async Task Feedback_OnAReportOfAnotherOrToNobody_NotFound()
    {
        await using var scene = await DisclosureScene.StartAsync();
        await scene.SubmitAsync(DisclosureScene.Report());
        var received = (await scene.ReceiveAsync(1))[0].Delivery;
        var stolen = DisclosureScene.FeedbackOn(received);
        stolen.Sender.Party = DisclosureScene.School;
        var madeUp = DisclosureScene.FeedbackOn(new Delivery { DeliveryId = DisclosureScene.NewId() });

        (await scene.RefusedAsync(stolen)).StatusCode.ShouldBe(StatusCode.NotFound);
        (await scene.RefusedAsync(madeUp, Town.Barnevern)).StatusCode.ShouldBe(StatusCode.NotFound);
    }

    [Fact]
    public async Task Feedback_ToAVoluntaryOrganisation_TellsOnlyThatItWasReceived()
    {
        await using var scene = await DisclosureScene.StartAsync();
        await scene.Gateway.RegisterAsync(Town.Stranger, Core.Vocabulary.Service.VoluntaryOrganisation, Core.Vocabulary.ServiceForm.Private);
        var report = DisclosureScene.Report();
        report.Sender.Party = new Party { OrganisationNumber = Town.Stranger, Service = Service.VoluntaryOrganisation };
        report.Ground = new DisclosureGround { VoluntaryReport = report.Ground.ReportOfConcern };
        report.Decision = new HolderDecision { DecidedBy = "leader-1", Cells = { Cell.Incident, Cell.Identity }, Reason = "worried" };
        (await scene.SubmitAsync(report, Town.Stranger)).State.ShouldBe(DisclosureState.Open);
        var received = (await scene.ReceiveAsync(1))[0].Delivery;
        received.Deadlines.Select(deadline => deadline.Kind).ShouldBe([DisclosureDeadlineKind.Review, DisclosureDeadlineKind.Feedback]);

        var answer = await scene.SubmitAsync(DisclosureScene.FeedbackOn(received), Town.Barnevern);

        answer.Delivered.Content.Record.Barnevern.Reports.ShouldHaveSingleItem().ReceivedOn.ShouldBe("2026-09-01");
        answer.Delivered.Content.Record.Barnevern.Investigations.ShouldBeEmpty();
    }
}
