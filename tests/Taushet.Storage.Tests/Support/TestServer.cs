using Dapper;
using Microsoft.Data.SqlClient;

namespace Taushet.Storage.Tests.Support;

/// <summary>The server that the tests of the SQL Server store run on, if there is one.</summary>
/// <remarks>Its login must be allowed to make databases: each test has one of its own, and drops it.</remarks>
internal static class TestServer
{
    private const string Variable = "TAUSHET_TEST_SQLSERVER";

    // Not every server makes two databases at once.
    private static readonly SemaphoreSlim OneAtATime = new(1);

    private static readonly Lazy<string> Version = new(() =>
    {
        using var connection = new SqlConnection(ConnectionString);
        return connection.ExecuteScalar<string>("SELECT @@VERSION")!;
    });

    public static string ConnectionString =>
        Environment.GetEnvironmentVariable(Variable) ?? throw new InvalidOperationException(WhyNot);

    /// <summary>Why no test can run on a server; null when they can.</summary>
    public static string? WhyNot => string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Variable))
        ? $"{Variable} is not set: there is no SQL Server to run on."
        : null;

    /// <summary>Why no test can run that needs SQL Server itself; null when they can.</summary>
    public static string? WhyNotOriginal => WhyNot
        ?? (Version.Value.StartsWith("Microsoft SQL", StringComparison.Ordinal)
            ? null
            : "The server speaks T-SQL and is not SQL Server: it lacks what this is about.");

    /// <summary>Makes an empty database.</summary>
    /// <returns>The connection string of it.</returns>
    public static async Task<string> CreateDatabaseAsync()
    {
        var name = $"taushet_test_{Guid.NewGuid():n}";
        await ExecuteAsync($"CREATE DATABASE {name}");
        return new SqlConnectionStringBuilder(ConnectionString) { InitialCatalog = name }.ConnectionString;
    }

    /// <summary>Drops a database. A session that is just ending may still hold it: then it is tried again.</summary>
    public static async Task DropDatabaseAsync(string database)
    {
        const int Tries = 20;
        var name = new SqlConnectionStringBuilder(database).InitialCatalog;
        for (var tried = 1; ; tried++)
        {
            try
            {
                await ExecuteAsync($"DROP DATABASE {name}");
                return;
            }
            catch (SqlException) when (tried < Tries)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50 * tried));
            }
        }
    }

    private static async Task ExecuteAsync(string sql)
    {
        await OneAtATime.WaitAsync();
        try
        {
            await using var connection = new SqlConnection(ConnectionString);
            await connection.ExecuteAsync(new CommandDefinition(sql, commandTimeout: 120));
        }
        finally
        {
            OneAtATime.Release();
        }
    }
}
