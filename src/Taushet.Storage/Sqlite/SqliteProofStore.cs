using Dapper;
using Microsoft.Data.Sqlite;
using Taushet.Storage.Ports;

namespace Taushet.Storage.Sqlite;

/// <summary>Remembers used proofs in a file of its own beside the database, so that no call waits for the trail's disk.</summary>
/// <remarks>
/// The file is not synced at every commit: what a power cut loses of it is made up for by refusing what was made before.
/// INVARIANT: a proof that was made before this process first used one is refused.
/// </remarks>
internal sealed class SqliteProofStore(SqliteOpener opener) : IProofStore, IDisposable
{
    private const string Prepare = """
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = NORMAL;
        CREATE TABLE IF NOT EXISTS used_proof (
            hash       BLOB    NOT NULL PRIMARY KEY,
            expires_at INTEGER NOT NULL
        ) WITHOUT ROWID;
        CREATE INDEX IF NOT EXISTS used_proof_by_expiry ON used_proof (expires_at);
        """;

    private const string Insert =
        "INSERT INTO used_proof (hash, expires_at) VALUES (@hash, @expires) ON CONFLICT (hash) DO NOTHING";

    private const string Forget =
        "DELETE FROM used_proof WHERE hash IN (SELECT hash FROM used_proof WHERE expires_at < @now LIMIT 4096)";

    private const int UsesBetweenForgetting = 1024;
    private static readonly TimeSpan ClocksDiffer = TimeSpan.FromSeconds(5);

    private readonly Lock held = new();
    private Session? session;
    private DateTimeOffset? began;
    private int uses;

    /// <summary>The file of a database.</summary>
    public static string PathOf(string database) => database + ".proofs";

    /// <inheritdoc/>
    public ValueTask<ProofUseResult> UseAsync(ProofUse proof, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        lock (held)
        {
            try
            {
                began ??= proof.Now;
                return ValueTask.FromResult(proof.Issued < began - ClocksDiffer ? ProofUseResult.Unavailable : Use(proof));
            }
            catch (Exception error) when (StoreErrors.IsStoreError(error))
            {
                session?.Dispose();
                session = null;
                opener.Report("use proof", error);
                return ValueTask.FromResult(ProofUseResult.Unavailable);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (held)
        {
            session?.Dispose();
            session = null;
        }
    }

    private ProofUseResult Use(ProofUse proof)
    {
        session ??= new Session(Open());
        if (uses++ % UsesBetweenForgetting == 0)
        {
            session.Forget.Set(0, StoredForms.Micros(proof.Now)).Execute();
        }

        var added = session.Insert.Set(0, proof.Hash).Set(1, StoredForms.Micros(proof.Expires)).Execute();
        return added == 1 ? ProofUseResult.First : ProofUseResult.Replayed;
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = PathOf(opener.Options.Path),
            Mode = SqliteOpenMode.ReadWriteCreate,
            Pooling = false,
            DefaultTimeout = Math.Max(1, (int)opener.Options.BusyTimeout.TotalSeconds),
        }.ToString());
        try
        {
            connection.Open();
            connection.Execute(Prepare);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private sealed class Session(SqliteConnection connection) : IDisposable
    {
        public PreparedStatement Insert { get; } =
            new(connection, SqliteProofStore.Insert, ("@hash", SqliteType.Blob), ("@expires", SqliteType.Integer));

        public PreparedStatement Forget { get; } = new(connection, SqliteProofStore.Forget, ("@now", SqliteType.Integer));

        public void Dispose()
        {
            Insert.Dispose();
            Forget.Dispose();
            connection.Dispose();
        }
    }
}
