using Taushet.Cli.Tests.Support;

namespace Taushet.Cli.Tests;

public sealed class CommandTreeTests
{
    [Theory]
    [InlineData("--colour", "token", "--org", "310000000", "--colour", "red")]
    [InlineData("--colour", "db", "migrate", "--colour")]
    [InlineData("--org", "token")]
    [InlineData("--minutes", "token", "--org", "310000000", "--minutes", "soon")]
    [InlineData("polcy", "polcy", "check")]
    [InlineData("--log", "audit", "prove", "--index", "0")]
    [InlineData("--index", "audit", "prove", "--log", "abcd")]
    [InlineData("--from", "audit", "consistency", "--log", "abcd")]
    public async Task Run_CalledWrongly_NamesTheFaultAndPrintsTheUsage(string named, params string[] arguments)
    {
        var told = await Told.ByAsync(arguments);

        told.Code.ShouldNotBe(0);
        told.Errors.ShouldContain(named);
        told.Output.ShouldContain("Usage:");
        told.Output.ShouldContain("--help");
    }

    [Theory]
    [InlineData("policy", "test", "check")]
    [InlineData("db", "migrate", "backup", "import-persons")]
    [InlineData("audit", "list", "logs", "verify", "prove", "consistency", "resume", "key")]
    public async Task Help_OfAGroup_NamesItsCommands(string group, params string[] commands)
    {
        var told = await Told.ByAsync(group, "--help");

        told.Code.ShouldBe(0);
        commands.ShouldAllBe(command => told.Output.Contains(command));
    }
}
