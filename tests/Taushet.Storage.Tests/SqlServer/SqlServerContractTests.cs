using Dapper;
using Microsoft.Data.SqlClient;
using Taushet.Storage.Log;
using Taushet.Storage.Ports;
using Taushet.Storage.Tests.Contracts;
using Taushet.Storage.Tests.Support;

namespace Taushet.Storage.Tests.SqlServer;

[NeedsServer]
public sealed class SqlServerFactTests(SharedDatabase database) : FactStoreContract, IClassFixture<SharedDatabase>
{
    protected override Task<ITestStore> OpenAsync() => SqlServerTestStore.OpenAsync(database);
}

[NeedsServer]
public sealed class SqlServerWishTests(SharedDatabase database) : WishContract, IClassFixture<SharedDatabase>
{
    protected override Task<ITestStore> OpenAsync() => SqlServerTestStore.OpenAsync(database);
}

[NeedsServer]
public sealed class SqlServerChangeTests : ChangeContract
{
    protected override Task<ITestStore> OpenAsync() => SqlServerTestStore.OpenAsync();
}

[NeedsServer]
public sealed class SqlServerStandingDecisionTests : StandingDecisionContract
{
    protected override Task<ITestStore> OpenAsync() => SqlServerTestStore.OpenAsync();
}

[NeedsServer]
public sealed class SqlServerPolicyArchiveTests(SharedDatabase database) : PolicyArchiveContract, IClassFixture<SharedDatabase>
{
    protected override Task<ITestStore> OpenAsync() => SqlServerTestStore.OpenAsync(database);
}

[NeedsServer]
public sealed class SqlServerPersonFeedTests(SharedDatabase database) : PersonFeedContract, IClassFixture<SharedDatabase>
{
    protected override Task<ITestStore> OpenAsync() => SqlServerTestStore.OpenAsync(database);
}

[NeedsServer]
public sealed class SqlServerInboxTests : InboxContract
{
    protected override Task<ITestStore> OpenAsync() => SqlServerTestStore.OpenAsync();
}

[NeedsServer]
public sealed class SqlServerVersionTests(SharedDatabase database) : VersionContract, IClassFixture<SharedDatabase>
{
    protected override Task<ITestStore> OpenAsync() => SqlServerTestStore.OpenAsync(database);
}

[NeedsServer]
public sealed class SqlServerGuardianTests(SharedDatabase database) : GuardianContract, IClassFixture<SharedDatabase>
{
    protected override Task<ITestStore> OpenAsync() => SqlServerTestStore.OpenAsync(database);
}

[NeedsServer]
public sealed class SqlServerRetentionTests : RetentionContract
{
    protected override Task<ITestStore> OpenAsync() => SqlServerTestStore.OpenAsync();
}

[NeedsServer]
public sealed class SqlServerControlTests : ControlContract
{
    protected override Task<ITestStore> OpenAsync() => SqlServerTestStore.OpenAsync();
}

[NeedsServer]
public sealed class SqlServerWrappingTests : WrappingContract
{
    protected override Task<ITestStore> OpenAsync() => SqlServerTestStore.OpenAsync();
}

[NeedsServer]
public sealed class SqlServerParticipantTests(SharedDatabase database) : ParticipantContract, IClassFixture<SharedDatabase>
{
    protected override Task<ITestStore> OpenAsync() => SqlServerTestStore.OpenAsync(database);
}

[NeedsServer]
public sealed class SqlServerProofTests(SharedDatabase database) : ProofContract, IClassFixture<SharedDatabase>
{
    protected override Task<ITestStore> OpenAsync() => SqlServerTestStore.OpenAsync(database);
}

[NeedsServer]
public sealed class SqlServerAuditTests : AuditContract
{
    protected override Task<ITestStore> OpenAsync() => SqlServerTestStore.OpenAsync();
}

[NeedsServer]
public sealed class SqlServerDisclosureTests : DisclosureContract
{
    protected override Task<ITestStore> OpenAsync() => SqlServerTestStore.OpenAsync();
}

[NeedsServer]
public sealed class SqlServerHandTaskTests : HandTaskContract
{
    protected override Task<ITestStore> OpenAsync() => SqlServerTestStore.OpenAsync();
}

[NeedsServer]
public sealed class SqlServerReportTests : ReportContract
{
    protected override Task<ITestStore> OpenAsync() => SqlServerTestStore.OpenAsync();
}

[NeedsServer]
public sealed class SqlServerOrderTests : OrderContract
{
    protected override Task<ITestStore> OpenAsync() => SqlServerTestStore.OpenAsync();
}

