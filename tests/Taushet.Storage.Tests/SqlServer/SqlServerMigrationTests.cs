using Dapper;
using Microsoft.Data.SqlClient;
using Taushet.Storage.SqlServer;
using Taushet.Storage.Tests.Support;

namespace Taushet.Storage.Tests.SqlServer;

[NeedsServer]
public sealed class SqlServerMigrationTests : IAsyncLifetime
{
    private static readonly string[] Common = ["0001_registers.sql", "0002_trail.sql"];

    private SqlServerStoreOptions options = null!;

    public async Task InitializeAsync() => options = new SqlServerStoreOptions
    {
        ConnectionString = await TestServer.CreateDatabaseAsync(),
        Keys = TemporaryStore.NewKeys(),
        WriteTimeout = TimeSpan.FromSeconds(60),
        LockTimeout = TimeSpan.FromSeconds(60),
    };

    public async Task DisposeAsync()
    {
        new SqlServerOpener(options).Close();
        await TestServer.DropDatabaseAsync(options.ConnectionString);
    }

    [StoreFact]
    public async Task MigrateAsync_ByTwoAtOnce_AppliesEveryScriptOnceAndOpensWhenItIsWhatItWas()
    {
        (await Should.ThrowAsync<InvalidOperationException>(() => SqlServerStore.OpenAsync(options, default)))
            .Message.ShouldContain("taushet db migrate");

        var applied = await Task.WhenAll(MigrateAsync(), MigrateAsync());

        var names = applied.SelectMany(names => names).Order(StringComparer.Ordinal).ToList();
        names[..2].ShouldBe(Common);
        names[2].ShouldBeOneOf("0003_entries.ledger.sql", "0003_entries.triggers.sql");
        names[3].ShouldBe("0004_append.sql");
        names.ShouldBeInOrder();
        (await MigrateAsync()).ShouldBeEmpty();
        await using (await SqlServerStore.OpenAsync(options, default))
        {
            await IsRefusedAfterAsync("INSERT INTO schema_version VALUES (9999, 'later', 'x', 0)", "newer");
            await IsRefusedAfterAsync(
                "DELETE FROM schema_version WHERE number = 9999; UPDATE schema_version SET sha256 = 'another' WHERE number = 3", names[2]);
        }
    }

    [StoreFact]
    [NeedsServer(Original = true)]
    public async Task MigrateAsync_ServerWithLedgerTables_KeepsWhatIsOnlyAppendedInThem()
    {
        await using var connection = new SqlConnection(options.ConnectionString);
        var hasLedger = await connection.ExecuteScalarAsync<int>("SELECT count(*) FROM sys.all_columns WHERE name = 'ledger_type'") > 0;

        (await MigrateAsync()).ShouldContain(hasLedger ? "0003_entries.ledger.sql" : "0003_entries.triggers.sql");
    }

    private Task<IReadOnlyList<string>> MigrateAsync() => SqlServerStore.MigrateAsync(options, TimeProvider.System, default);

    private async Task IsRefusedAfterAsync(string change, string word)
    {
        await using (var connection = new SqlConnection(options.ConnectionString))
        {
            await connection.ExecuteAsync(change);
        }

        (await Should.ThrowAsync<InvalidOperationException>(MigrateAsync)).Message.ShouldContain(word);
        (await Should.ThrowAsync<InvalidOperationException>(() => SqlServerStore.OpenAsync(options, default)))
            .Message.ShouldContain(word);
    }
}
