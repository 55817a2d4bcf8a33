using Dapper;
using Microsoft.Data.Sqlite;
using Taushet.Core.Trail;
using Taushet.Core.Trail.Tree;
using Taushet.Storage.Ports;
using Taushet.Storage.Sqlite.Tables;
using Taushet.Storage.Tests.Support;

namespace Taushet.Storage.Tests.Sqlite;

/// <summary>An entry that an earlier version wrote keeps its leaf bytes.</summary>
public sealed class OlderSchemaTests : IAsyncDisposable
{
    private const int Older = 1;

    private readonly TemporaryStore temporary = new();

    public ValueTask DisposeAsync() => temporary.DisposeAsync();

    [Fact]
    public async Task EntriesAsync_EntryOfSchema1_OpensAndItsLeafHolds()
    {
        var stored = await temporary.Store.Audit.AppendAsync(
            Given.Draft(), Given.Child(1), Given.HolderOrganisation, FactVersions.NotRead, default);
        var receipt = stored.ShouldBeOfType<AppendResult.Stored>().Receipt;

        Rewrite(receipt.Log, row => EntryLeaf.Encode(row with { Schema = EntryRow.Newest }));
        (await OnlyAsync(receipt.Log)).LeafHashHolds.ShouldBeFalse("the leaf of another schema");

        Rewrite(receipt.Log, row => EntryLeaf.Encode(row with { Schema = Older }));
        var entry = await OnlyAsync(receipt.Log);
        entry.LeafHashHolds.ShouldBeTrue();
        entry.Sealed.ShouldNotBeNull();
    }

    private async Task<StoredEntry> OnlyAsync(Guid log) =>
        (await temporary.Store.Trail.ReadAsync(log, 0, default).ToListAsync()).ShouldHaveSingleItem();

    private void Rewrite(Guid log, Func<EntryRow, byte[]> leaf)
    {
        using var connection = new SqliteConnection($"Data Source={temporary.Options.Path};Pooling=False");
        connection.Open();
        var row = AuditEntryTable.Page(connection, log, 0, 1)[0].Row;
        connection.Execute("DROP TRIGGER IF EXISTS audit_entry_fixed");
        connection.Execute(
            "UPDATE audit_entry SET schema_number = @Older, leaf_hash = @hash", new { Older, hash = TreeHash.Leaf(leaf(row)) });
    }
}
