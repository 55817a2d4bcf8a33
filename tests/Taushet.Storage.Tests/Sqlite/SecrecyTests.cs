using System.Text;
using Dapper;
using Microsoft.Data.Sqlite;
using Taushet.Core.Vocabulary;
using Taushet.Storage.Ports;
using Taushet.Storage.Sqlite;
using Taushet.Storage.Tests.Support;

namespace Taushet.Storage.Tests.Sqlite;

public sealed class SecrecyTests : IAsyncDisposable
{
    private readonly TemporaryStore temporary = new();

    private SqliteStore Store => temporary.Store;

    public ValueTask DisposeAsync() => temporary.DisposeAsync();

    [Fact]
    public async Task Files_AfterEveryKindOfWrite_HoldNoNationalNumberInClear()
    {
        var consent = Given.Consent(Guid.NewGuid(), child: 1, giver: 5);
        await Store.Registrar.ImportAsync([.. Enumerable.Range(0, 8).Select(Given.Person)], Given.Instant, default);
        await Store.Registrar.AppendWishAsync(consent, default);
        await Store.Registrar.AppendWishAsync(Given.Then(consent, 1, ConsentEventKind.Withdrawn, giver: 6), default);
        await Store.Registrar.ReplaceNumberAsync(People.Number(2), People.Number(3), Given.Instant, default);
        await Store.Registrar.RegisterCareAsync(
            People.Number(4), new CareRow(CareSituation.CareOrder, HiddenAddress: true, ContactBan: true, Given.Today), default);
        for (var i = 0; i < 8; i++)
        {
            await Store.Audit.AppendAsync(
                Given.Draft() with { Sealed = new("person " + People.Number(7), "case", "s") },
                new SubjectKey(null, People.Number(i)),
                Given.HolderOrganisation,
                Given.Nothing,
                default);
        }

        var files = Directory.GetFiles(Path.GetDirectoryName(temporary.Options.Path)!).Select(ReadShared).ToList();

        files.Count.ShouldBeGreaterThan(1);
        files.ShouldContain(bytes => Contains(bytes, Given.HolderOrganisation));
        for (var i = 0; i < 8; i++)
        {
            files.ShouldAllBe(bytes => !Contains(bytes, People.Number(i)));
        }
    }

    // INVARIANT: a sealed part's size is a multiple of the size class, so that sizes do not tell.
    [Fact]
    public async Task Entries_PartsOfAnySizeInAClass_AreStoredWithOneSize()
    {
        foreach (var size in new[] { 0, 1, 700, 1_900, 2_049, 4_000 })
        {
            await AppendAsync(new string('x', size));
        }

        using var connection = OpenOutside();
        connection.Query<long>("SELECT DISTINCT length(sealed_part) FROM audit_entry ORDER BY 1").ShouldBe([2048 + 28, 4096 + 28]);
        connection.Query<long>("SELECT DISTINCT length(holder_part) FROM audit_entry").ShouldBe([2048 + 28]);
    }

    [Fact]
    public async Task Entries_SameContentTwice_HaveOnePseudonymAndDifferentCiphertext()
    {
        await AppendAsync("same");
        await AppendAsync("same");

        using var connection = OpenOutside();
        connection.ExecuteScalar<long>("SELECT count(DISTINCT subject) FROM audit_entry").ShouldBe(1);
        connection.ExecuteScalar<long>("SELECT count(DISTINCT sealed_part) FROM audit_entry").ShouldBe(2);
        connection.ExecuteScalar<long>("SELECT count(DISTINCT holder_part) FROM audit_entry").ShouldBe(2);
        connection.ExecuteScalar<long>("SELECT count(*) FROM entry_key").ShouldBe(1);
    }

    [Fact]
    public async Task Read_AnotherWrappingKey_OpensNeitherPartAndStillVerifies()
    {
        await AppendAsync("secret");
        await temporary.CloseAsync();

        await using var other = SqliteStore.Open(temporary.Options with { Keys = TemporaryStore.NewKeys() });
        var entry = await SingleAsync(other);

        entry.Holder.ShouldBeNull();
        entry.Sealed.ShouldBeNull();
        entry.LeafHashHolds.ShouldBeTrue();
    }

