using Taushet.Cli.Tests.Support;

namespace Taushet.Cli.Tests.Database;

public sealed class MigrateCommandTests : IDisposable
{
    private readonly Folder folder = new();

    [Fact]
    public async Task Migrate_Twice_AppliesEachScriptOnce()
    {
        var first = await MigrateAsync();
        var second = await MigrateAsync();

        (first.Code, second.Code).ShouldBe((0, 0));
        first.Lines.Count(line => line.StartsWith("applied ", StringComparison.Ordinal)).ShouldBeGreaterThan(0);
        second.Lines.ShouldBe([$"{folder.File("data/taushet.db")} is up to date"]);
    }

    [Fact]
    public async Task Migrate_FileIsNoStore_TellsWhereAndWhatToDo()
    {
        Directory.CreateDirectory(folder.File("data"));
        folder.Write("data/taushet.db", "this is a text and no database, whatever its name may say");

        (await MigrateAsync()).ShouldBeAFault("the store cannot be migrated", folder.File("data/taushet.db"));
    }

    public void Dispose() => folder.Dispose();

    private Task<Told> MigrateAsync() => Told.ByAsync("db", "migrate", "--data", folder.File("data"));
}
