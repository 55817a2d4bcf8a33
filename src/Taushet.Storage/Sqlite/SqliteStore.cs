using Taushet.Storage.Ports;
using Taushet.Storage.Sqlite.Tables;

namespace Taushet.Storage.Sqlite;

/// <summary>A store on one SQLite file: everything the gateway keeps, behind its ports. Thread-safe.</summary>
public sealed class SqliteStore : IAsyncDisposable
{
    private readonly SqliteOpener opener;
    private readonly WriteGate gate;
    private readonly SqliteFactStore facts;
    private readonly SqliteParticipantStore participants;
    private readonly Lock taking = new();
    private SqliteAuditStore? audit;

    private SqliteStore(SqliteOpener opener, WriteGate gate, Guid log)
    {
        this.opener = opener;
        this.gate = gate;
        Log = log;
        facts = new SqliteFactStore(opener);
        participants = new SqliteParticipantStore(opener);
        Registrar = new SqliteRegistrar(opener, gate);
        Trail = new SqliteTrailReader(opener, log);
    }

    /// <summary>The log of this gateway identity.</summary>
    public Guid Log { get; }

    /// <summary>Reads facts.</summary>
    public IFactStore Facts => facts;

    /// <summary>Reads participants.</summary>
    public IParticipantStore Participants => participants;

    /// <summary>Writes the registers. A call returns when its change is durable.</summary>
    public IRegistrar Registrar { get; }

    /// <summary>Reads the trail.</summary>
    public ITrailReader Trail { get; }

    /// <summary>
    /// Writes the trail. The first use takes the log over: a process that wrote it before can write no more. So a process that
    /// only reads must not touch this.
    /// </summary>
    /// <exception cref="System.Data.Common.DbException">The log could not be taken over; the next use tries again.</exception>
    public IAuditStore Audit
    {
        get
        {
            lock (taking)
            {
                return audit ??= TakeLogOver();
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
        var file = new SqliteOpener(options);
        using (var connection = file.OpenToWrite())
        {
            SqliteMigrator.RequireCurrent(connection);
        }

        var writes = new WriteGate(file);
        var log = writes.Write(connection => LogHeadTable.Identify(connection, options.Gateway, Guid.NewGuid()));
        return new SqliteStore(file, writes, log);
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
        participants.Dispose();
    }

    private SqliteAuditStore TakeLogOver()
    {
        var epoch = gate.Write(connection => LogHeadTable.TakeOver(connection, Log));
        return new SqliteAuditStore(opener, gate, Log, epoch);
    }
}
