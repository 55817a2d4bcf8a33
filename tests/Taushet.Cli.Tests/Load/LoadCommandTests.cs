using System.Net;
using System.Net.Sockets;
using Taushet.Cli.Tests.Support;

namespace Taushet.Cli.Tests.Load;

public sealed class LoadCommandTests : IDisposable
{
    private readonly Folder folder = new();

    [Theory]
    [InlineData("--gateway", "http://192.0.2.1:5080")]
    [InlineData("--echo", "http://example.invalid:5080")]
    [InlineData("--floor", "http://127.0.0.1.example.invalid:5080")]
    [InlineData("--gateway", "http://127.0.0.1@192.0.2.1:5080")]
    [InlineData("--gateway", "http://0.0.0.0:5080")]
    [InlineData("--gateway", "ftp://127.0.0.1:5080")]
    [InlineData("--gateway", "127.0.0.1:5080")]
    public async Task Load_AddressOfAnotherMachine_IsRefused(string option, string address) =>
        (await LoadAsync(option, address)).ShouldBeAFault("load goes to this machine only", option);

    [Theory]
    [InlineData("--callers", "513", "callers lie between 1 and 512")]
    [InlineData("--callers", "1,0", "callers lie between 1 and 512")]
    [InlineData("--callers", "many", "callers lie between 1 and 512")]
    [InlineData("--seconds", "121", "a stretch lasts 1 to 120 seconds")]
    [InlineData("--seconds", "0", "a stretch lasts 1 to 120 seconds")]
    [InlineData("--warm-up", "121", "a warm-up lasts 0 to 120 seconds")]
    [InlineData("--warm-up", "-1", "a warm-up lasts 0 to 120 seconds")]
    public async Task Load_BeyondItsBounds_IsRefused(string option, string value, string what) =>
        (await LoadAsync("--echo", "http://127.0.0.1:5080", option, value)).ShouldBeAFault(what, "--callers, --seconds, --warm-up");

    [Fact]
    public async Task Load_NoAddress_IsRefused() =>
        (await LoadAsync()).ShouldBeAFault("there is nothing to call", "--gateway, --echo, --floor");

    [Fact]
    public async Task Load_RequestFileMissing_IsRefused()
    {
        var missing = folder.File("none.json");

        (await Told.ByAsync("load", "--token", "t", "--request", missing)).ShouldBeAFault("the request cannot be read", missing);
    }

    [Theory]
    [InlineData("""{ "colour": "red" }""")]
    [InlineData("""{ "inquiry": """)]
    public async Task Load_RequestFileIsNoRequest_IsRefused(string text)
    {
        var wrong = folder.Write("wrong.json", text);

        (await Told.ByAsync("load", "--token", "t", "--request", wrong))
            .ShouldBeAFault("this is no RequestInformationRequest in JSON", wrong);
    }

    [Fact]
    public async Task Load_NobodyAnswers_TellsTheFailureInTheOutputAndExitsWithOne()
    {
        var told = await LoadAsync("--echo", $"http://127.0.0.1:{FreePort()}", "--callers", "1", "--seconds", "1", "--warm-up", "0");

        told.Code.ShouldBe(1);
        told.Output.ShouldContain("of floor");
        told.Output.ShouldContain("first failure of echo at 1 callers");
    }

    public void Dispose() => folder.Dispose();

    private Task<Told> LoadAsync(params string[] more) =>
        Told.ByAsync(["load", "--token", "t", "--request", folder.Write("request.json", "{}"), .. more]);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
