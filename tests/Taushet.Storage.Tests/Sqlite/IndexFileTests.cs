using System.Text;
using Microsoft.Data.Sqlite;
using Taushet.Storage.Ports;
using Taushet.Storage.Sqlite.Index;
using Taushet.Storage.Tests.Support;

namespace Taushet.Storage.Tests.Sqlite;

/// <summary>The index's file: nothing in it is needed, and nothing in it tells what the trail seals.</summary>
public sealed class IndexFileTests
{
    private const int Entries = 12;

    [Fact]
    public async Task Step_TheFileWasRemoved_IsFilledAgain() => await AfterAsync(path => File.Delete(path));

    [Fact]
    public async Task Step_TheFileIsNoDatabase_IsFilledAgain() =>
        await AfterAsync(path => File.WriteAllText(path, new string('x', 8192)));

    [Fact]
    public async Task Step_TheFileIsOfAnotherVersion_IsFilledAgain() => await AfterAsync(path => Change(path, "PRAGMA user_version = 99"));

    [Fact]
    public async Task Step_TheFileIsOfOtherKeys_IsFilledAgain() =>
        await AfterAsync(path => Change(path, "UPDATE trail_state SET mark = zeroblob(32)"));

    [Fact]
    public async Task Step_TheFileGoesBeyondTheLog_IsFilledAgain() =>
        await AfterAsync(path => Change(path, "UPDATE trail_reach SET next = next + 1"));

    [Fact]
    public async Task Step_TheFileIsOfAnotherLog_IsFilledAgain() =>
        await AfterAsync(path => Change(path, "UPDATE trail_reach SET leaf_hash = zeroblob(32)"));

    [Fact]
    public async Task Step_TheProcessEndedBetweenSteps_GoesOnWhereItWas()
    {
        await using var temporary = await FilledAsync(project: 5);
        var store = await temporary.ReopenAsync();

        (await store.Projector.StepAsync(4, default)).ShouldBe(new ProjectionStep(4, Entries - 9));
        (await store.Projector.StepAsync(100, default)).ShouldBe(new ProjectionStep(Entries - 9, 0));
    }

    [Fact]
    public async Task Step_AKeyWasDestroyed_TheEntryIsThereAndFoundByItNoMore()
    {
        await using var temporary = await FilledAsync(project: 0);
        Change(temporary.Options.Path, "DELETE FROM entry_key");
        await temporary.Store.Projector.StepAsync(100, default);

        (await temporary.Store.Index.KeysOfAsync(Given.Child(1), default)).ShouldBeEmpty();
        var all = await AllAsync(temporary.Store.Index);
        all.Count.ShouldBe(Entries);
        all.ShouldAllBe(entry => entry.Details.Marks == IndexedMarks.Unlinked && entry.Details.Person.Length == 0);
    }

    /// <summary>INVARIANT: what an entry seals is sealed in the index too.</summary>
    [Fact]
    public async Task File_Filled_HoldsNothingThatIsSealed()
    {
        await using var temporary = await FilledAsync(project: 100);
        await temporary.CloseAsync();
        var path = IndexFile.PathFor(temporary.Options.Path);
        Change(path, "PRAGMA wal_checkpoint(TRUNCATE)");

        var text = Encoding.Latin1.GetString(File.ReadAllBytes(path));
        text.ShouldContain(Given.HolderOrganisation);
        foreach (var secret in new[] { "employee-7", "teacher", "case-12", People.Number(1), "snapshot.v1" })
        {
            text.ShouldNotContain(secret);
        }
    }

    private static async Task AfterAsync(Action<string> harm)
    {
        await using var temporary = await FilledAsync(project: 100);
        var before = await AllAsync(temporary.Store.Index);
        await temporary.CloseAsync();
        var path = IndexFile.PathFor(temporary.Options.Path);
        File.Delete(path + "-wal");
        harm(path);

        var store = temporary.Store;
        await store.Projector.StepAsync(100, default);

        var after = await AllAsync(store.Index);
        after.Select(entry => entry.Entry).ShouldBe(before.Select(entry => entry.Entry));
        (await store.Index.StateAsync(default)).Behind.ShouldBe(0);
    }

    private static async Task<TemporaryStore> FilledAsync(int project)
    {
        var temporary = new TemporaryStore();
        for (var n = 0; n < Entries; n++)
        {
            var draft = Given.Draft();
            draft = draft with { Sealed = draft.Sealed with { ActingPerson = "employee-7\nteacher" } };
            (await temporary.Store.Audit.AppendAsync(draft, Given.Child(1 + (n % 3)), Given.HolderOrganisation, FactVersions.NotRead, default))
                .ShouldBeOfType<AppendResult.Stored>();
        }

        if (project > 0)
        {
            await temporary.Store.Projector.StepAsync(project, default);
        }

        return temporary;
    }

    private static async Task<IReadOnlyList<IndexedEntry>> AllAsync(ITrailIndex index)
    {
        var state = await index.StateAsync(default);
        return await index.ScanAsync(state.Generation, 0, state.Newest, 1000, default);
    }

    private static void Change(string path, string sql)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
