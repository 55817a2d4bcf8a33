using Microsoft.Data.SqlClient;

namespace Taushet.Campaigns.Harness;

/// <summary>A database of a scene's own on a server that speaks T-SQL, with a gate before it; dropped in the end.</summary>
internal sealed class SceneServer : IAsyncDisposable
{
    /// <summary>Where the server is told: a connection string whose login may make databases. A secret, and so never an argument.</summary>
    public const string Variable = "TAUSHET_TEST_SQLSERVER";

    private const int Tries = 40;
    private readonly string server;
    private readonly string name;

    private SceneServer(string server, string name)
    {
        this.server = server;
        this.name = name;
        Direct = new SqlConnectionStringBuilder(server) { InitialCatalog = name }.ConnectionString;
        Gate = ServerGate.Before(Direct);
    }

    /// <summary>The database, for the campaign itself.</summary>
    public string Direct { get; }

    /// <summary>What stands between the gateways and the server.</summary>
    public ServerGate Gate { get; }

    /// <summary>Makes the database.</summary>
    /// <exception cref="ArgumentException">No server is told.</exception>
    public static async Task<SceneServer> CreateAsync(CancellationToken cancellation)
    {
        var where = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } told
            ? told
            : throw new ArgumentException($"Set {Variable} to a connection string whose login may make databases.");
        var database = $"taushet_campaign_{Guid.NewGuid():n}";
        await ExecuteAsync(where, $"CREATE DATABASE {database}", cancellation);
        return new SceneServer(where, database);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Gate.DisposeAsync();
        SqlConnection.ClearAllPools();
        for (var tried = 1; ; tried++)
        {
            try
            {
                await ExecuteAsync(server, $"DROP DATABASE {name}", CancellationToken.None);
                return;
            }
            catch (SqlException) when (tried < Tries)
            {
                // A session that is just ending may still hold it.
                await Task.Delay(TimeSpan.FromMilliseconds(50 * tried));
            }
        }
    }

    private static async Task ExecuteAsync(string where, string sql, CancellationToken cancellation)
    {
        await using var connection = new SqlConnection(where);
        await connection.OpenAsync(cancellation);
        await using var command = new SqlCommand(sql, connection) { CommandTimeout = 120 };
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
