using System.Text;
using Dapper;
using Microsoft.Data.Sqlite;
using Taushet.Core.Vocabulary;
using Taushet.Storage.Sealing;
using Taushet.Storage.Sqlite;
using Taushet.Storage.Tests.Support;

namespace Taushet.Storage.Tests.Sqlite;

/// <summary>A database from before registers were sealed under the keys of entries.</summary>
public sealed class OlderRegistersTests : IAsyncDisposable
{
    private const int First = 32;
    private static readonly Guid Delivery = Guid.NewGuid();
    private static readonly DateTimeOffset NewYear = new(2025, 12, 31, 23, 0, 0, TimeSpan.Zero);

    private static IReadOnlyList<MigrationScript> Scripts => MigrationScript.Load("Taushet.Storage.Sqlite.Migrations.");

    private readonly TemporaryStore temporary = new();

    public ValueTask DisposeAsync() => temporary.DisposeAsync();

    [Fact]
    public async Task Migrate_RowsSealedForOrganisationsAlone_StayReadableUnderTheNameOfTheirEntrysKey()
    {
        var options = temporary.Options with { Path = temporary.Options.Path + ".older" };
        var (before, justBefore) = (Guid.NewGuid(), Guid.NewGuid());
        await using (var connection = new SqliteConnection($"Data Source={options.Path};Pooling=False"))
        {
            await connection.OpenAsync();
            await OlderAsync(connection);
            await InsertAsync(connection, options.Keys, before, Delivery, NewYear);
            await InsertAsync(connection, options.Keys, justBefore, Guid.NewGuid(), NewYear.AddTicks(-10));
        }

        SqliteStore.Migrate(options, TimeProvider.System).ShouldBe(Scripts.Where(script => script.Number >= First).Select(script => script.Name));

        await using var store = SqliteStore.Open(options with { Log = null });
        var found = (await store.Disclosures.FindAsync(Given.HolderOrganisation, before, default)).Disclosure.ShouldNotBeNull();
        (Encoding.UTF8.GetString(found.Row.Content.Span), Encoding.UTF8.GetString(found.Row.Outcome.Span), found.Destroyed)
            .ShouldBe(("content", "outcome", false));
        await using var outside = new SqliteConnection($"Data Source={options.Path};Pooling=False");
        (await outside.QueryAsync<(string, long, long, long)>(
            "SELECT key_holder, key_service, key_year, sealing FROM disclosure WHERE key_subject = subject ORDER BY key_year"))
            .ShouldBe([
                (Given.HolderOrganisation, (long)Service.PrimarySchool, 2025, 1),
                (Given.HolderOrganisation, (long)Service.PrimarySchool, 2026, 1),
            ]);
    }

    private static async Task OlderAsync(SqliteConnection connection)
    {
        await connection.ExecuteAsync(
            "CREATE TABLE schema_version (number INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL, applied_at INTEGER NOT NULL)");
        foreach (var script in Scripts.Where(script => script.Number < First))
        {
            await connection.ExecuteAsync(script.Text);
            await connection.ExecuteAsync("INSERT INTO schema_version VALUES (@Number, @Name, @Hash, 0)", script);
        }
    }

    private static Task InsertAsync(SqliteConnection connection, StoreKeys keys, Guid id, Guid delivery, DateTimeOffset at)
    {
        var sealer = new OrganisationSealer(keys, "taushet.disclosure.v1");
        return connection.ExecuteAsync(
            """
            INSERT INTO disclosure VALUES (
                @sender, @id, '', @school, @delivery, @receiver, '', @barnevern, @subject, 1, @at, @place, @place, 1, NULL, @content, @outcome,
                @log, @log, 0, @digest, 0, NULL, NULL, NULL, NULL)
            """,
            new
            {
                sender = Given.HolderOrganisation,
                id = StoredForms.Id(id),
                school = (int)Service.PrimarySchool,
                delivery = StoredForms.Id(delivery),
                receiver = Given.ReceiverOrganisation,
                barnevern = (int)Service.Barnevern,
                subject = SubjectLookup.Of(keys, Given.Child(1)),
                at = StoredForms.Micros(at),
                place = at == NewYear ? 2 : 1,
                content = sealer.Seal("content"u8, Given.ReceiverOrganisation, delivery, 1),
                outcome = sealer.Seal("outcome"u8, Given.HolderOrganisation, delivery, 2),
                log = StoredForms.Id(Guid.NewGuid()),
                digest = new byte[32],
            });
    }
}
