using System.CommandLine;
using System.Globalization;

namespace Taushet.Cli.Tests.Support;

/// <summary>What a command said and how it ended.</summary>
internal sealed record Told(int Code, string Output, string Errors)
{
    public IReadOnlyList<string> Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Runs a command line through the whole tree in this process.</summary>
    public static Task<Told> ByAsync(params string[] arguments) => ByAsync(TimeProvider.System, arguments);

    public static Task<Told> ByAsync(TimeProvider clock, params string[] arguments) =>
        ByAsync(clock, GatewayVariables.None, arguments);

    public static async Task<Told> ByAsync(TimeProvider clock, GatewayVariables variables, params string[] arguments)
    {
        await using var output = new StringWriter(CultureInfo.InvariantCulture);
        await using var errors = new StringWriter(CultureInfo.InvariantCulture);
        var code = await CommandTree.Build(clock, variables)
            .Parse(arguments)
            .InvokeAsync(new InvocationConfiguration { Output = output, Error = errors });
        return new Told(code, output.ToString(), errors.ToString());
    }

    /// <summary>Requires the fault for people: what was wrong, where, what to do.</summary>
    public void ShouldBeAFault(string what, string where)
    {
        Code.ShouldBe(CommandFault.ExitCode, Output);
        Output.ShouldBeEmpty();
        Errors.ShouldContain($"error: {what}");
        Errors.ShouldContain($"where: {where}");
        Errors.ShouldContain("to do: ");
    }
}