    [Fact]
    public async Task Read_SubjectsKeyDestroyed_OpensTheHolderPartAlone()
    {
        await AppendAsync("secret");
        Outside("DELETE FROM entry_key");

        var entry = await SingleAsync(Store);

        entry.Sealed.ShouldBeNull();
        entry.Holder.ShouldNotBeNull();
        entry.LeafHashHolds.ShouldBeTrue();
    }

    [Theory]
    [InlineData("UPDATE audit_entry SET place = 7")]
    [InlineData("DELETE FROM audit_entry")]
    [InlineData("UPDATE wish_event SET event = 1")]
    [InlineData("DELETE FROM wish_event")]
    [InlineData("UPDATE wish SET cells = x'00'")]
    [InlineData("DELETE FROM wish")]
    [InlineData("UPDATE wish_party SET service = 1")]
    [InlineData("DELETE FROM wish_party")]
    [InlineData("UPDATE standing_decision SET cells = x'00'")]
    [InlineData("DELETE FROM standing_decision")]
    public async Task Change_OfWhatIsOnlyAppended_IsRefused(string sql)
    {
        await AppendAsync("kept");
        await Store.Registrar.AppendWishAsync(Given.Consent(Guid.NewGuid(), child: 1, giver: 5), default);
        await Store.Registrar.RecordAsync(Given.Standing(Guid.NewGuid(), 1, Cell.Attendance), default);

        Should.Throw<SqliteException>(() => Outside(sql)).SqliteErrorCode.ShouldBe(19);
    }

    [Theory]
    [InlineData("given = x'00000000000000000000000000000000'")]
    [InlineData("purpose = NULL")]
    [InlineData("decided_at = decided_at + 1")]
    [InlineData("holder_part = sealed_part")]
    [InlineData("receiver_organisation = holder_organisation")]
    [InlineData("leaf_hash = zeroblob(32)")]
    public async Task Read_RowTamperedWithBehindTheTriggers_LeafHashDoesNotHold(string change)
    {
        await AppendAsync("kept");
        (await SingleAsync(Store)).LeafHashHolds.ShouldBeTrue();

        Outside("DROP TRIGGER audit_entry_fixed; UPDATE audit_entry SET " + change);

        (await SingleAsync(Store)).LeafHashHolds.ShouldBeFalse();
    }

    [Fact]
    public void LoadOrCreate_NoFile_MakesOneThatOnlyItsOwnerReads()
    {
        var path = Path.Combine(Path.GetDirectoryName(temporary.Options.Path)!, "keys");

        var made = StoreKeys.LoadOrCreate(path);
        var read = StoreKeys.Load(path);

        read.Lookup.ToArray().ShouldBe(made.Lookup.ToArray());
        read.Wrapping.Current.ShouldBe(made.Wrapping.Current);
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(path).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    [Fact]
    public void Keys_SameOrShortOrNotBase64_AreRefused()
    {
        var key = new byte[32];
        Should.Throw<ArgumentException>(() => new StoreKeys(key, key));
        Should.Throw<ArgumentException>(() => new StoreKeys(key, key.AsSpan(1)));
        Should.Throw<FormatException>(() => StoreKeys.Parse("not base64", "nor this")).Message.ShouldNotContain("nor this");
    }

    private static bool Contains(byte[] bytes, string text) => bytes.AsSpan().IndexOf(Encoding.ASCII.GetBytes(text)) >= 0;

    private static byte[] ReadShared(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var copy = new MemoryStream();
        file.CopyTo(copy);
        return copy.ToArray();
    }

    private static async Task<StoredEntry> SingleAsync(SqliteStore store)
    {
        var entries = new List<StoredEntry>();
        await foreach (var entry in store.Trail.ReadAsync(default))
        {
            entries.Add(entry);
        }

        return entries.ShouldHaveSingleItem();
    }

    private async Task AppendAsync(string snapshot) =>
        (await Store.Audit.AppendAsync(
            Given.Draft(snapshot), Given.Child(1), Given.HolderOrganisation, Given.Nothing, default))
        .ShouldBeOfType<AppendResult.Stored>();

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
