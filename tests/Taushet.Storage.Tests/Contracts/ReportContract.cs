using System.Text;
using Taushet.Core.Duties;
using Taushet.Core.Trail;
using Taushet.Core.Vocabulary;
using Taushet.Storage.Ports;
using Taushet.Storage.Tests.Support;

namespace Taushet.Storage.Tests.Contracts;

/// <summary>What barnevern does with reports: each step once, with the entry that tells of it.</summary>
public abstract class ReportContract : StoreContract
{
    private static readonly ServiceAddress School = new(Given.HolderOrganisation, string.Empty, Service.PrimarySchool);
    private static readonly ServiceAddress Barnevern = new(Given.ReceiverOrganisation, string.Empty, Service.Barnevern);
    private static readonly DateOnly Day = new(2026, 9, 5);

    [StoreFact]
    public async Task RecordAsync_Step_IsThereOnceWithItsEntry()
    {
        var report = Guid.NewGuid();
        (await StepAsync(report, ReportStep.InvestigationOpened, Day)).ShouldBeOfType<AppendResult.Stored>();
        (await StepAsync(report, ReportStep.InvestigationOpened, Day.AddDays(1))).ShouldBeOfType<AppendResult.FactsChanged>();
        (await StepAsync(report, ReportStep.InvestigationEnded, Day.AddDays(9), followedUp: true)).ShouldBeOfType<AppendResult.Stored>();

        (await ProgressAsync(report, Guid.NewGuid())).ShouldBe(
        [
            ReportProgress.None with { OpenedOn = Day, EndedOn = Day.AddDays(9), FollowedUp = true },
            ReportProgress.None,
        ]);
        (await Store.Trail.CountAsync(default)).ShouldBe(2);
    }

    [StoreFact]
    public async Task RecordAsync_TheSameStepManyTimesAtOnce_IsStoredOnce()
    {
        var report = Guid.NewGuid();

        var results = await Task.WhenAll(Enumerable.Range(0, 12).Select(n =>
            StepAsync(report, ReportStep.InvestigationEnded, Day.AddDays(n), n % 2 == 0)));

        results.Count(result => result is AppendResult.Stored).ShouldBe(1, string.Join(", ", Store.Faults));
        (await Store.Trail.CountAsync(default)).ShouldBe(1);
    }

    [StoreFact]
    public async Task UnansweredAsync_Reports_AreDueUntilTheFeedbackAfterTheInvestigation()
    {
        var report = Row(School, Barnevern, 1);
        await SubmitAsync(report);
        (await DueAsync()).ShouldBe([report.Delivery]);

        await SubmitAsync(Row(Barnevern, School, 8) with { InReplyTo = report.Delivery });
        (await DueAsync()).ShouldBeEmpty();
        await StepAsync(report.Delivery, ReportStep.InvestigationOpened, Day);
        (await DueAsync()).ShouldBe([report.Delivery]);
        await StepAsync(report.Delivery, ReportStep.InvestigationEnded, Day, followedUp: false);
        (await DueAsync()).ShouldBe([report.Delivery]);

        var told = new RegisterChange.OfReportStep(new ReportStepRow(report.Delivery, Barnevern.Organisation, ReportStep.FollowUpTold, Day, null));
        await SubmitAsync(Row(Barnevern, School, 8) with { InReplyTo = report.Delivery }, told);
        (await SubmitAsync(Row(Barnevern, School, 8) with { InReplyTo = report.Delivery }, told)).ShouldBeOfType<AppendResult.Stored>();

        (await DueAsync()).ShouldBeEmpty();
        (await ProgressAsync(report.Delivery)).ShouldHaveSingleItem().ShouldBe(
            new ReportProgress(Day, null, null, Day, FollowedUp: false, Day, Answered: true));
    }

    [StoreFact]
    public async Task UnansweredAsync_ReportOfAVoluntaryOrganisation_IsNotDueAfterTheInvestigation()
    {
        var report = Row(School with { Service = Service.VoluntaryOrganisation }, Barnevern, 10);
        await SubmitAsync(report);
        await SubmitAsync(Row(Barnevern, School, 8) with { InReplyTo = report.Delivery });
        await StepAsync(report.Delivery, ReportStep.InvestigationOpened, Day);
        (await DueAsync()).ShouldBe([report.Delivery]);

        await StepAsync(report.Delivery, ReportStep.InvestigationEnded, Day, followedUp: true);

        (await DueAsync()).ShouldBeEmpty();
    }

    private static DisclosureRow Row(ServiceAddress sender, ServiceAddress receiver, int ground) => new()
    {
        Id = Guid.NewGuid(),
        Delivery = Guid.NewGuid(),
        Sender = sender,
        Receiver = receiver,
        Ground = ground,
        SubmittedAt = Given.Instant,
        Content = Encoding.UTF8.GetBytes("content"),
        Outcome = Encoding.UTF8.GetBytes("outcome"),
    };

    private async Task<AppendResult> SubmitAsync(DisclosureRow row, params RegisterChange[] with)
    {
        var draft = Given.Draft();
        return await Store.Audit.RecordAsync(
            draft with { Public = draft.Public with { Kind = EntryKind.DisclosureSubmitted, Flow = Flow.Push } },
            Given.Child(1),
            (await GatherAsync(1)).Versions,
            new RegisterChange.OfDisclosure(row) { With = [.. with] },
            default);
    }

    private Task<AppendResult> StepAsync(Guid report, ReportStep step, DateOnly day, bool? followedUp = null) => Store.Audit.RecordAsync(
        Given.Draft(),
        Given.Child(1),
        FactVersions.NotRead,
        new RegisterChange.OfReportStep(new ReportStepRow(report, Barnevern.Organisation, step, day, followedUp)),
        default);

    private Task<IReadOnlyList<ReportProgress>> ProgressAsync(params Guid[] reports) =>
        Store.Reports.OfAsync(Barnevern.Organisation, reports, default);

    private async Task<List<Guid>> DueAsync()
    {
        var query = new OverdueQuery(Barnevern, DisclosureSide.Receiver, Given.Instant.AddDays(1), DateTimeOffset.UnixEpoch, Guid.Empty, 10);
        return [.. (await Store.Disclosures.UnansweredAsync(query, default)).ShouldNotBeNull().Select(one => one.Row.Delivery)];
    }
}
