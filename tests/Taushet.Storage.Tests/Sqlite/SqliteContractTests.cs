using Dapper;
using Microsoft.Data.Sqlite;
using Taushet.Storage.Log;
using Taushet.Storage.Ports;
using Taushet.Storage.Sqlite;
using Taushet.Storage.Tests.Contracts;
using Taushet.Storage.Tests.Support;

namespace Taushet.Storage.Tests.Sqlite;

public sealed class SqliteFactTests : FactStoreContract
{
    protected override Task<ITestStore> OpenAsync() => Task.FromResult<ITestStore>(new SqliteTestStore());
}

public sealed class SqliteWishTests : WishContract
{
    protected override Task<ITestStore> OpenAsync() => Task.FromResult<ITestStore>(new SqliteTestStore());
}

public sealed class SqliteChangeTests : ChangeContract
{
    protected override Task<ITestStore> OpenAsync() => Task.FromResult<ITestStore>(new SqliteTestStore());
}

public sealed class SqliteStandingDecisionTests : StandingDecisionContract
{
    protected override Task<ITestStore> OpenAsync() => Task.FromResult<ITestStore>(new SqliteTestStore());
}

public sealed class SqlitePolicyArchiveTests : PolicyArchiveContract
{
    protected override Task<ITestStore> OpenAsync() => Task.FromResult<ITestStore>(new SqliteTestStore());
}

public sealed class SqlitePersonFeedTests : PersonFeedContract
{
    protected override Task<ITestStore> OpenAsync() => Task.FromResult<ITestStore>(new SqliteTestStore());
}

public sealed class SqliteInboxTests : InboxContract
{
    protected override Task<ITestStore> OpenAsync() => Task.FromResult<ITestStore>(new SqliteTestStore());
}

public sealed class SqliteDisclosureTests : DisclosureContract
{
    protected override Task<ITestStore> OpenAsync() => Task.FromResult<ITestStore>(new SqliteTestStore());
}

public sealed class SqliteHandTaskTests : HandTaskContract
{
    protected override Task<ITestStore> OpenAsync() => Task.FromResult<ITestStore>(new SqliteTestStore());
}

public sealed class SqliteReportTests : ReportContract
{
    protected override Task<ITestStore> OpenAsync() => Task.FromResult<ITestStore>(new SqliteTestStore());
}

public sealed class SqliteOrderTests : OrderContract
{
    protected override Task<ITestStore> OpenAsync() => Task.FromResult<ITestStore>(new SqliteTestStore());
}

public sealed class SqliteVersionTests : VersionContract
{
    protected override Task<ITestStore> OpenAsync() => Task.FromResult<ITestStore>(new SqliteTestStore());
}

public sealed class SqliteAuditTests : AuditContract
{
    protected override Task<ITestStore> OpenAsync() => Task.FromResult<ITestStore>(new SqliteTestStore());
}

public sealed class SqliteReceiptTests : ReceiptContract
{
    protected override Task<ITestStore> OpenAsync() => Task.FromResult<ITestStore>(new SqliteTestStore());
}

public sealed class SqliteLogTests : LogContract
{
    protected override Task<ITestStore> OpenAsync() => Task.FromResult<ITestStore>(new SqliteTestStore());
}

public sealed class SqliteInspectionTests : InspectionContract
{
    protected override Task<ITestStore> OpenAsync() => Task.FromResult<ITestStore>(new SqliteTestStore());
}

public sealed class SqliteTamperTests : TamperContract
{
    protected override Task<ITestStore> OpenAsync() => Task.FromResult<ITestStore>(new SqliteTestStore());
}

public sealed class SqliteKeyChangeTests : KeyChangeContract
{
    protected override Task<ITestStore> OpenAsync() => Task.FromResult<ITestStore>(new SqliteTestStore());
}

public sealed class SqliteGatewaysTests : GatewaysContract
{
    protected override Task<ITestStore> OpenAsync() => Task.FromResult<ITestStore>(new SqliteTestStore());
}

public sealed class SqliteIndexTests : IndexContract
{
    protected override Task<ITestStore> OpenAsync() => Task.FromResult<ITestStore>(new SqliteTestStore());
}

public sealed class SqliteGuardianTests : GuardianContract
{
    protected override Task<ITestStore> OpenAsync() => Task.FromResult<ITestStore>(new SqliteTestStore());
}

public sealed class SqliteRetentionTests : RetentionContract
{
    protected override Task<ITestStore> OpenAsync() => Task.FromResult<ITestStore>(new SqliteTestStore());
}

public sealed class SqliteControlTests : ControlContract
{
    protected override Task<ITestStore> OpenAsync() => Task.FromResult<ITestStore>(new SqliteTestStore());
}

