using Dapper;
using Microsoft.Data.SqlClient;
using Taushet.Storage.SqlServer;
using Taushet.Storage.Tests.Support;

namespace Taushet.Storage.Tests.SqlServer;

/// <summary>What a connection is before the store uses it, and with what rights.</summary>
[NeedsServer]
public sealed class SessionTests(SharedDatabase shared) : IAsyncLifetime, IClassFixture<SharedDatabase>
{
    private const int XactAbort = 16384;

    private TemporaryDatabase database = null!;

    public async Task InitializeAsync() => database = await shared.EmptyAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [StoreFact]
    public async Task OpenToWriteAsync_EveryTime_ErrorsEndTheTransaction()
    {
        for (var time = 0; time < 2; time++)
        {
            await using var connection = await database.Opener.OpenToWriteAsync(default);
            (await connection.ExecuteScalarAsync<int>("SELECT @@OPTIONS") & XactAbort).ShouldBe(XactAbort);
            (await connection.ExecuteScalarAsync<int>("SELECT @@LOCK_TIMEOUT"))
                .ShouldBe((int)database.Options.LockTimeout.TotalMilliseconds);
        }
    }

    // INVARIANT: no connection writes to a database whose delayed durability is not disabled.
    [StoreTheory]
    [NeedsServer(Original = true)]
    [InlineData("ALLOWED")]
    [InlineData("FORCED")]
    public async Task OpenToWriteAsync_DurabilityIsDelayed_IsRefused(string durability)
    {
        await database.OutsideAsync($"ALTER DATABASE CURRENT SET DELAYED_DURABILITY = {durability}");
        try
        {
            (await Should.ThrowAsync<InvalidOperationException>(() => database.OpenAsync(options => options)))
                .Message.ShouldContain("DELAYED_DURABILITY");
            await Should.ThrowAsync<InvalidOperationException>(
                () => database.Store.Registrar.ImportAsync([Given.Person(1)], Given.Instant, default));
        }
        finally
        {
            await database.OutsideAsync("ALTER DATABASE CURRENT SET DELAYED_DURABILITY = DISABLED");
        }
    }

    [StoreFact]
    public async Task OpenToReadAsync_WrongPassword_IsALoginFailure()
    {
        var options = database.Options with
        {
            ConnectionString = new SqlConnectionStringBuilder(database.Options.ConnectionString) { Password = "wrong" }.ConnectionString,
        };

        var error = await Should.ThrowAsync<SqlException>(() => new SqlServerOpener(options).OpenToReadAsync(default));

        SqlServerErrors.Of(error).ShouldBe(SqlServerFailure.Login);
    }

    // Rights on types and refusals are SQL Server's own; the next test is about them.
    [StoreFact]
    public async Task LoginScript_ItsGrantsOnTables_Run()
    {
        var statements = SqlServerMigrator.Batches(SqlServerStore.LoginScript())
            .SelectMany(batch => batch.Split('\n'))
            .Where(line => line.StartsWith("GRANT", StringComparison.Ordinal) && !line.Contains("TYPE::", StringComparison.Ordinal))
            .ToList();

        statements.Count.ShouldBeGreaterThan(15);
        await database.OutsideAsync("IF DATABASE_PRINCIPAL_ID('taushet_gateway') IS NULL CREATE ROLE taushet_gateway");
        foreach (var statement in statements)
        {
            await database.OutsideAsync(statement);
        }
    }

    [StoreFact]
    [NeedsServer(Original = true)]
    public async Task LoginScript_Whole_LetsAGatewayWorkAndNoMore()
    {
        await using var connection = database.Outside();
        await connection.OpenAsync();
        foreach (var batch in SqlServerMigrator.Batches(SqlServerStore.LoginScript()))
        {
            await connection.ExecuteAsync(batch);
            await connection.ExecuteAsync(batch);
        }

        await connection.ExecuteAsync("CREATE USER gateway WITHOUT LOGIN; ALTER ROLE taushet_gateway ADD MEMBER gateway;");
        await connection.ExecuteAsync("EXECUTE AS USER = 'gateway'");
        await connection.ExecuteAsync("""
            DECLARE @rows person_said;
            INSERT INTO @rows (subject) VALUES (0x01);
            INSERT INTO person SELECT subject, birth_day, grading, responsibility, death_day FROM @rows;
            UPDATE registry_feed SET as_of = 1;
            INSERT INTO log_subtree VALUES (0x01, 0, 0, 0x01);
            """);
        foreach (var refused in new[]
        {
            "UPDATE log_subtree SET place = 1", "DELETE FROM log_subtree", "TRUNCATE TABLE log_subtree", "DROP TABLE log_subtree",
            "DELETE FROM wish_event", "UPDATE wish SET to_day = 0", "UPDATE subject_counter SET value = 0", "DELETE FROM subject_key",
            "ALTER TABLE person DROP CONSTRAINT person_key", "CREATE TABLE mine (id int)",
        })
        {
            await Should.ThrowAsync<SqlException>(() => connection.ExecuteAsync(refused), refused);
        }
    }
}
