using Taushet.Storage.Ports;

namespace Taushet.Storage.SqlServer;

/// <summary>A store in a database on SQL Server, which several gateways may share. Thread-safe.</summary>
public sealed class SqlServerStore : IAsyncDisposable
{
    private const string LoginResource = "Taushet.Storage.SqlServer.Scripts.login.sql";

    private readonly SqlServerOpener opener;

    private SqlServerStore(SqlServerOpener opener)
    {
        this.opener = opener;
        Facts = new SqlServerFactStore(opener);
        Participants = new SqlServerParticipantStore(opener);
        Registrar = new SqlServerRegistrar(opener, new RegisterGate(opener));
    }

    /// <summary>Reads facts.</summary>
    public IFactStore Facts { get; }

    /// <summary>Reads participants.</summary>
    public IParticipantStore Participants { get; }

    /// <summary>Writes the registers. A call returns when its change is durable.</summary>
    public IRegistrar Registrar { get; }

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
    public static Task<IReadOnlyList<string>> MigrateAsync(
        SqlServerStoreOptions options,
        TimeProvider time,
        CancellationToken cancellation) =>
        new SqlServerMigrator(new SqlServerOpener(options), time).MigrateAsync(cancellation);

    /// <summary>Opens the store.</summary>
    /// <exception cref="InvalidOperationException">The database is not at this version, or is not durable.</exception>
    /// <exception cref="System.Data.Common.DbException">The database cannot be opened.</exception>
    public static async Task<SqlServerStore> OpenAsync(SqlServerStoreOptions options, CancellationToken cancellation)
    {
        var server = new SqlServerOpener(options);

        // What refuses a database that is not durable refuses it here, and not at the first write.
        await using var connection = await server.OpenToWriteAsync(cancellation);
        await SqlServerMigrator.RequireCurrentAsync(connection, cancellation);
        return new SqlServerStore(server);
    }

    /// <summary>Closes the idle connections.</summary>
    public ValueTask DisposeAsync()
    {
        opener.Close();
        return ValueTask.CompletedTask;
    }
}
