using Dapper;
using Microsoft.Data.Sqlite;
using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;
using Taushet.Storage.Log;
using Taushet.Storage.Ports;
using Taushet.Storage.Rows;
using Taushet.Storage.Sqlite;
using Taushet.Storage.Tests.Support;
using Taushet.Storage.Trail;

namespace Taushet.Storage.Tests.Sqlite;

/// <summary>What somebody with the whole database in hand cannot do unseen.</summary>
public sealed class LogVerificationTests : IAsyncDisposable
{
    private const int Entries = 6;

    private readonly TemporaryStore temporary = new();

    public ValueTask DisposeAsync() => temporary.DisposeAsync();

    /// <summary>No gateway, no secret key, and nothing written: not even beside the file.</summary>
    [Fact]
    public async Task VerifyAsync_CopyOfTheFile_HoldsAndIsOnlyRead()
    {
        await FillAsync();
        await temporary.CloseAsync();
        var folder = Directory.CreateTempSubdirectory("taushet copy #1 ");
        try
        {
            var copy = Path.Combine(folder.FullName, "evidence.db");
            File.Copy(temporary.Options.Path, copy);
            var before = await File.ReadAllBytesAsync(copy);
            File.SetAttributes(copy, FileAttributes.ReadOnly);

            var reader = TrailCopy.InFile(copy);
            var log = (await reader.LogsAsync(default)).ShouldHaveSingleItem();
            var report = await LogVerification.VerifyAsync(reader, log, temporary.Options.Log!.Signer.Keys, default);

            (report.Entries, report.Defects.Length).ShouldBe((Entries, 0));
            (await File.ReadAllBytesAsync(copy)).ShouldBe(before);
            folder.EnumerateFiles().Select(file => file.Name).ShouldBe(["evidence.db"]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task VerifyAsync_FileOfARunningGateway_SeesWhatIsInItsWriteAheadLog()
    {
        await FillAsync();

        var reader = TrailCopy.InFile(temporary.Options.Path);

        (await reader.LogsAsync(default)).ShouldHaveSingleItem().Size.ShouldBe(Entries);
    }

    /// <summary>INVARIANT: what holds here holds by the leaf's own encoder too.</summary>
    [Fact]
    public async Task Holds_RowsAsTheyAreAndWithAnyColumnChanged_SaysWhatTheLeafsOwnEncoderSays()
    {
        var draft = Given.Draft();
        var unusual = draft.Public with
        {
            Purpose = Known<Purpose>.Unknown,
            Given = default,
            Bases = default,
            Caller = "issuer æøå \U0001F600",
            Receiver = Given.Receiver with { Organisation = string.Empty },
        };
        foreach (var one in new[] { draft, draft with { Public = unusual }, Given.Draft(new string('x', 9000)) })
        {
            await temporary.Store.Audit.AppendAsync(one, Given.Child(1), Given.HolderOrganisation, FactVersions.NotRead, default);
        }

        Compare(EntryRows.Columns).ShouldBe([(true, LeafState.Holds), (true, LeafState.Holds), (true, LeafState.Holds)]);
        string[] columns = [.. EntryRows.Columns.Split(',').Select(column => column.Trim())];
        for (var changed = 0; changed < columns.Length; changed++)
        {
            var (name, other) = (columns[changed], columns.ToArray());
            other[changed] = $"CASE typeof({name}) WHEN 'blob' THEN randomblob(length({name})) WHEN 'text' THEN {name} || 'x' ELSE coalesce({name}, 0) + 1 END";

            Compare(string.Join(", ", other)).ShouldAllBe(found => !found.Holds && found.State != LeafState.Holds, name);
        }
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

    private List<(bool Holds, LeafState State)> Compare(string columns)
    {
        using var connection = new SqliteConnection($"Data Source={temporary.Options.Path};Pooling=False");
        connection.Open();
        using var select = connection.CreateCommand();
#pragma warning disable CA2100 // Made of the names of columns alone.
        select.CommandText = $"SELECT {columns} FROM audit_entry ORDER BY audit_entry.place";
#pragma warning restore CA2100
        using var row = select.ExecuteReader();
        var found = new List<(bool, LeafState)>();
        while (row.Read())
        {
            found.Add((SqliteLeaf.Holds(row.Handle!), LeafRows.Read(row).State));
        }

        return found;
    }

    private void Outside(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={temporary.Options.Path};Pooling=False");
        connection.Open();
        connection.Execute(sql);
    }
}
