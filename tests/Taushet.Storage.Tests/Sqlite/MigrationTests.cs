using Dapper;
using Microsoft.Data.Sqlite;
using Taushet.Storage.Sqlite;
using Taushet.Storage.Tests.Support;

namespace Taushet.Storage.Tests.Sqlite;

public sealed class MigrationTests : IAsyncDisposable
{
    private readonly TemporaryStore temporary = new();

    public ValueTask DisposeAsync() => temporary.DisposeAsync();

    [Fact]
    public void Migrate_Again_AppliesNothing() =>
        SqliteStore.Migrate(temporary.Options, TimeProvider.System).ShouldBeEmpty();

    [Fact]
    public void Migrate_EmptyDatabase_AppliesEveryScriptInOrder()
    {
        var path = temporary.Options.Path + ".new";

        var applied = SqliteStore.Migrate(temporary.Options with { Path = path }, TimeProvider.System);

        applied.ShouldBe(MigrationScript.Load("Taushet.Storage.Sqlite.Migrations.").Select(script => script.Name));
        applied.ShouldBeInOrder();
        applied[0].ShouldBe("0001_registers.sql");
    }

    [Fact]
    public void Migrate_AScriptChangedSince_IsRefused()
    {
        Outside("UPDATE schema_version SET sha256 = 'another' WHERE number = 2");

        Should.Throw<InvalidOperationException>(() => SqliteStore.Migrate(temporary.Options, TimeProvider.System))
            .Message.ShouldContain("0002_trail.sql");
        Should.Throw<InvalidOperationException>(() => SqliteStore.Open(temporary.Options));
    }

    [Fact]
    public void Migrate_DatabaseOfANewerVersion_IsRefused()
    {
        Outside("INSERT INTO schema_version VALUES (9999, 'later', 'x', 0)");

        Should.Throw<InvalidOperationException>(() => SqliteStore.Migrate(temporary.Options, TimeProvider.System));
        Should.Throw<InvalidOperationException>(() => SqliteStore.Open(temporary.Options));
    }

    // INVARIANT: no connection is used whose journal mode is not WAL or whose synchronous is not FULL.
    [Fact]
    public void Open_EveryConnection_IsWalAndFullySynchronous()
    {
        var opener = new SqliteOpener(temporary.Options);
        using var writes = opener.OpenToWrite();
        using var reads = opener.OpenToRead();
        foreach (var connection in new[] { writes, reads })
        {
            connection.ExecuteScalar<string>("PRAGMA journal_mode").ShouldBe("wal");
            connection.ExecuteScalar<long>("PRAGMA synchronous").ShouldBe(2);
            connection.ExecuteScalar<long>("PRAGMA foreign_keys").ShouldBe(1);
        }
    }

    [Fact]
    public void OpenToWrite_ADatabaseThatCannotBeWal_IsRefused() =>
        Should.Throw<InvalidOperationException>(
            () => new SqliteOpener(temporary.Options with { Path = ":memory:" }).OpenToWrite());

    [Fact]
    public void Open_NeverMigrated_SaysWhatToRun() =>
        Should.Throw<InvalidOperationException>(
                () => SqliteStore.Open(temporary.Options with { Path = temporary.Options.Path + ".empty" }))
            .Message.ShouldContain("taushet db migrate");

    private void Outside(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={temporary.Options.Path};Pooling=False");
        connection.Open();
        connection.Execute(sql);
    }
}
