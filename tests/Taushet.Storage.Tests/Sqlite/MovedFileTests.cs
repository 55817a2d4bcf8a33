using Taushet.Core.Trail;
using Taushet.Storage.Ports;
using Taushet.Storage.Sqlite;
using Taushet.Storage.Tests.Support;
using Taushet.Storage.Trail;

namespace Taushet.Storage.Tests.Sqlite;

/// <summary>A file that was moved away while it is open can still be written: what goes there is lost to everybody else.</summary>
public sealed class MovedFileTests : IAsyncDisposable
{
    private readonly TemporaryStore temporary;
    private Action beforeStore = () => { };

    public MovedFileTests() => temporary = new TemporaryStore(options => options with
    {
        Log = options.Log! with { BeforeStore = () => beforeStore() },
    });

    private string Path => temporary.Options.Path;

    private string Aside => Path + ".aside";

    private SqliteStore Store => temporary.Store;

    public ValueTask DisposeAsync() => temporary.DisposeAsync();

    // INVARIANT: nothing is answered from a database that is no longer at its path.
    [Fact]
    public async Task Append_FileMovedAway_IsUnavailableUntilItIsBack()
    {
        await StoredAsync();
        File.Move(Path, Aside);

        for (var i = 0; i < 20; i++)
        {
            (await AppendAsync()).ShouldBeOfType<AppendResult.Unavailable>();
            await Task.Delay(10);
        }

        await WaitForAsync(LogCondition.Unreachable);
        File.Exists(Path).ShouldBeFalse();
        File.Move(Aside, Path);
        await WaitForAsync(LogCondition.Ready);
        await ShouldHoldAsync(await StoredAsync());
    }

    [Fact]
    public async Task Append_FileMovedBeforeTheCommit_IsUnavailable()
    {
        await StoredAsync();
        beforeStore = () => File.Move(Path, Aside);

        (await AppendAsync()).ShouldBeOfType<AppendResult.Unavailable>();

        beforeStore = () => { };
        File.Move(Aside, Path);
        await WaitForAsync(LogCondition.Ready);
        await ShouldHoldAsync(await StoredAsync());
    }

    [Fact]
    public async Task Append_WriteAheadLogRemoved_IsUnavailable()
    {
        await StoredAsync();
        beforeStore = () => File.Delete(Path + "-wal");

        (await AppendAsync()).ShouldBeOfType<AppendResult.Unavailable>();
    }

    [Fact]
    public async Task Append_FileReplacedByAnOlderCopy_IsRolledBackUntilTheRightOneIsBack()
    {
        await StoredAsync();
        await temporary.CloseAsync();
        File.Copy(Path, Path + ".older");
        await StoredAsync();
        MoveAll(Path, Aside);
        File.Copy(Path + ".older", Path);

        (await AppendAsync()).ShouldBeOfType<AppendResult.Unavailable>();
        await WaitForAsync(LogCondition.RolledBack);

        MoveAll(Path, Path + ".older");
        MoveAll(Aside, Path);
        await WaitForAsync(LogCondition.Ready);
        await ShouldHoldAsync(await StoredAsync());
    }

    [Fact]
    public async Task Read_FileMovedAway_IsUnavailableUntilItIsBack()
    {
        (await ReadAsync()).ShouldNotBeNull();
        File.Move(Path, Aside);

        (await ReadAsync()).ShouldBeNull();

        File.Move(Aside, Path);
        (await ReadAsync()).ShouldNotBeNull();
    }

    [Fact]
    public async Task Register_FileMovedAway_Throws()
    {
        await Store.Registrar.ImportAsync([Given.Person(1)], Given.Instant, default);
        File.Move(Path, Aside);

        await Should.ThrowAsync<Exception>(() => Store.Registrar.ImportAsync([Given.Person(2)], Given.Instant, default));

        File.Exists(Path).ShouldBeFalse();
        File.Move(Aside, Path);
    }

    [Fact]
    public void Open_NoFile_ThrowsAndMakesNone()
    {
        File.Move(Path, Aside);

        Should.Throw<Exception>(() => SqliteStore.Open(temporary.Options));

        File.Exists(Path).ShouldBeFalse();
    }

    // SQLite deletes a write-ahead log that it finds beside an empty database, with every entry that only it holds.
    [Fact]
    public async Task Migrate_FileGoneButItsWriteAheadLogThere_RefusesAndKeepsIt()
    {
        await StoredAsync();
        File.Move(Path, Aside);

        Should.Throw<InvalidOperationException>(() => SqliteStore.Migrate(temporary.Options, TimeProvider.System));

        File.Exists(Path).ShouldBeFalse();
        new FileInfo(Path + "-wal").Length.ShouldBeGreaterThan(0);
        File.Move(Aside, Path);
    }

    private static void MoveAll(string from, string to)
    {
        foreach (var suffix in (string[])["-wal", "-shm", string.Empty])
        {
            if (File.Exists(from + suffix))
            {
                File.Move(from + suffix, to + suffix, overwrite: true);
            }
        }
    }

    private Task<AppendResult> AppendAsync() =>
        Store.Audit.AppendAsync(Given.Draft(), Given.Child(1), Given.HolderOrganisation, Given.Nothing, default);

    private ValueTask<Gathered?> ReadAsync() => Store.Facts.ReadAsync(Given.Query(1), default);

    private async Task<AuditReceipt> StoredAsync() => (await AppendAsync()).ShouldBeOfType<AppendResult.Stored>().Receipt;

    private async Task WaitForAsync(LogCondition condition)
    {
        for (var i = 0; i < 400 && Store.Audit.Condition != condition; i++)
        {
            await Task.Delay(25);
        }

        Store.Audit.Condition.ShouldBe(condition);
    }

    private async Task ShouldHoldAsync(AuditReceipt newest)
    {
        var log = (await Store.Trail.LogsAsync(default)).ShouldHaveSingleItem();
        log.Size.ShouldBe(newest.Index + 1);
        (await LogVerification.VerifyAsync(Store.Trail, log, temporary.Options.Log!.Signer.Keys, default)).Defects.ShouldBeEmpty();
    }
}
