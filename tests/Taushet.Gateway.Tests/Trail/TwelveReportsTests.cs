using Dapper;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.Data.Sqlite;
using Taushet.Gateway.Tests.Identify;
using Taushet.Gateway.Tests.Support;
using Taushet.Storage.Files;
using Taushet.Storage.Ports;
using Taushet.V1;
using Words = Taushet.Core.Vocabulary;

namespace Taushet.Gateway.Tests.Trail;

/// <summary>Each of the twelve reports where it finds something and where it finds nothing, with tokens as the real issuers shape them.</summary>
public sealed class TwelveReportsTests : IAsyncLifetime, IDisposable
{
    private static readonly string OneUnit = People.Organisation(11);
    private static readonly string OtherUnit = People.Organisation(12);

    private Issuers issuers = null!;
    private DevelopmentTokens tokens = null!;
    private LogReportService.LogReportServiceClient reports = null!;

    public async Task InitializeAsync()
    {
        issuers = await Issuers.StartAsync(options => options with { DevelopmentIssuer = true });
        tokens = new DevelopmentTokens(issuers.Gateway);
        reports = new LogReportService.LogReportServiceClient(issuers.Gateway.Invoker);
    }

    public async Task DisposeAsync() => await issuers.DisposeAsync();

    public void Dispose() => tokens.Dispose();

    [Fact]
    public async Task ReportsOneToThree_AChildAnEmployeeAndUnits_TellTheirsAndNoOther()
    {
        await OrderAsync(Town.Known);

        (await RowsAsync(Auditing.School(), ReportKind.Child, asked => asked.Child = Auditing.Of(Town.Known).Child)).ShouldHaveSingleItem();
        (await RowsAsync(Auditing.School(), ReportKind.Child, asked => asked.Child = Auditing.Of(Town.Consenting).Child)).ShouldBeEmpty();
        (await RowsAsync(Auditing.School(), ReportKind.Employee, Employee("employee-7"))).ShouldHaveSingleItem();
        (await RowsAsync(Auditing.School(), ReportKind.Employee, Employee("employee-8"))).ShouldBeEmpty();
        var unit = (await RowsAsync(Auditing.School(), ReportKind.Unit)).ShouldHaveSingleItem();
        unit.Keys[0].ShouldBe(Town.Barnevern);
        (await RowsAsync(Auditing.School(), ReportKind.Unit, asked => asked.From = Timestamp.FromDateTimeOffset(issuers.Now.AddDays(1)))).ShouldBeEmpty();
    }

    [Fact]
    public async Task ReportFour_AnEmergencyBasis_IsToldToBothParties()
    {
        await AsEmployeeAsync(Town.Plain(Town.Known, Cell.ClinicalDiagnosis));
        (await RowsAsync(Auditing.Psychiatry(), ReportKind.Emergency)).ShouldBeEmpty();
        var inquiry = Town.Plain(Town.Known, Cell.ClinicalDiagnosis);
        inquiry.Bases.Add(new BasisClaim { Basis = Basis.DangerToLifeOrHealth });

        await AsEmployeeAsync(inquiry);

        (await RowsAsync(Auditing.Psychiatry(), ReportKind.Emergency)).ShouldHaveSingleItem();
        (await RowsAsync(Auditing.School(), ReportKind.Emergency)).ShouldHaveSingleItem().Entry.Bases.ShouldContain(Basis.DangerToLifeOrHealth);
        (await RowsAsync(Auditing.Barnevern(), ReportKind.Emergency)).ShouldBeEmpty();
    }

    [Fact]
    public async Task ReportFive_AGradedAddress_IsToldToTheHolderAlone()
    {
        await OrderAsync(Town.Known);
        (await RowsAsync(Auditing.School(), ReportKind.Graded)).ShouldBeEmpty();

        await OrderAsync(Town.Shielded);

        (await RowsAsync(Auditing.School(), ReportKind.Graded)).ShouldHaveSingleItem();
        (await RowsAsync(Auditing.Barnevern(), ReportKind.Graded)).ShouldBeEmpty();
    }

    [Fact]
    public async Task ReportSix_ARefusal_IsCountedAndAReleaseIsNot()
    {
        await OrderAsync(Town.Known);
        (await RowsAsync(Auditing.School(), ReportKind.Refusals)).ShouldBeEmpty();

        await AsEmployeeAsync(Town.Plain(Town.Known, Cell.ClinicalDiagnosis));

        (await RowsAsync(Auditing.School(), ReportKind.Refusals)).ShouldHaveSingleItem().Entries.ShouldBe(1UL);
    }

