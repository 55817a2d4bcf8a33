using Taushet.Cli.Tests.Support;
using Taushet.Storage.Ports;

namespace Taushet.Cli.Tests.Trail;

public sealed class AuditReindexCommandTests : IDisposable
{
    private readonly TrailFolder folder = new();

    [Fact]
    public async Task Reindex_TwoLogs_FillsTheIndexAnew()
    {
        var a = (await folder.AppendAsync(3, "a"))[0].Log;
        var b = (await folder.AppendAsync(2, "b"))[0].Log;
        (await folder.RunAsync("audit", "reindex")).Code.ShouldBe(0);
        var before = await StateAsync();

        var told = await folder.RunAsync("audit", "reindex");

        told.Code.ShouldBe(0, told.Errors);
        told.Lines.ShouldContain($"{a:n}  3 entries of 3");
        told.Lines.ShouldContain($"{b:n}  2 entries of 2");
        told.Lines[^1].ShouldStartWith("5 entries put in, in ");
        (await StateAsync()).Generation.ShouldNotBe(before.Generation);
    }

    [Fact]
    public async Task Reindex_ToKeepWhatIsThere_GoesOn()
    {
        await folder.AppendAsync(3, "a");
        (await folder.RunAsync("audit", "reindex")).Code.ShouldBe(0);
        await folder.AppendAsync(2, "a");

        var told = await folder.RunAsync("audit", "reindex", "--keep");

        told.Lines[^1].ShouldStartWith("2 entries put in, in ");
        (await StateAsync()).Behind.ShouldBe(0);
    }

    public void Dispose() => folder.Dispose();

    private async Task<IndexState> StateAsync()
    {
        await using var store = folder.OpenAsGateway();
        return await store.Index.StateAsync(default);
    }
}
