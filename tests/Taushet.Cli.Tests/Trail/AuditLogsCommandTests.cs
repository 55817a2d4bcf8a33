using Taushet.Cli.Tests.Support;

namespace Taushet.Cli.Tests.Trail;

public sealed class AuditLogsCommandTests : IDisposable
{
    private readonly TrailFolder folder = new();

    [Fact]
    public async Task Logs_OpenAndClosed_EachWithItsGatewaySizeAndNewestCheckpoint()
    {
        var a = (await folder.AppendAsync(3, "a"))[0].Log;
        var b = (await folder.AppendAsync(1, "b"))[0].Log;
        (await folder.RunAsync("audit", "resume", "--new-log", "--even-if-whole", "--name", "a")).Code.ShouldBe(0);

        var told = await folder.RunAsync("audit", "logs");

        told.Code.ShouldBe(0, told.Errors);
        told.Lines.Count.ShouldBe(4);
        told.Lines[0].ShouldMatch($"^{a:n}  a +3 entries  closed 20[0-9-]+T[0-9:.]+Z +checkpoint of 3 at 20[0-9-]+T[0-9:.]+Z$");
        told.Lines.ShouldContain(line => line.StartsWith($"{b:n}  b       1 entry  open"));
        told.Lines.Count(line => line.EndsWith("  no checkpoint", StringComparison.Ordinal)).ShouldBe(1);
        told.Lines[^1].ShouldBe("3 logs, 4 entries");
    }

    public void Dispose() => folder.Dispose();
}
