using Taushet.Storage.Control;
using Taushet.Storage.Log;
using Taushet.Storage.Ports;
using Taushet.Storage.Reports;
using Taushet.Storage.Retention;
using Taushet.Storage.SqlServer.Index;
using Taushet.Storage.Trail;
using Taushet.Storage.Trail.Index;
using Taushet.Storage.Wishes;

namespace Taushet.Storage.SqlServer;

/// <summary>A store in a database on SQL Server, which several gateways may share. Thread-safe.</summary>
public sealed class SqlServerStore : IStore
{
    private const string LoginResource = "Taushet.Storage.SqlServer.Scripts.login.sql";

    private readonly SqlServerOpener opener;
    private readonly RegisterGate gate;
    private readonly TrailProjector projector;
    private readonly Lock claiming = new();
    private LogAuditStore? audit;

    private SqlServerStore(SqlServerOpener opener)
    {
        this.opener = opener;
        gate = new RegisterGate(opener);
        Facts = new SqlServerFactStore(opener);
        Wishes = new SqlServerWishStore(
            opener,
            new WishForesight(new SqlServerSubjectKeys(new SqlServerReader(opener)), opener.Options.Keys));
        Participants = new SqlServerParticipantStore(opener);
        Proofs = new SqlServerProofStore(opener);
        Registrar = new SqlServerRegistrar(opener, gate);
        Inbox = new SqlServerInbox(opener, gate);
        Disclosures = new SqlServerDisclosures(opener, gate);
        var duties = new SqlServerDuties(opener);
        HandTasks = duties;
        Orders = duties;
        Persons = new SqlServerPersonFeed(opener, gate);
        StandingDecisions = new SqlServerStandingDecisions(opener);
        Policies = new SqlServerPolicyArchive(opener, gate);
        var rows = new SqlServerTrailRows(opener);
        var secrets = new IndexSecrets(opener.Options.Keys);
        var indexRows = new SqlServerIndexRows(opener, secrets);
        projector = new TrailProjector(rows, indexRows, opener.Options.Keys, secrets);
        Trail = new TrailReader(rows, opener.Options.Keys);
        Index = new TrailIndex(rows, indexRows, opener.Options.Keys, secrets);
        Guardians = new SqlServerGuardians(opener, gate);
        Health = new SqlServerHealth(opener);
        var shared = new SqlServerShared(opener, gate);
        Retention = new StoredRetention(shared, opener.Options.Keys);
        Control = new StoredControl(shared);
        Reports = new StoredReportProgress(shared, opener.Options.Keys);
        Wrapping = new StoredWrapping(shared, opener.Options.Keys);
        Logs = new SqlServerLogKeeper(gate);
        Registry = new SqlServerParticipantRegistry(opener);
        Organisations = new SqlServerOrganisationRegistry(opener, gate);
    }

    /// <inheritdoc/>
    public IFactStore Facts { get; }

    /// <inheritdoc/>
    public IWishStore Wishes { get; }

    /// <inheritdoc/>
    public IParticipantStore Participants { get; }

    /// <inheritdoc/>
    public IParticipantRegistry Registry { get; }

    /// <inheritdoc/>
    public IOrganisationRegistry Organisations { get; }

    /// <inheritdoc/>
    public IProofStore Proofs { get; }

    /// <inheritdoc/>
    public IRegistrar Registrar { get; }

    /// <inheritdoc/>
    public IPersonFeed Persons { get; }

    /// <inheritdoc/>
    public IStandingDecisions StandingDecisions { get; }

    /// <inheritdoc/>
    public IPolicyArchive Policies { get; }

    /// <inheritdoc/>
    public IInbox Inbox { get; }

    /// <inheritdoc/>
    public IDisclosures Disclosures { get; }

    /// <inheritdoc/>
    public IReportProgress Reports { get; }

    /// <inheritdoc/>
    public IHandTasks HandTasks { get; }

    /// <inheritdoc/>
    public IOrders Orders { get; }

    /// <inheritdoc/>
    public ITrailReader Trail { get; }

    /// <inheritdoc/>
    public ITrailIndex Index { get; }

    /// <inheritdoc/>
    public ITrailProjector Projector => projector;

    /// <inheritdoc/>
    public IGuardians Guardians { get; }

    /// <inheritdoc/>
    public IStoreHealth Health { get; }

    /// <inheritdoc/>
    public IRetention Retention { get; }

    /// <inheritdoc/>
    public ILogControl Control { get; }

    /// <inheritdoc/>
    public IWrappingKeeper Wrapping { get; }

    /// <inheritdoc/>
    public ILogKeeper Logs { get; }

    /// <inheritdoc/>
    public IAuditStore Audit
    {
        get
        {
            lock (claiming)
            {
                return audit ??= Write();
            }
        }
    }

    /// <summary>
    /// The script that makes a role with exactly the rights a gateway needs. It is for the database's owner to read and run,
    /// after the migrations; the store never runs it.
    /// </summary>
    public static string LoginScript()
    {
        using var reader = new StreamReader(typeof(SqlServerStore).Assembly.GetManifestResourceStream(LoginResource)!);
        return reader.ReadToEnd();
    }

    /// <summary>Applies the migrations that the database has not had yet. The database must exist.</summary>
    /// <returns>
    /// The names of the scripts that were applied now. A script in several forms names the one that was chosen for this server:
    /// <c>ledger</c> where it has append-only ledger tables, <c>triggers</c> elsewhere.
    /// </returns>
    /// <exception cref="InvalidOperationException">A script that was applied has changed since, or is unknown here.</exception>
    /// <exception cref="System.Data.Common.DbException">The database cannot be opened or changed.</exception>
    public static async Task<IReadOnlyList<string>> MigrateAsync(
        SqlServerStoreOptions options,
        TimeProvider time,
        CancellationToken cancellation)
    {
        var server = new SqlServerOpener(options);
        try
        {
            return await new SqlServerMigrator(server, time).MigrateAsync(cancellation);
        }
        finally
        {
            server.Close();
        }
    }

    /// <summary>Opens the store.</summary>
    /// <exception cref="InvalidOperationException">The database is not at this version, or is not durable.</exception>
    /// <exception cref="System.Data.Common.DbException">The database cannot be opened.</exception>
    public static async Task<SqlServerStore> OpenAsync(SqlServerStoreOptions options, CancellationToken cancellation)
    {
        var server = new SqlServerOpener(options);

        // What refuses a database that is not durable refuses it here, and not at the first write.
        await using var connection = await server.OpenToWriteAsync(cancellation);
        await SqlServerMigrator.RequireCurrentAsync(connection, cancellation);
        var shared = new SqlServerShared(server, new RegisterGate(server));
        StoredWrapping.UseRoot(await StoredWrapping.KeptRootAsync(shared, cancellation), options.Keys);
        return new SqlServerStore(server);
    }

    /// <summary>Drains the log's writer and closes the idle connections.</summary>
    public async ValueTask DisposeAsync()
    {
        if (audit is { } open)
        {
            await open.DrainAsync();
            open.Dispose();
        }

        projector.Dispose();
        opener.Close();
    }

    private LogAuditStore Write()
    {
        var settings = opener.Options.Log ?? throw new InvalidOperationException("The store was opened without settings of a log.");
        var subjects = new SqlServerSubjectKeys(new SqlServerReader(opener));
        return new LogAuditStore(new SqlServerLogBackend(opener, settings), subjects, opener.Options.Keys, settings);
    }
}
