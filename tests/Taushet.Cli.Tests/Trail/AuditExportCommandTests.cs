using Taushet.Cli.Tests.Support;

namespace Taushet.Cli.Tests.Trail;

public sealed class AuditExportCommandTests : IDisposable
{
    private static readonly string[] Who = ["--reader", "operator-1", "--reference", "control-7"];
    private readonly TrailFolder folder = new();

    [Fact]
    public async Task Export_OfAll_TellsEveryEntryAndIsItselfOne()
    {
        await folder.AppendAsync(3);
        (await folder.RunAsync("audit", "reindex")).Code.ShouldBe(0);

        var told = await RunAsync("--format", "jsonl");

        told.Code.ShouldBe(0, told.Errors);
        told.Lines.Count.ShouldBe(3);
        told.Lines.ShouldAllBe(line => !line.Contains(TrailFolder.Child, StringComparison.Ordinal));
        told.Errors.ShouldContain("3 entries exported");
        (await folder.RunAsync("audit", "list")).Output.ShouldContain("log-exported");
    }

    [Fact]
    public async Task Export_OfAChildAndADay_TellsThoseAlone()
    {
        await folder.AppendAsync(2);
        (await folder.RunAsync("audit", "reindex")).Code.ShouldBe(0);
        var file = folder.File("child");
        await File.WriteAllTextAsync(file, TrailFolder.Child + "\n");
        var today = StoppedClock.Now.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

        (await RunAsync("--child-file", file, "--from", today, "--to", today)).Lines.Count.ShouldBe(3);
        (await RunAsync("--child-file", file, "--to", "2020-01-01")).Lines.Count.ShouldBe(1);
        (await RunAsync("--org", "310000019")).Lines.Count.ShouldBe(3);
        (await RunAsync("--org", "310000027")).Lines.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Export_OfWhatTheIndexLacks_SaysSo()
    {
        await folder.AppendAsync(2);

        var told = await RunAsync();

        told.Errors.ShouldContain("the index lacks the newest");
        told.Lines.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Export_WithAFileThatHoldsNoNumber_IsAFaultThatDoesNotTellIt()
    {
        await folder.AppendAsync(1);
        var file = folder.File("child");
        await File.WriteAllTextAsync(file, "03851598731");

        var told = await RunAsync("--child-file", file);

        told.Code.ShouldBe(2);
        told.Errors.ShouldContain("the file holds no national identity number");
        told.Errors.ShouldNotContain("03851598731");
    }

    [Fact]
    public async Task Export_ToAFile_WritesItThere()
    {
        await folder.AppendAsync(1);
        (await folder.RunAsync("audit", "reindex")).Code.ShouldBe(0);
        var file = folder.File("out.html");

        (await RunAsync("--format", "html", "--out", file)).Output.ShouldBeEmpty();

        (await File.ReadAllTextAsync(file)).ShouldContain("1 oppføringer.");
    }

    public void Dispose() => folder.Dispose();

    private Task<Told> RunAsync(params string[] more) => folder.RunAsync(["audit", "export", .. Who, .. more]);
}