    [Fact]
    public async Task ReportSeven_AnotherOrganisationUnitOrService_EachIsTold()
    {
        await issuers.Gateway.RegisterAsync(Town.School, Words.Service.EducationalPsychology);
        await RegisterUnitAsync(OneUnit);
        await RegisterUnitAsync(OtherUnit);
        await issuers.Gateway.Client.PreviewAsync(Preview(School(OneUnit), School(OneUnit)), AsSchool());
        (await RowsAsync(Auditing.School(), ReportKind.Outside)).ShouldBeEmpty();

        await issuers.Gateway.Client.PreviewAsync(Preview(School(OneUnit), School(OtherUnit)), AsSchool());
        await issuers.Gateway.Client.PreviewAsync(Preview(School(), new Party { OrganisationNumber = Town.School, Service = Service.EducationalPsychology }), AsSchool());
        await AsEmployeeAsync(Town.Plain(Town.Known, Cell.ClinicalDiagnosis));

        var rows = await RowsAsync(Auditing.School(), ReportKind.Outside);
        rows.Select(row => (row.Keys[0], row.Keys[1], row.Keys[3], row.Entries)).ShouldBe(
            [
                ("organisation", Town.Psychiatry, "BUP", 1UL),
                ("service", Town.School, "PPT", 1UL),
                ("unit", Town.School, "SKO", 1UL),
            ]);
        (await RowsAsync(Auditing.Barnevern(), ReportKind.Outside)).ShouldBeEmpty();
    }

    [Fact]
    public async Task ReportEight_AProvenEmployeeOnItsOwnChild_IsToldToTheHolderWhateverTheCallWas()
    {
        await AsEmployeeAsync(Town.Plain(Town.Known, Cell.ClinicalDiagnosis));
        (await RowsAsync(Auditing.Psychiatry(), ReportKind.Family)).ShouldBeEmpty("the employee is nobody's parent yet");
        await issuers.Gateway.Store.Guardians.RegisterAsync(
            Town.Known, issuers.Practitioner, GuardianStanding.WithoutResponsibility, issuers.Now, default);

        await AsEmployeeAsync(Town.Plain(Town.Consenting, Cell.ClinicalDiagnosis));
        await issuers.CallAsync(Issuers.Bearer(issuers.AsSchool()), Town.Plain(Town.Known, Cell.ClinicalDiagnosis));
        (await RowsAsync(Auditing.Psychiatry(), ReportKind.Family)).ShouldBeEmpty("another's child, and nobody proven");

        await AsEmployeeAsync(Town.Plain(Town.Known, Cell.ClinicalDiagnosis));
        await DeniedAsync();

        var rows = await RowsAsync(Auditing.Psychiatry(), ReportKind.Family);
        rows.Select(row => row.Keys[0]).ShouldBe(["request", "denied"]);
        rows.ShouldAllBe(row => row.Keys[1].Length == 0 && row.Keys[2].Length == 0);
        (await RowsAsync(Auditing.School(), ReportKind.Family)).ShouldBeEmpty("the receiver is told nothing of who is whose child");
    }

    [Fact]
    public async Task ReportEight_ADisclosureOfAnEmployeeOnItsOwnChild_IsTold()
    {
        await issuers.Gateway.Store.Guardians.RegisterAsync(
            Town.Known, issuers.Practitioner, GuardianStanding.WithResponsibility, issuers.Now, default);
        var user = issuers.AsEmployee();
        var proof = issuers.Proof(user, draft => draft.With("htu", Issuers.Origin + "/taushet.v1.SharingService/Assess"));

        await issuers.Gateway.Client.AssessAsync(
            new AssessRequest { Flow = Flow.Push, Inquiry = Town.Report(Town.Known, Cell.Incident) }, Issuers.Dpop(user, proof));

        var row = (await RowsAsync(Auditing.School(), ReportKind.Family)).ShouldHaveSingleItem();
        row.Keys[0].ShouldBe("assess");
        (await RowsAsync(Auditing.Barnevern(), ReportKind.Family)).ShouldBeEmpty();
    }

