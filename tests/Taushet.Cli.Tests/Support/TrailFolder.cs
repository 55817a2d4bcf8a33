using System.Security.Cryptography;
using Dapper;
using Microsoft.Data.Sqlite;
using Taushet.Core.Requests;
using Taushet.Core.Trail;
using Taushet.Core.Vocabulary;
using Taushet.Storage.Files;
using Taushet.Storage.Log;
using Taushet.Storage.Ports;
using Taushet.Storage.Sqlite;

namespace Taushet.Cli.Tests.Support;

/// <summary>A data folder with a store that gateways have written to.</summary>
internal sealed class TrailFolder : IDisposable
{
    public const string Child = "03851598730";

    private readonly Folder folder = new();
    private int made;

    public string Path => folder.Path;

    public string Database => folder.File(DataFiles.Database);

    public string File(string name) => folder.File(name);

    public string CheckpointFile(string gateway = LogSettings.DefaultGateway) => folder.File(DataFiles.Checkpoints(gateway));

    public Task<Told> RunAsync(params string[] arguments) => Told.ByAsync([.. arguments, "--data", Path]);

    public Task<Told> RunAsync(GatewayVariables variables, params string[] arguments) =>
        Told.ByAsync(TimeProvider.System, variables, [.. arguments, "--data", Path]);

    /// <summary>Opens the store as a gateway does.</summary>
    public SqliteStore OpenAsGateway(string gateway = LogSettings.DefaultGateway, string? checkpointFile = null)
    {
        var options = new DataFolder(Path).WritingOptions(gateway);
        _ = SqliteStore.Migrate(options, TimeProvider.System);
        var log = options.Log! with { ProbeInterval = TimeSpan.FromMilliseconds(50), Lease = TimeSpan.FromSeconds(1) };
        return SqliteStore.Open(options with { Log = log with { CheckpointFile = checkpointFile ?? log.CheckpointFile } });
    }

    /// <summary>Stores entries one after another, each its own batch.</summary>
    public async Task<IReadOnlyList<AuditReceipt>> AppendAsync(int entries, string gateway = LogSettings.DefaultGateway)
    {
        await using var store = OpenAsGateway(gateway);
        var receipts = new List<AuditReceipt>();
        for (var n = 0; n < entries; n++)
        {
            receipts.Add((await AppendAsync(store.Audit)).ShouldBeOfType<AppendResult.Stored>().Receipt);
        }

        return receipts;
    }

    public Task<AppendResult> AppendAsync(IAuditStore audit) => AppendAsync(audit, RandomNumberGenerator.GetBytes(32));

    public Task<AppendResult> AppendAsync(IAuditStore audit, byte[] commitment) =>
        AppendAsync(audit, commitment, EntryKind.Request, Guid.NewGuid());

    public Task<AppendResult> AppendAsync(IAuditStore audit, byte[] commitment, EntryKind kind, Guid requestId) => audit.AppendAsync(
        Draft(made++, kind, requestId) with { ReleaseCommitment = commitment },
        new SubjectKey(Child, Reference: null),
        "310000000",
        new FactVersions(0, 0, RegistryFresh: false),
        default);

    /// <summary>Puts the database back to what a file holds, as a restore from a backup does.</summary>
    public void Restore(string backup)
    {
        foreach (var beside in new[] { "-wal", "-shm" })
        {
            System.IO.File.Delete(Database + beside);
        }

        System.IO.File.Copy(backup, Database, overwrite: true);
    }

    public string BackUp()
    {
        var backup = folder.File("backup");
        System.IO.File.Copy(Database, backup);
        return backup;
    }

    /// <summary>Changes the database behind everyone's back.</summary>
    public void Outside(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        connection.Open();
        connection.Execute("DROP TRIGGER IF EXISTS audit_entry_fixed; DROP TRIGGER IF EXISTS audit_entry_kept; DROP TRIGGER IF EXISTS checkpoint_fixed");
        connection.Execute(sql);
    }

    public void Dispose() => folder.Dispose();

    private static EntryDraft Draft(int place, EntryKind kind, Guid requestId) => new()
    {
        Public = new PublicPart
        {
            TimeMicros = (StoppedClock.Now.ToUnixTimeMilliseconds() * 1000) + place,
            Kind = kind,
            Flow = Flow.Pull,
            RequestId = requestId,
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
