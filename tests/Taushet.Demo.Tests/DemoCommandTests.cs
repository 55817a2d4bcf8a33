using System.CommandLine;
using Taushet.Core.Requests.Identifiers;

namespace Taushet.Demo.Tests;

public sealed class DemoCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("taushet-demo-test-").FullName;

    [Fact]
    public async Task Once_EveryProofHolds_ExitsWithZeroAndShowsNoNumber()
    {
        var (code, output, errors) = await RunAsync("--once", "--port", "0", "--data", folder);

        code.ShouldBe(0, output + errors);
        var told = output.Split(" stories, ")[0].Split(Environment.NewLine)[^1];
        Readme.Text().ShouldContain($", {told} stories over the wire");
        output.ShouldContain(" 0 broken");
        NationalNumber.OccursIn(output).ShouldBeFalse();
        NationalNumber.OccursIn(await File.ReadAllTextAsync(Path.Combine(folder, "gateway.log"))).ShouldBeFalse();
    }

    [Fact]
    public async Task Run_FolderHoldsAStore_IsRefusedWithWhatToDo()
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "taushet.db"), string.Empty);

        var (code, _, errors) = await RunAsync("--once", "--data", folder);

        code.ShouldBe(2);
        errors.ShouldContain("--data");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static async Task<(int Code, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        await using var output = new StringWriter();
        await using var errors = new StringWriter();
        var code = await DemoCommand.Build(TimeProvider.System)
            .Parse(arguments)
            .InvokeAsync(new InvocationConfiguration { Output = output, Error = errors });
        return (code, output.ToString(), errors.ToString());
    }
}
