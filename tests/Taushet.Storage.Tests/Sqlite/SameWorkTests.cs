using System.Text.RegularExpressions;
using Dapper;
using Microsoft.Data.Sqlite;
using SQLitePCL;
using Taushet.Core.Vocabulary;
using Taushet.Storage.Ports;
using Taushet.Storage.Sealing;
using Taushet.Storage.Sqlite;
using Taushet.Storage.Sqlite.Tables;
using Taushet.Storage.Tests.Support;

namespace Taushet.Storage.Tests.Sqlite;

/// <summary>What the store does must not tell an unknown child from a known one.</summary>
public sealed partial class SameWorkTests : IAsyncDisposable
{
    private const int Known = 1;
    private const int Unknown = 2;
    private readonly TemporaryStore temporary = new();

    public ValueTask DisposeAsync() => temporary.DisposeAsync();

    // INVARIANT: the same statements run whether the subject is known or not. The port says it too:
    // INVARIANT: the same statements run, with the same number of rows looked for, whether the subject is known or not.
    // A statement that runs once looks for what its parameters name, so that equal statements look for equally much.
    [Fact]
    public async Task Gather_KnownAndUnknownSubject_RunTheSameStatements()
    {
        await temporary.Store.Registrar.ImportAsync([Given.Person(Known)], Given.Instant, default);
        await temporary.Store.Registrar.RegisterCareAsync(
            People.Number(Known), new CareRow(CareSituation.CareOrder, HiddenAddress: true, ContactBan: true, Given.Today), default);
        await temporary.Store.Registrar.AppendWishAsync(Given.Consent(Guid.NewGuid(), Known, giver: 5), default);
        var ran = new List<string>();
        using var connection = new SqliteOpener(temporary.Options).OpenToRead();
        using var statements = new FactStatements(connection);
        raw.sqlite3_trace(connection.Handle, (_, sql) => ran.Add(Blob().Replace(sql, "blob")), null);

        var facts = Gather(statements, temporary.Options.Keys, Known).Facts;
        var forKnown = ran.ToList();
        ran.Clear();
        var nothing = Gather(statements, temporary.Options.Keys, Unknown).Facts;

        facts.Consents.Value.ShouldHaveSingleItem();
        nothing.Consents.Value.ShouldBeEmpty();
        forKnown.Count.ShouldBe(5);
        ran.ShouldBe(forKnown);
    }

    // INVARIANT: the writes are the same whether the subject is known or not.
    [Fact]
    public async Task Append_FirstAndLaterSightOfASubject_WriteTheSameRows()
    {
        using var outside = new SqliteConnection($"Data Source={temporary.Options.Path};Pooling=False");
        outside.Open();
        outside.Execute("CREATE TABLE written (name TEXT)");
        Listen(outside, "INSERT", "entry_key");
        Listen(outside, "UPDATE", "entry_key");
        Listen(outside, "INSERT", "audit_entry");

        // A heartbeat renews the lease and leaves the size.
        Listen(outside, "UPDATE OF size", "log_head", "WHEN NEW.size <> OLD.size");

        var first = await WrittenAsync(outside);
        var later = await WrittenAsync(outside);

        first.ShouldBe(["entry_key", "audit_entry", "log_head"]);
        later.ShouldBe(first);
    }

    // Opening and joining write one row of this table each, so that the first asking writes what a later one does.
    [Fact]
    public async Task Append_OpeningAndJoiningATask_WriteTheSameRowsButForTheTaskItself()
    {
        using var outside = new SqliteConnection($"Data Source={temporary.Options.Path};Pooling=False");
        outside.Open();
        outside.Execute("CREATE TABLE written (name TEXT)");
        foreach (var table in new[] { "entry_key", "audit_entry", "hand_task_asking" })
        {
            Listen(outside, "INSERT", table);
        }

        Listen(outside, "UPDATE", "entry_key");
        var task = new HandTaskRow
        {
            Id = Guid.NewGuid(),
            Holder = new ServiceAddress(Given.HolderOrganisation, string.Empty, Service.PrimarySchool),
            Receiver = new ServiceAddress(Given.ReceiverOrganisation, string.Empty, Service.Barnevern),
            Cells = CellSet.Of(Cell.GradedAddress),
            Request = Guid.NewGuid(),
            OpenedAt = Given.Instant,
            DueAt = Given.Instant.AddHours(2),
            Content = new byte[] { 1 },
        };

        var opening = await AskedAsync(outside, task, joined: null);
        var joining = await AskedAsync(outside, task with { Id = Guid.NewGuid(), Request = Guid.NewGuid() }, task.Id);

        opening.ShouldBe(["entry_key", "audit_entry", "hand_task_asking"]);
        joining.ShouldBe(opening);
    }

    // INVARIANT: the work is the same whether the person has a key or not. What it allocates shows it.
    [Fact]
    public void StoredOrFresh_WithAndWithoutAStoredKey_DoTheSameWork()
    {
        var keys = TemporaryStore.NewKeys();
        var subject = new byte[32];
        var stored = PersonKey.Create(keys, subject).Wrapped;
        Allocated(keys, subject, stored);
        Allocated(keys, subject, null);

        var with = Allocated(keys, subject, stored);
        var without = Allocated(keys, subject, null);

        with.ShouldBeGreaterThan(0);
        with.ShouldBe(without);
    }

    private static Gathered Gather(FactStatements statements, StoreKeys keys, int child) => SqliteFactStore.Gather(
        statements,
        Given.Query(child),
        SubjectLookup.Of(keys, Given.Child(child)));

    private static long Allocated(StoreKeys keys, byte[] subject, byte[]? stored)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        PersonKey.StoredOrFresh(keys, subject, stored);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static void Listen(SqliteConnection outside, string change, string table, string when = "") => outside.Execute(
        $"CREATE TRIGGER \"{change} {table}\" AFTER {change} ON {table} {when} BEGIN INSERT INTO written VALUES ('{table}'); END");

    private async Task<string[]> WrittenAsync(SqliteConnection outside)
    {
        outside.Execute("DELETE FROM written");
        (await temporary.Store.Audit.AppendAsync(Given.Draft(), Given.Child(Known), Given.HolderOrganisation, Given.Nothing, default))
            .ShouldBeOfType<AppendResult.Stored>();
        return [.. outside.Query<string>("SELECT name FROM written ORDER BY rowid")];
    }

    private async Task<string[]> AskedAsync(SqliteConnection outside, HandTaskRow task, Guid? joined)
    {
        outside.Execute("DELETE FROM written");
        var change = new RegisterChange.OfHandTask(task) { Asking = new RegisterChange.HandTaskAsking("case-1", joined) };
        var versions = (await temporary.Store.Facts.ReadAsync(Given.Query(Known), default)).ShouldNotBeNull().Versions;
        (await temporary.Store.Audit.RecordAsync(Given.Draft(), Given.Child(Known), versions, change, default)).ShouldBeOfType<AppendResult.Stored>();
        return [.. outside.Query<string>("SELECT name FROM written ORDER BY rowid")];
    }

    [GeneratedRegex("x'[0-9a-f]+'", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Blob();
}
