using Taushet.Cli.Tests.Support;
using Taushet.Core.Requests.Identifiers;

namespace Taushet.Cli.Tests.Trail;

public sealed class AuditListCommandTests : IDisposable
{
    private readonly TrailFolder folder = new();

    [Fact]
    public async Task List_StoreWithEntries_OneLineEachWithBothPartiesAndNoNationalNumber()
    {
        await folder.AppendAsync(3);

        var told = await folder.RunAsync("audit", "list");

        told.Code.ShouldBe(0, told.Errors);
        told.Lines.Count.ShouldBe(4);
        told.Lines[1].ShouldContain("2026-09-01T10:00:00.000001Z");
        told.Lines[1].ShouldContain("FLG 310000019 <- SKO 310000000");
        told.Lines[1].ShouldContain("leaf holds");
        told.Lines[^1].ShouldBe("3 entries in the log, 0 with a broken leaf hash");
        NationalNumber.OccursIn(told.Output).ShouldBeFalse();
        told.Output.ShouldNotContain("employee-7");
        told.Output.ShouldNotContain("case-12");
    }

    [Fact]
    public async Task List_From_LeavesOutTheEntriesBefore()
    {
        await folder.AppendAsync(3);

        var told = await folder.RunAsync("audit", "list", "--from", "2");

        told.Lines.Count.ShouldBe(2);
        told.Lines[0].TrimStart().ShouldStartWith("2  ");
        (await folder.RunAsync("audit", "list", "--from", "9223372036854775807")).Lines.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task List_TwoLogs_IsOneTrailByTimeThatSaysWhichLog()
    {
        await folder.AppendAsync(2, "a");
        await folder.AppendAsync(1, "b");
        await folder.AppendAsync(1, "a");

        var told = await folder.RunAsync("audit", "list");

        told.Code.ShouldBe(0, told.Errors);
        told.Lines.Take(4).Select(line => line[..2]).ShouldBe(["a/", "a/", "b/", "a/"]);
        told.Lines[^1].ShouldBe("4 entries in 2 logs, 0 with a broken leaf hash");
    }

    [Fact]
    public async Task List_OneOfTwoLogs_ListsItsEntriesFromAnIndexOfItsOwn()
    {
        var log = (await folder.AppendAsync(3, "a"))[0].Log;
        await folder.AppendAsync(2, "b");

        var told = await folder.RunAsync("audit", "list", "--log", log.ToString("n")[..6], "--from", "1");

        told.Code.ShouldBe(0, told.Errors);
        told.Lines.Take(2).Select(line => line.Split("  ", StringSplitOptions.RemoveEmptyEntries)[1].Trim()).ShouldBe(["1", "2"]);
        told.Lines.Take(2).ShouldAllBe(line => line.StartsWith($"a/{log.ToString("n").Substring(0, 8)}"));
        told.Lines[^1].ShouldBe("3 entries in the log, 0 with a broken leaf hash");
    }

    [Fact]
    public async Task List_AnIndexWithoutALogAmongTwo_IsNotGuessed()
    {
        await folder.AppendAsync(1, "a");
        await folder.AppendAsync(1, "b");

        (await folder.RunAsync("audit", "list", "--from", "1")).ShouldBeAFault("an index is a place in one log", "--from");
        (await folder.RunAsync("audit", "list", "--log", "ffff0000ffff0000")).ShouldBeAFault("there is no such log", "--log ffff");
        (await folder.RunAsync("audit", "list", "--log", "f")).ShouldBeAFault("there is no such log", "--log f");
    }

    [Fact]
    public async Task List_NoStore_TellsWhereAndWhatToDoAndMakesNone()
    {
        (await folder.RunAsync("audit", "list")).ShouldBeAFault("there is no store", folder.Database);

        Directory.EnumerateFileSystemEntries(folder.Path).ShouldBeEmpty();
    }

    [Fact]
    public async Task List_KeysGone_TellsThatTheLogCannotBeRead()
    {
        await folder.AppendAsync(1);
        File.Delete(folder.File("store.keys"));

        (await folder.RunAsync("audit", "list")).ShouldBeAFault("the log cannot be read", folder.Database);
    }

    public void Dispose() => folder.Dispose();
}