public sealed class SqliteWrappingTests : WrappingContract
{
    protected override Task<ITestStore> OpenAsync() => Task.FromResult<ITestStore>(new SqliteTestStore());
}

public sealed class SqliteParticipantTests : ParticipantContract
{
    protected override Task<ITestStore> OpenAsync() => Task.FromResult<ITestStore>(new SqliteTestStore());
}

public sealed class SqliteRegistryTests : RegistryContract
{
    protected override Task<ITestStore> OpenAsync() => Task.FromResult<ITestStore>(new SqliteTestStore());
}

public sealed class SqliteOrganisationTests : OrganisationContract
{
    protected override Task<ITestStore> OpenAsync() => Task.FromResult<ITestStore>(new SqliteTestStore());
}

public sealed class SqliteWithdrawalTests : WithdrawalContract
{
    protected override Task<ITestStore> OpenAsync() => Task.FromResult<ITestStore>(new SqliteTestStore());

    protected override Task NumberAsync(ITestStore store) => Task.CompletedTask;

    // One writer at a time, and nothing is ever removed: rows are numbered as they are committed.
    protected override Task<IReadOnlyList<Guid>> CommitOrderAsync(ITestStore store)
    {
        using var connection = new SqliteConnection($"Data Source={((SqliteTestStore)store).Path};Mode=ReadOnly;Pooling=False");
        return Task.FromResult<IReadOnlyList<Guid>>(
            [.. connection.Query<byte[]>("SELECT entry FROM audit_entry ORDER BY rowid").Select(StoredForms.Id)]);
    }
}

public sealed class SqliteProofTests : ProofContract
{
    protected override Task<ITestStore> OpenAsync() => Task.FromResult<ITestStore>(new SqliteTestStore());
}

internal sealed class SqliteTestStore : ITestStore
{
    private const string Unkept = """
        DROP TRIGGER IF EXISTS audit_entry_fixed;
        DROP TRIGGER IF EXISTS audit_entry_kept;
        DROP TRIGGER IF EXISTS checkpoint_fixed;
        DROP TRIGGER IF EXISTS checkpoint_kept;
        DROP TRIGGER IF EXISTS log_subtree_fixed;
        DROP TRIGGER IF EXISTS log_subtree_kept;
        """;

    private readonly TemporaryStore temporary = new();

    public string Path => temporary.Options.Path;

    public IFactStore Facts => temporary.Store.Facts;

    public IWishStore Wishes => temporary.Store.Wishes;

    public IEnumerable<StoreFault> Faults => temporary.Faults;

    public IParticipantStore Participants => temporary.Store.Participants;

    public IParticipantRegistry Registry => temporary.Store.Registry;

    public IOrganisationRegistry Organisations => temporary.Store.Organisations;

    public IProofStore Proofs => temporary.Store.Proofs;

    public IRegistrar Registrar => temporary.Store.Registrar;

    public IPersonFeed Persons => temporary.Store.Persons;

    public IInbox Inbox => temporary.Store.Inbox;

    public IDisclosures Disclosures => temporary.Store.Disclosures;

    public IReportProgress Reports => temporary.Store.Reports;

    public IHandTasks HandTasks => temporary.Store.HandTasks;

    public IOrders Orders => temporary.Store.Orders;

    public IPolicyArchive Policies => temporary.Store.Policies;

    public IStandingDecisions StandingDecisions => temporary.Store.StandingDecisions;

    public IAuditStore Audit => temporary.Store.Audit;

    public ITrailReader Trail => temporary.Store.Trail;

    public ITrailIndex Index => temporary.Store.Index;

    public ITrailProjector Projector => temporary.Store.Projector;

    public IGuardians Guardians => temporary.Store.Guardians;

    public IRetention Retention => temporary.Store.Retention;

    public IWrappingKeeper Wrapping => temporary.Store.Wrapping;

    public ILogControl Control => temporary.Store.Control;

    public string KeyFolder => temporary.KeyFolder;

    public ILogKeeper Logs => temporary.Store.Logs;

    public IStoreHealth Health => temporary.Store.Health;

    public LogSettings Settings => temporary.Options.Log!;

    public Task<IStore> OpenAnotherAsync(LogSettings settings, StoreKeys? keys = null) =>
        Task.FromResult<IStore>(SqliteStore.Open(temporary.Options with { Log = settings, Keys = keys ?? temporary.Options.Keys }));

    public async Task OutsideAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Path};Pooling=False");
        await connection.OpenAsync();
        await connection.ExecuteAsync(Unkept);
        await connection.ExecuteAsync(sql);
    }

    public string Literal(ReadOnlySpan<byte> bytes) => $"x'{Convert.ToHexString(bytes)}'";

    public ValueTask DisposeAsync() => temporary.DisposeAsync();
}