[NeedsServer]
public sealed class SqlServerReceiptTests : ReceiptContract
{
    protected override Task<ITestStore> OpenAsync() => SqlServerTestStore.OpenAsync();
}

[NeedsServer]
public sealed class SqlServerLogTests : LogContract
{
    protected override Task<ITestStore> OpenAsync() => SqlServerTestStore.OpenAsync();
}

[NeedsServer]
public sealed class SqlServerInspectionTests : InspectionContract
{
    protected override Task<ITestStore> OpenAsync() => SqlServerTestStore.OpenAsync();
}

[NeedsServer]
public sealed class SqlServerTamperTests : TamperContract
{
    protected override Task<ITestStore> OpenAsync() => SqlServerTestStore.OpenAsync();
}

[NeedsServer]
public sealed class SqlServerKeyChangeTests : KeyChangeContract
{
    protected override Task<ITestStore> OpenAsync() => SqlServerTestStore.OpenAsync();
}

[NeedsServer]
public sealed class SqlServerGatewaysTests : GatewaysContract
{
    protected override Task<ITestStore> OpenAsync() => SqlServerTestStore.OpenAsync();
}

[NeedsServer]
public sealed class SqlServerIndexTests : IndexContract
{
    protected override Task<ITestStore> OpenAsync() => SqlServerTestStore.OpenAsync();
}

[NeedsServer]
public sealed class SqlServerRegistryTests : RegistryContract
{
    protected override Task<ITestStore> OpenAsync() => SqlServerTestStore.OpenAsync();
}

[NeedsServer]
public sealed class SqlServerOrganisationTests : OrganisationContract
{
    protected override Task<ITestStore> OpenAsync() => SqlServerTestStore.OpenAsync();
}

[NeedsServer]
public sealed class SqlServerWithdrawalTests : WithdrawalContract
{
    protected override Task<ITestStore> OpenAsync() => SqlServerTestStore.OpenAsync();

    // An append holds the registers' lock until it is committed, so that numbers are given in the order of commits.
    protected override async Task NumberAsync(ITestStore store)
    {
        await using var connection = ((SqlServerTestStore)store).Outside();
        await connection.ExecuteAsync(
            "CREATE TABLE commit_order (place bigint IDENTITY(1, 1) NOT NULL, entry binary(16) NOT NULL, CONSTRAINT commit_order_key PRIMARY KEY (place))");
        await connection.ExecuteAsync(
            "CREATE TRIGGER audit_entry_numbered ON audit_entry AFTER INSERT AS BEGIN SET NOCOUNT ON; INSERT INTO commit_order (entry) SELECT entry FROM inserted ORDER BY place; END");
    }

    protected override async Task<IReadOnlyList<Guid>> CommitOrderAsync(ITestStore store)
    {
        await using var connection = ((SqlServerTestStore)store).Outside();
        return [.. (await connection.QueryAsync<byte[]>("SELECT entry FROM commit_order ORDER BY place")).Select(StoredForms.Id)];
    }
}

internal sealed class SqlServerTestStore(TemporaryDatabase temporary, bool shared) : ITestStore
{
    // On a server with ledger tables the server itself refuses: there is nothing to disable, and these tests fail to tamper.
    private const string Unkept = """
        DISABLE TRIGGER audit_entry_kept ON audit_entry;
        DISABLE TRIGGER checkpoint_kept ON [checkpoint];
        DISABLE TRIGGER log_subtree_kept ON log_subtree;

        """;

    public SqlConnection Outside() => temporary.Outside();

    public Task OutsideAsync(string sql) => temporary.OutsideAsync(Unkept + sql);

    public string Literal(ReadOnlySpan<byte> bytes) => $"0x{Convert.ToHexString(bytes)}";

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

    /// <summary>The registers of a database are emptied for each test.</summary>
    public static async Task<ITestStore> OpenAsync(SharedDatabase database) =>
        new SqlServerTestStore(await database.EmptyAsync(), shared: true);

    /// <summary>A trail cannot be emptied: a test that looks at the whole of it has a database of its own.</summary>
    public static async Task<ITestStore> OpenAsync() => new SqlServerTestStore(await TemporaryDatabase.OpenAsync(), shared: false);

    public async Task<IStore> OpenAnotherAsync(LogSettings settings, StoreKeys? keys = null) =>
        await temporary.OpenAsync(options => options with { Log = settings, Keys = keys ?? options.Keys });

    // The next test finds a shared one empty, and the last one drops it.
    public ValueTask DisposeAsync() => shared ? ValueTask.CompletedTask : temporary.DisposeAsync();
}
