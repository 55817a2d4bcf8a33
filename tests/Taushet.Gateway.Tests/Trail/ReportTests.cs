using Grpc.Core;
using Taushet.Gateway.Tests.Support;
using Taushet.Storage.Ports;
using Taushet.V1;
using Words = Taushet.Core.Vocabulary;

namespace Taushet.Gateway.Tests.Trail;

public sealed class ReportTests : IAsyncLifetime
{
    private Auditing audit = null!;
    private LogReportService.LogReportServiceClient reports = null!;

    public async Task InitializeAsync()
    {
        audit = await Auditing.StartAsync();
        reports = new LogReportService.LogReportServiceClient(audit.Gateway.Invoker);
    }

    public async Task DisposeAsync() => await audit.DisposeAsync();

    [Fact]
    public async Task Report_OfEachKind_TellsWhatIsAsked()
    {
        await audit.OrderAsync(Town.Known, Cell.Attendance);
        await audit.OrderAsync(Town.Shielded, Cell.Address);
        await audit.PlainAsync(Town.Known, Cell.Attendance);
        await audit.SearchAsync(Auditing.School());

        (ReportKind Kind, Action<GetReportRequest> Change, int Rows, int Entries)[] reportsOf =
        [
            (ReportKind.Child, asked => asked.Child = Auditing.Of(Town.Known).Child, 2, 2),
            (ReportKind.Employee, asked => (asked.PersonReference, asked.PersonOrganisation) = ("employee-7", Town.Barnevern), 2, 2),
            (ReportKind.Unit, _ => { }, 2, 3),
            (ReportKind.Emergency, _ => { }, 0, 0),
            (ReportKind.Graded, _ => { }, 1, 1),
            (ReportKind.Refusals, _ => { }, 2, 2),
            (ReportKind.Outside, _ => { }, 2, 3),
            (ReportKind.Family, _ => { }, 0, 0),
            (ReportKind.Closed, _ => { }, 0, 0),
            (ReportKind.Suppliers, _ => { }, 0, 0),
        ];
        foreach (var (kind, change, rows, entries) in reportsOf)
        {
            var told = await RowsAsync(Auditing.School(), kind, change);
            (told.Count, (int)told.Sum(row => (long)row.Entries)).ShouldBe((rows, entries), kind.ToString());
        }

        (await RowsAsync(Auditing.School(), ReportKind.Readers)).Count.ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task Report_OnRefusals_TellsTheRulesToTheHolderAndBasesAloneToTheReceiver()
    {
        await audit.PlainAsync(Town.Known, Cell.Attendance);

        var holder = (await RowsAsync(Auditing.Psychiatry(), ReportKind.Refusals)).ShouldHaveSingleItem();
        var receiver = (await RowsAsync(Auditing.School(), ReportKind.Refusals)).ShouldHaveSingleItem();

        holder.Keys[2].ShouldNotBeEmpty();
        (receiver.Keys[0], receiver.Keys[1], receiver.Keys[2]).ShouldBe((holder.Keys[0], holder.Keys[1], string.Empty));
    }

    [Fact]
    public async Task Report_OnChildrenOfAge_TellsOfAccessAfterTheEnd()
    {
        await audit.OrderAsync(Town.Known, Cell.Attendance);
        audit.Gateway.Clock.Now = new DateTimeOffset(2028, 6, 1, 10, 0, 0, TimeSpan.Zero);
        await audit.Gateway.Store.Registrar.ImportAsync(
            [new PersonRow(Town.Known, new DateOnly(2010, 4, 1), Words.Grading.Ungraded, Words.ParentalResponsibility.JointTogether, null)],
            audit.Gateway.Clock.Now,
            default);
        await audit.OrderAsync(Town.Known, Cell.Attendance);

        var row = (await RowsAsync(Auditing.School(), ReportKind.Closed)).ShouldHaveSingleItem();

        row.Entry.LawDate.ShouldBe("2028-06-01");
    }

    [Fact]
    public async Task Report_OnIntegrity_ProvesThatTheLogContinues()
    {
        await audit.OrderAsync(Town.Known, Cell.Attendance);
        await audit.OrderAsync(Town.Known, Cell.Attendance);

        var row = (await RowsAsync(Auditing.School(), ReportKind.Integrity)).ShouldHaveSingleItem();

        row.Keys[6].ShouldBe("yes");
        row.Keys[4].ShouldBe(row.Entries.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Report_OfAnotherPartyOrWithoutItsTerms_IsRefused()
    {
        await audit.OrderAsync(Town.Known, Cell.Attendance);
        (await Auditing.RefusedAsync(() => RowsAsync(Auditing.School(), ReportKind.Child))).ShouldBe(StatusCode.InvalidArgument);
        (await Auditing.RefusedAsync(() => RowsAsync(Auditing.School(), ReportKind.Unspecified))).ShouldBe(StatusCode.InvalidArgument);
        (await Auditing.RefusedAsync(() => RowsAsync(Auditing.Barnevern(), ReportKind.Unit, token: Town.School)))
            .ShouldBe(StatusCode.PermissionDenied);
    }

    /// <summary>INVARIANT: a reading of the log is durably stored before anything of it is answered.</summary>
    [Fact]
    public async Task Report_WhenItsEntryCannotBeStored_AnswersNothing()
    {
        await audit.OrderAsync(Town.Known, Cell.Attendance);
        await Indexed.WaitAsync(audit.Gateway.Store.Index);
        audit.Gateway.Clock.Now = new DateTimeOffset(2026, 9, 8, 10, 0, 0, TimeSpan.Zero);
        audit.Gateway.Scripted.AuditDown = true;

        (await Auditing.RefusedAsync(() => RowsAsync(Auditing.School(), ReportKind.Unit))).ShouldBe(StatusCode.Unavailable);
        (await Auditing.RefusedAsync(() => CountAsync(StatisticBy.Purpose))).ShouldBe(StatusCode.Unavailable);
        audit.Gateway.Scripted.AuditDown = false;
    }

    [Fact]
    public async Task Statistics_OfAWeek_HideSmallNumbersAndWhatWouldTellThem()
    {
        for (var n = 0; n < 7; n++)
        {
            await audit.OrderAsync(Town.Known, Cell.Attendance);
        }

        await audit.PlainAsync(Town.Known, Cell.Attendance);
        audit.Gateway.Clock.Now = new DateTimeOffset(2026, 9, 8, 10, 0, 0, TimeSpan.Zero);

        var counts = await CountAsync(StatisticBy.OtherService);

        counts.Total.ShouldBe(8UL);
        counts.Counts.Count.ShouldBe(2);
        counts.Counts.ShouldAllBe(count => !count.HasCount);
        var flows = await CountAsync(StatisticBy.Flow);
        flows.Counts.ShouldHaveSingleItem().Count.ShouldBe(8UL);
    }

    /// <summary>
    /// INVARIANT: two statistics of a party are of the same week or of weeks that do not overlap, and of all its requests: no difference
    /// of two answers is of fewer.
    /// </summary>
    [Fact]
    public async Task Statistics_OfAWeekThatIsNotOver_OfAUnit_OrOfNoWeek_AreRefused()
    {
        await audit.OrderAsync(Town.Known, Cell.Attendance);
        (await Auditing.RefusedAsync(() => CountAsync(StatisticBy.Purpose))).ShouldBe(StatusCode.InvalidArgument);
        audit.Gateway.Clock.Now = new DateTimeOffset(2026, 9, 8, 10, 0, 0, TimeSpan.Zero);
        (await CountAsync(StatisticBy.Purpose)).HasTotal.ShouldBeFalse();

        var unit = Auditing.School();
        unit.Party.UnitNumber = Town.School;
        (await Auditing.RefusedAsync(() => CountAsync(StatisticBy.Purpose, unit))).ShouldBe(StatusCode.InvalidArgument);
        (await Auditing.RefusedAsync(() => CountAsync(StatisticBy.Purpose, week: 54))).ShouldBe(StatusCode.InvalidArgument);
        (await Auditing.RefusedAsync(() => CountAsync(StatisticBy.Unspecified))).ShouldBe(StatusCode.InvalidArgument);
    }

    private async Task<GetStatisticsResponse> CountAsync(StatisticBy by, LogReader? reader = null, uint week = 36)
    {
        await Indexed.WaitAsync(audit.Gateway.Store.Index);
        return await reports.GetStatisticsAsync(
            new GetStatisticsRequest { Reader = reader ?? Auditing.School(), By = by, Year = 2026, Week = week },
            audit.Tokens.As(Town.School, "auditor"));
    }

    private async Task<List<ReportRow>> RowsAsync(
        LogReader reader, ReportKind kind, Action<GetReportRequest>? change = null, string? token = null)
    {
        await Indexed.WaitAsync(audit.Gateway.Store.Index);
        var asked = new GetReportRequest { Reader = reader, Kind = kind };
        change?.Invoke(asked);
        using var call = reports.GetReport(asked, audit.Tokens.As(token ?? reader.Party.OrganisationNumber, "auditor"));
        (await call.ResponseStream.MoveNext(default)).ShouldBeTrue();
        var head = call.ResponseStream.Current;
        head.Receipt.ShouldNotBeNull();
        head.Columns.ShouldNotBeEmpty();
        head.Rows.ShouldBeEmpty();
        var rows = new List<ReportRow>();
        await foreach (var part in call.ResponseStream.ReadAllAsync())
        {
            rows.AddRange(part.Rows);
        }

        rows.ShouldAllBe(row => row.Keys.Count == head.Columns.Count);
        return rows;
    }
}
