using System.Security.Cryptography;
using Taushet.Cli.Tests.Support;
using Taushet.Core.Requests;
using Taushet.Core.Requests.Identifiers;
using Taushet.Core.Trail;
using Taushet.Core.Vocabulary;
using Taushet.Storage.Ports;
using Taushet.Storage.Sqlite;

namespace Taushet.Cli.Tests.Trail;

public sealed class AuditListCommandTests : IDisposable
{
    private const string Child = "03851598730";

    private readonly Folder folder = new();

    [Fact]
    public async Task List_StoreWithEntries_OneLineEachWithBothPartiesAndNoNationalNumber()
    {
        await AppendAsync(entries: 3);

        var told = await ListAsync();

        told.Code.ShouldBe(0, told.Errors);
        told.Lines.Count.ShouldBe(4);
        told.Lines[1].ShouldContain("2026-09-01T10:00:00.000000Z");
        told.Lines[1].ShouldContain("FLG 310000019 <- SKO 310000000");
        told.Lines[1].ShouldContain("leaf holds");
        told.Lines[^1].ShouldBe("3 entries in the log, 0 with a broken leaf hash");
        NationalNumber.OccursIn(told.Output).ShouldBeFalse();
        told.Output.ShouldNotContain("employee-7");
        told.Output.ShouldNotContain("case-12");
    }

    [Fact]
    public async Task List_From_LeavesOutTheEntriesBefore()
    {
        await AppendAsync(entries: 3);

        (await ListAsync("--from", "2")).Lines.Count.ShouldBe(2);
    }

    [Fact]
    public async Task List_NoStore_TellsWhereAndWhatToDoAndMakesNone()
    {
        (await ListAsync()).ShouldBeAFault("there is no store", folder.File("taushet.db"));

        Directory.EnumerateFileSystemEntries(folder.Path).ShouldBeEmpty();
    }

    [Fact]
    public async Task List_KeysGone_TellsThatTheLogCannotBeRead()
    {
        await AppendAsync(entries: 1);
        File.Delete(folder.File("store.keys"));

        (await ListAsync()).ShouldBeAFault("the log cannot be read", folder.File("taushet.db"));
    }

    public void Dispose() => folder.Dispose();

    private Task<Told> ListAsync(params string[] more) => Told.ByAsync(["audit", "list", "--data", folder.Path, .. more]);

    private async Task AppendAsync(int entries)
    {
        var options = new DataFolder(folder.Path).WritingOptions();
        _ = SqliteStore.Migrate(options, TimeProvider.System);
        await using var store = SqliteStore.Open(options);
        for (var made = 0; made < entries; made++)
        {
            var result = await store.Audit.AppendAsync(
                Draft(), new SubjectKey(Child, Reference: null), "310000000", new FactVersions(0, 0, RegistryFresh: false), default);
            result.ShouldBeOfType<AppendResult.Stored>();
        }
    }

    private static EntryDraft Draft() => new()
    {
        Public = new PublicPart
        {
            TimeMicros = StoppedClock.Now.ToUnixTimeMilliseconds() * 1000,
            Kind = EntryKind.Request,
            Flow = Flow.Pull,
            RequestId = Guid.NewGuid(),
            Receiver = new PartyRef("310000019", string.Empty, Service.GeneralPractitioner, Known<ServiceForm>.Unknown),
            Holder = new PartyRef("310000000", string.Empty, Service.PrimarySchool, ServiceForm.Municipal),
            Purpose = Codes<Purpose>.Members[6],
            Bases = MemberSet<Basis>.Of(Basis.Consent),
            PolicyHash = new string('a', 64),
            LawDate = new DateOnly(2026, 9, 1),
            Given = CellSet.Of(Cell.Attendance),
            Caller = "issuer client",
        },
        Holder = new HolderPart("decision.v1\nasked ATT\n", SourceCalled: true, "ok", Dropped: 2),
        Sealed = new SealedPart("employee-7 teacher", "case-12", "snapshot.v1\n"),
        ReleaseCommitment = RandomNumberGenerator.GetBytes(32),
    };
}