    [Fact]
    public async Task ReportNine_AChildOfAge_IsToldAndAYoungerOneIsNot()
    {
        await OrderAsync(Town.Known);
        (await RowsAsync(Auditing.School(), ReportKind.Closed)).ShouldBeEmpty();
        issuers.Gateway.Clock.Now = new DateTimeOffset(2028, 6, 1, 10, 0, 0, TimeSpan.Zero);
        await issuers.Gateway.Store.Registrar.ImportAsync(
            [new PersonRow(Town.Known, new DateOnly(2010, 4, 1), Words.Grading.Ungraded, Words.ParentalResponsibility.JointTogether, null)],
            issuers.Now,
            default);

        await OrderAsync(Town.Known);

        (await RowsAsync(Auditing.School(), ReportKind.Closed)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task ReportTen_ACallThroughASupplier_IsCountedUnderItAndADirectOneIsNot()
    {
        await issuers.CallAsync(AsSchool());
        (await RowsAsync(Auditing.Psychiatry(), ReportKind.Suppliers)).ShouldBeEmpty();

        for (var n = 0; n < 2; n++)
        {
            var token = issuers.Maskinporten.Token(issuers.Now, Town.School, supplier: Town.Stranger).Write();
            (await issuers.CallAsync(Issuers.Bearer(token))).ShouldBeNull();
        }

        foreach (var reader in new[] { Auditing.Psychiatry(), Auditing.School() })
        {
            var row = (await RowsAsync(reader, ReportKind.Suppliers)).ShouldHaveSingleItem();
            row.Keys.ShouldBe([Town.Stranger, Town.School, "SKO"]);
            row.Entries.ShouldBe(2UL);
        }

        (await RowsAsync(Auditing.Barnevern(), ReportKind.Suppliers)).ShouldBeEmpty();
    }

    [Fact]
    public async Task ReportEleven_OnReaders_TellsOfTheReportBefore()
    {
        await OrderAsync(Town.Known);
        (await RowsAsync(Auditing.School(), ReportKind.Readers)).ShouldBeEmpty();

        var row = (await RowsAsync(Auditing.School(), ReportKind.Readers)).ShouldHaveSingleItem();

        row.Keys.ShouldBe(["log-report", "auditor-1", "log controller"]);
    }

    [Fact]
    public async Task ReportTwelve_OnIntegrity_TellsOfAPeriodWithCheckpointsAndOfARootThatDiffers()
    {
        await OrderAsync(Town.Known);
        (await RowsAsync(Auditing.School(), ReportKind.Integrity, asked => asked.To = Timestamp.FromDateTimeOffset(issuers.Now.AddYears(-1)))).ShouldBeEmpty();
        (await RowsAsync(Auditing.School(), ReportKind.Integrity)).ShouldHaveSingleItem().Keys[6].ShouldBe("yes");

        await using (var database = new SqliteConnection($"Data Source={Path.Combine(issuers.Gateway.Folder, DataFiles.Database)};Pooling=False"))
        {
            await database.ExecuteAsync("DROP TRIGGER checkpoint_fixed; UPDATE checkpoint SET root = zeroblob(32)");
        }

        // The reading of the log is an entry itself, and its checkpoint is whole: it no longer continues the one before. A checkpoint is
        // signed by the machine's clock.
        var from = Timestamp.FromDateTimeOffset(DateTimeOffset.UtcNow);
        (await RowsAsync(Auditing.School(), ReportKind.Integrity, asked => asked.From = from)).ShouldHaveSingleItem().Keys[6].ShouldBe("no");
    }

    private static Party School(string unit = "") =>
        new() { OrganisationNumber = Town.School, UnitNumber = unit, Service = Service.PrimarySchool };

    private static PreviewRequest Preview(Party receiver, Party holder)
    {
        var inquiry = Town.Plain(Town.Known, Cell.Attendance);
        (inquiry.Receiver, inquiry.Holder) = (receiver, holder);
        return new PreviewRequest { Inquiry = inquiry };
    }

    private static Action<GetReportRequest> Employee(string reference) =>
        asked => (asked.PersonReference, asked.PersonOrganisation) = (reference, Town.Barnevern);

    private Metadata AsSchool() => Issuers.Bearer(issuers.AsSchool());

    private Task RegisterUnitAsync(string unit) => issuers.Gateway.Store.Registrar.RegisterAsync(
        new Participant(Town.School, unit, Words.Service.PrimarySchool, Words.ServiceForm.Municipal, "Unit", "00000000", null, new DateOnly(2000, 1, 1), null),
        default);

    private async Task OrderAsync(string child)
    {
        issuers.Gateway.Clock.Now += TimeSpan.FromSeconds(1);
        await issuers.Gateway.Client.RequestInformationAsync(
            Town.Request(Town.Order(child, Cell.Attendance)), issuers.Gateway.As(Town.Barnevern));
    }

    private async Task AsEmployeeAsync(Inquiry inquiry)
    {
        issuers.Gateway.Clock.Now += TimeSpan.FromSeconds(1);
        var user = issuers.AsEmployee();
        (await issuers.CallAsync(Issuers.Dpop(user, issuers.Proof(user)), inquiry)).ShouldBeNull();
    }

    // The token's attest is of another child.
    private async Task DeniedAsync()
    {
        issuers.Gateway.Clock.Now += TimeSpan.FromSeconds(1);
        var user = issuers.AsEmployee(token => token.With(
            TestIssuers.HelseIdUnderTest.AttestClaim,
            TestIssuers.HelseIdUnderTest.Attest(issuers.Now, issuers.Practitioner, Town.School, Town.Consenting)));
        (await issuers.CallAsync(Issuers.Dpop(user, issuers.Proof(user)))).ShouldNotBeNull().StatusCode.ShouldBe(StatusCode.PermissionDenied);
    }

    private async Task<List<ReportRow>> RowsAsync(LogReader reader, ReportKind kind, Action<GetReportRequest>? change = null)
    {
        await Indexed.WaitAsync(issuers.Gateway.Store.Index);
        var asked = new GetReportRequest { Reader = reader, Kind = kind };
        change?.Invoke(asked);
        using var call = reports.GetReport(asked, tokens.As(reader.Party.OrganisationNumber, "auditor"));
        var rows = new List<ReportRow>();
        await foreach (var part in call.ResponseStream.ReadAllAsync())
        {
            rows.AddRange(part.Rows);
        }

        return rows;
    }
}
