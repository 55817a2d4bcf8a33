using Dapper;
using Microsoft.Data.Sqlite;
using Taushet.Storage.Log;
using Taushet.Storage.Ports;
using Taushet.Storage.Tests.Support;
using Taushet.Storage.Trail;

namespace Taushet.Storage.Tests.Sqlite;

/// <summary>What somebody with the whole database in hand cannot do unseen.</summary>
public sealed class LogVerificationTests : IAsyncDisposable
{
    private const int Entries = 6;

    private readonly TemporaryStore temporary = new();

    public ValueTask DisposeAsync() => temporary.DisposeAsync();

    [Theory]
    [InlineData("UPDATE audit_entry SET caller = 'another' WHERE place = 3", LogDefectKind.LeafChanged, 3)]
    [InlineData("UPDATE audit_entry SET leaf_hash = randomblob(32) WHERE place = 3", LogDefectKind.RootDiffers, 4)]
    [InlineData("UPDATE audit_entry SET place = 60 WHERE place = 5", LogDefectKind.EntryMissing, 60)]
    [InlineData("DELETE FROM audit_entry WHERE place = 2", LogDefectKind.EntryMissing, 3)]
    [InlineData("DELETE FROM audit_entry WHERE place = 5", LogDefectKind.SizeDiffers, 5)]
    [InlineData("UPDATE log_head SET size = 5", LogDefectKind.SizeDiffers, 5)]
    [InlineData("UPDATE log_head SET size = 7", LogDefectKind.SizeDiffers, 6)]
    [InlineData("DELETE FROM checkpoint WHERE size = 6", LogDefectKind.SizeDiffers, 6)]
    [InlineData("UPDATE checkpoint SET root = randomblob(32) WHERE size = 4", LogDefectKind.RootDiffers, 4)]
    [InlineData("UPDATE checkpoint SET note = replace(note, char(10) || '4' || char(10), char(10) || '5' || char(10))", LogDefectKind.NoteRefused, 4)]
    [InlineData("UPDATE checkpoint SET note = (SELECT note FROM checkpoint WHERE size = 2) WHERE size = 4", LogDefectKind.NoteRefused, 4)]
    public async Task VerifyAsync_DatabaseChangedFromOutside_NamesWhatAndWhere(string sql, LogDefectKind kind, long at)
    {
        await FillAsync();
        (await VerifyAsync()).ShouldBeEmpty();

        Outside("DROP TRIGGER audit_entry_fixed; DROP TRIGGER audit_entry_kept; DROP TRIGGER checkpoint_fixed; DROP TRIGGER checkpoint_kept");
        Outside(sql);

        (await VerifyAsync()).ShouldContain(new LogDefect(kind, at));
    }

    [Fact]
    public async Task InspectAsync_EntriesGoneUnderTheHead_FindsThemMissingAndTheWriterWritesNothing()
    {
        await FillAsync();
        await temporary.CloseAsync();
        Outside("DROP TRIGGER audit_entry_kept; DELETE FROM audit_entry WHERE place > 3");

        var log = (await temporary.Store.Trail.LogsAsync(default)).ShouldHaveSingleItem();

        (await LogInspection.OfAsync(temporary.Store.Trail, log, outside: [], default)).Loss.ShouldBe(LogLoss.EntriesMissing);
        temporary.Store.Audit.Condition.ShouldBe(LogCondition.RolledBack);
        temporary.Faults.ShouldContain(fault => fault.Error == "ROLLED_BACK (EntriesMissing)");
    }

    private async Task FillAsync()
    {
        for (var n = 0; n < Entries; n++)
        {
            var result = await temporary.Store.Audit.AppendAsync(
                Given.Draft(), Given.Child(n), Given.HolderOrganisation, FactVersions.NotRead, default);
            result.ShouldBeOfType<AppendResult.Stored>();
        }

        await temporary.Store.Audit.DrainAsync();
    }

    private async Task<IReadOnlyList<LogDefect>> VerifyAsync()
    {
        var log = (await temporary.Store.Trail.LogsAsync(default)).ShouldHaveSingleItem();
        return (await LogVerification.VerifyAsync(temporary.Store.Trail, log, temporary.Options.Log!.Signer.Keys, default)).Defects;
    }

    private void Outside(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={temporary.Options.Path};Pooling=False");
        connection.Open();
        connection.Execute(sql);
    }
}
