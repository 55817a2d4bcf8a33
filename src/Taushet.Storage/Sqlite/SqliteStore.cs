using Taushet.Storage.Control;
using Taushet.Storage.Log;
using Taushet.Storage.Ports;
using Taushet.Storage.Reports;
using Taushet.Storage.Retention;
using Taushet.Storage.Sqlite.Index;
using Taushet.Storage.Trail;
using Taushet.Storage.Trail.Index;
using Taushet.Storage.Wishes;

namespace Taushet.Storage.Sqlite;

/// <summary>A store on one SQLite file.</summary>
public sealed class SqliteStore : IStore
{
    private readonly SqliteOpener opener;
    private readonly WriteGate gate;
    private readonly SqliteFactStore facts;
    private readonly SqliteParticipantStore participants;
    private readonly SqliteWishStore wishes;
    private readonly SqliteSubjectKeys subjects;
    private readonly SqliteProofStore proofs;
    private readonly SqliteInbox inbox;
    private readonly SqliteDisclosures disclosures;
    private readonly SqliteIndexRows indexRows;
    private readonly TrailProjector projector;
    private readonly Lock claiming = new();
    private LogAuditStore? audit;

    private SqliteStore(SqliteOpener opener)
    {
        this.opener = opener;
        gate = new WriteGate(opener);
        facts = new SqliteFactStore(opener);
        participants = new SqliteParticipantStore(opener);
        subjects = new SqliteSubjectKeys(opener);
        proofs = new SqliteProofStore(opener);
        wishes = new SqliteWishStore(opener, new WishForesight(subjects, opener.Options.Keys));
        Registrar = new SqliteRegistrar(opener, gate);
        inbox = new SqliteInbox(opener, gate);
        disclosures = new SqliteDisclosures(opener, gate);
        var duties = new SqliteDuties(opener);
        HandTasks = duties;
        Orders = duties;
        Persons = new SqlitePersonFeed(opener, gate);
        StandingDecisions = new SqliteStandingDecisions(opener);
        Policies = new SqlitePolicyArchive(opener, gate);
        var rows = new SqliteTrailRows(opener.OpenToRead, opener.Options.Keys);
        var secrets = new IndexSecrets(opener.Options.Keys);
        indexRows = new SqliteIndexRows(opener, secrets);
        projector = new TrailProjector(rows, indexRows, opener.Options.Keys, secrets);
        Trail = new TrailReader(rows, opener.Options.Keys);
        Index = new TrailIndex(rows, indexRows, opener.Options.Keys, secrets);
        Guardians = new SqliteGuardians(opener, gate);
        Health = new SqliteHealth(opener);
        var shared = new SqliteShared(opener, gate);
        Retention = new StoredRetention(shared, opener.Options.Keys);
        Control = new StoredControl(shared);
        Reports = new StoredReportProgress(shared, opener.Options.Keys);
        Wrapping = new StoredWrapping(shared, opener.Options.Keys);
        Logs = new SqliteLogKeeper(gate);
        Registry = new SqliteParticipantRegistry(opener);
        Organisations = new SqliteOrganisationRegistry(opener, gate);
    }

    /// <inheritdoc/>
    public IFactStore Facts => facts;

    /// <inheritdoc/>
    public IWishStore Wishes => wishes;

    /// <inheritdoc/>
    public IParticipantStore Participants => participants;

    /// <inheritdoc/>
    public IParticipantRegistry Registry { get; }

    /// <inheritdoc/>
    public IOrganisationRegistry Organisations { get; }

    /// <inheritdoc/>
    public IProofStore Proofs => proofs;

    /// <inheritdoc/>
    public IRegistrar Registrar { get; }

    /// <inheritdoc/>
    public IPersonFeed Persons { get; }

    /// <inheritdoc/>
    public IStandingDecisions StandingDecisions { get; }

    /// <inheritdoc/>
    public IPolicyArchive Policies { get; }

    /// <inheritdoc/>
    public IInbox Inbox => inbox;

    /// <inheritdoc/>
    public IDisclosures Disclosures => disclosures;

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

    /// <summary>Applies the migrations that the database has not had yet; makes the database when there is none.</summary>
    /// <returns>The names of the scripts that were applied now.</returns>
    /// <exception cref="InvalidOperationException">A script that was applied has changed since, or is unknown here.</exception>
    public static IReadOnlyList<string> Migrate(SqliteStoreOptions options, TimeProvider time) =>
        new SqliteMigrator(new SqliteOpener(options), time).Migrate();

    /// <summary>Opens the store.</summary>
    /// <exception cref="InvalidOperationException">The database is not at this version, or is not durable.</exception>
    /// <exception cref="System.Data.Common.DbException">The database cannot be opened.</exception>
    public static SqliteStore Open(SqliteStoreOptions options)
    {
        if (!File.Exists(options.Path))
        {
            throw new InvalidOperationException("There is no database at its path: put it back, or run 'taushet db migrate' for a new one.");
        }

        var file = new SqliteOpener(options);
        using (var connection = file.OpenToWrite())
        {
            SqliteMigrator.RequireCurrent(connection);
            StoredWrapping.UseRoot(StoredWrapping.KeptRoot(new SqliteSharedChange(connection)), options.Keys);
        }

        return new SqliteStore(file);
    }

    /// <summary>Drains the log's writer and closes every connection.</summary>
    public async ValueTask DisposeAsync()
    {
        if (audit is { } open)
        {
            await open.DrainAsync();
            open.Dispose();
        }

        facts.Dispose();
        wishes.Dispose();
        participants.Dispose();
        subjects.Dispose();
        proofs.Dispose();
        inbox.Dispose();
        disclosures.Dispose();
        projector.Dispose();
        indexRows.Dispose();
    }

    private LogAuditStore Write()
    {
        var settings = opener.Options.Log ?? throw new InvalidOperationException("The store was opened without settings of a log.");
        return new LogAuditStore(new SqliteLogBackend(opener, gate, settings), subjects, opener.Options.Keys, settings);
    }
}
