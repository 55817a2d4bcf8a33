using Dapper;
using Microsoft.Data.Sqlite;
using Taushet.Storage.Ports;
using Taushet.Storage.Sqlite;
using Taushet.Storage.Tests.Support;

namespace Taushet.Storage.Tests.Sqlite;

public sealed class FaultTests : IAsyncDisposable
{
    private const int Unbounded = 1_000_000;

    private readonly TemporaryStore temporary;
    private int pages = Unbounded;

    public FaultTests() =>
        temporary = new TemporaryStore(options => options with
        {
            PageLimit = () => pages,
            BusyTimeout = TimeSpan.FromMilliseconds(200),
        });

    private SqliteStore Store => temporary.Store;

    public ValueTask DisposeAsync() => temporary.DisposeAsync();

    [Fact]
    public async Task Append_StatementFails_IsUnavailableAndWorksAgainWithoutRestart()
    {
        (await AppendAsync()).ShouldBeOfType<AppendResult.Stored>();
        Outside("CREATE TRIGGER broken BEFORE INSERT ON audit_entry BEGIN SELECT RAISE (ABORT, 'broken'); END");

        var results = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(AppendAsync)));

        results.ShouldAllBe(result => result is AppendResult.Unavailable);
        Store.Audit.Condition.ShouldNotBe(LogCondition.Ready);
        Outside("DROP TRIGGER broken");
        await CanCommitAgainAsync();
        (await AppendAsync()).ShouldBeOfType<AppendResult.Stored>().Receipt.Index.ShouldBe(1);
        (await Store.Trail.CountAsync(default)).ShouldBe(2);
    }

    [Fact]
    public async Task Append_DiskFull_IsUnavailableAndWorksAgainWithoutRestart()
    {
        (await AppendAsync()).ShouldBeOfType<AppendResult.Stored>();
        pages = 1;
        await BreakConnectionAsync();
        await CanCommitAgainAsync();

        (await AppendUntilAsync(result => result is AppendResult.Unavailable)).ShouldBeTrue();
        Store.Audit.Condition.ShouldNotBe(LogCondition.Ready);
        temporary.Faults.ShouldContain(fault => (fault.Code & 0xff) == 13);

        pages = Unbounded;
        await CanCommitAgainAsync();
        (await AppendAsync()).ShouldBeOfType<AppendResult.Stored>();
        await ShouldBeWholeAsync();
    }

    [Fact]
    public async Task Append_DatabaseLockedByAnother_IsUnavailableThenStored()
    {
        (await AppendAsync()).ShouldBeOfType<AppendResult.Stored>();
        using (var other = OpenOutside())
        {
            other.Execute("BEGIN IMMEDIATE");
            (await AppendAsync()).ShouldBeOfType<AppendResult.Unavailable>();
            Store.Audit.Condition.ShouldNotBe(LogCondition.Ready);
            other.Execute("ROLLBACK");
        }

        await CanCommitAgainAsync();
        (await AppendAsync()).ShouldBeOfType<AppendResult.Stored>();
    }

    [Fact]
    public async Task Append_HeadMovedBehindItsBack_StoresNothing()
    {
        (await AppendAsync()).ShouldBeOfType<AppendResult.Stored>();
        Outside("UPDATE log_head SET size = size + 1");

        (await AppendAsync()).ShouldBeOfType<AppendResult.Unavailable>();

        using var other = OpenOutside();
        other.ExecuteScalar<long>("SELECT count(*) FROM audit_entry").ShouldBe(1);
    }

    // INVARIANT: a receipt is answered only after COMMIT has returned. Here every statement before it succeeds.
    [Fact]
    public async Task Append_CommitAloneFails_IsUnavailableAndStoresNothing()
    {
        Outside("""
            CREATE TABLE owed (id INTEGER PRIMARY KEY);
            CREATE TABLE owing (owed INTEGER REFERENCES owed (id) DEFERRABLE INITIALLY DEFERRED);
            CREATE TRIGGER debt AFTER INSERT ON audit_entry BEGIN INSERT INTO owing VALUES (1); END;
            """);

        (await AppendAsync()).ShouldBeOfType<AppendResult.Unavailable>();

        temporary.Faults.ShouldContain(fault => fault.Operation == "store entries" && (fault.Code & 0xff) == 19);
        (await Store.Trail.CountAsync(default)).ShouldBe(0);
        Outside("DROP TRIGGER debt");
        await CanCommitAgainAsync();
        (await AppendAsync()).ShouldBeOfType<AppendResult.Stored>().Receipt.Index.ShouldBe(0);
    }

    [Fact]
    public async Task Append_QueueFull_IsFullAndStoresNothingOfIt()
    {
        await using var small = new TemporaryStore(options => options with { Log = options.Log! with { QueueCapacity = 2 }, BusyTimeout = TimeSpan.FromSeconds(2) });
        var audit = small.Store.Audit;
        using var other = new SqliteConnection($"Data Source={small.Options.Path};Pooling=False");
        other.Open();
        other.Execute("BEGIN IMMEDIATE");

        var waiting = Enumerable.Range(0, 20).Select(n => audit.AppendAsync(
            Given.Draft(), Given.Child(n), Given.HolderOrganisation, Given.Nothing, default)).ToList();
        other.Execute("ROLLBACK");
        var results = await Task.WhenAll(waiting);

        results.ShouldContain(result => result is AppendResult.Full);
        (await small.Store.Trail.CountAsync(default)).ShouldBe(results.Count(result => result is AppendResult.Stored));
    }

    /// <summary>INVARIANT: other traffic cannot fill the room that is kept for disclosures.</summary>
    [Fact]
    public async Task Record_QueueFullOfOtherTraffic_HasRoomForADisclosure()
    {
        await using var small = new TemporaryStore(options => options with { Log = options.Log! with { QueueCapacity = 2 }, BusyTimeout = TimeSpan.FromSeconds(10) });
        var audit = small.Store.Audit;
        using var other = new SqliteConnection($"Data Source={small.Options.Path};Pooling=False");
        other.Open();
        other.Execute("BEGIN IMMEDIATE");
        var waiting = Enumerable.Range(0, 20).Select(n => audit.AppendAsync(
            Given.Draft(), Given.Child(n), Given.HolderOrganisation, Given.Nothing, default)).ToList();
        var row = new DisclosureRow
        {
            Id = Guid.NewGuid(),
            Delivery = Guid.NewGuid(),
            Sender = new ServiceAddress(Given.HolderOrganisation, string.Empty, Taushet.Core.Vocabulary.Service.PrimarySchool),
            Receiver = new ServiceAddress(Given.ReceiverOrganisation, string.Empty, Taushet.Core.Vocabulary.Service.Barnevern),
            Ground = 1,
            SubmittedAt = Given.Instant,
            Content = new byte[] { 1 },
            Outcome = new byte[] { 2 },
        };

        var disclosed = audit.RecordAsync(Given.Draft(), Given.Child(30), Given.Nothing, new RegisterChange.OfDisclosure(row), default);
        other.Execute("ROLLBACK");

        (await disclosed).ShouldBeOfType<AppendResult.Stored>();
        (await Task.WhenAll(waiting)).ShouldContain(result => result is AppendResult.Full);
    }

    [Fact]
    public async Task Read_ConsentsUnreadable_IsUnavailableNeverNoConsent()
    {
        (await ReadAsync()).ShouldNotBeNull();
        Outside("ALTER TABLE wish_event RENAME TO gone");

        (await ReadAsync()).ShouldBeNull();

        Outside("ALTER TABLE gone RENAME TO wish_event");
        (await ReadAsync()).ShouldNotBeNull();
    }

    [Fact]
    public async Task Read_AMemberOfANewerVocabulary_IsUnavailable()
    {
        await Store.Registrar.ImportAsync([Given.Person(1)], Given.Instant, default);
        Outside("UPDATE person SET grading = 99");

        (await ReadAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task Find_RegisterUnreadable_IsNotAvailable()
    {
        Outside("ALTER TABLE participant RENAME TO gone");

        var lookup = await Store.Participants.FindAsync(
            Given.HolderOrganisation, string.Empty, Core.Vocabulary.Service.Barnevern, Given.Today, default);

        lookup.Available.ShouldBeFalse();
    }

    private Task<AppendResult> AppendAsync() =>
        Store.Audit.AppendAsync(Given.Draft(), Given.Child(1), Given.HolderOrganisation, Given.Nothing, default);

    private ValueTask<Gathered?> ReadAsync() => Store.Facts.ReadAsync(Given.Query(1), default);

    private async Task<bool> AppendUntilAsync(Func<AppendResult, bool> wanted)
    {
        for (var i = 0; i < 500; i++)
        {
            if (wanted(await AppendAsync()))
            {
                return true;
            }
        }

        return false;
    }

    // A connection that failed is opened anew, and with it the bound on the size.
    private async Task BreakConnectionAsync()
    {
        Outside("CREATE TRIGGER broken BEFORE INSERT ON audit_entry BEGIN SELECT RAISE (ABORT, 'broken'); END");
        (await AppendAsync()).ShouldBeOfType<AppendResult.Unavailable>();
        Outside("DROP TRIGGER broken");
    }

    private async Task CanCommitAgainAsync()
    {
        for (var i = 0; i < 200 && Store.Audit.Condition != LogCondition.Ready; i++)
        {
            await Task.Delay(25);
        }

        Store.Audit.Condition.ShouldBe(LogCondition.Ready);
    }

    private async Task ShouldBeWholeAsync()
    {
        var next = 0L;
        await foreach (var entry in Store.Trail.ReadAsync(default))
        {
            entry.Index.ShouldBe(next++);
            entry.LeafHashHolds.ShouldBeTrue();
        }

        (await Store.Trail.CountAsync(default)).ShouldBe(next);
    }

    private void Outside(string sql)
    {
        using var connection = OpenOutside();
        connection.Execute(sql);
    }

    private SqliteConnection OpenOutside()
    {
        var connection = new SqliteConnection($"Data Source={temporary.Options.Path};Pooling=False");
        connection.Open();
        return connection;
    }
}
