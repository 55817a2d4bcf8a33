using System.Globalization;
using Spectre.Console;
using Taushet.Cli.Load;
using Taushet.Cli.Tokens;
using Taushet.Core.Requests;
using Taushet.Demo.People;
using Taushet.Demo.Scenarios;
using Taushet.Demo.Town;
using Taushet.V1;

namespace Taushet.Benchmarks.EndToEnd;

/// <summary>Measures gateway, floor and echo in one run, each a process of its own, with the code of <c>taushet load</c>.</summary>
internal static class EndToEndRun
{
    private const int DefaultSeconds = 8;
    private const int DefaultWarmUp = 3;
    private const int TableWidth = 120;

    /// <summary>Runs it.</summary>
    public static async Task<int> RunAsync(string[] arguments)
    {
        var plan = new LoadPlan
        {
            Callers = [1, 16, 128],
            Measured = Seconds(arguments, 0, DefaultSeconds),
            WarmUp = Seconds(arguments, 1, DefaultWarmUp),
        };
        var folder = Directory.CreateTempSubdirectory("taushet-e2e-").FullName;
        Console.WriteLine(MachineFacts.Read(folder));
        try
        {
            using var source = await ServerProcess.StartAsync(Servers.Source, folder);
            using var gateway = await ServerProcess.StartAsync(Servers.GatewayRole, folder);
            using var floor = await ServerProcess.StartAsync(Servers.Floor, folder);
            using var echo = await ServerProcess.StartAsync(Servers.Echo, folder);
            using var calls = new GrpcTargets(Token(folder), Request());
            using var other = arguments.Length > 2 ? await OtherBuild.StartAsync(folder, arguments[2]) : null;
            List<LoadTarget> targets =
            [
                calls.Request("echo", echo.Address, receipted: false),
                calls.Request(LoadTable.Floor, floor.Address, receipted: false),
                calls.Request("request", gateway.Address, receipted: true),
                calls.Preview("preview", gateway.Address),
            ];
            if (other is not null)
            {
                targets.Add(calls.Request("other build", other.Address, receipted: true));
            }

            var figures = await new LoadDriver(TimeProvider.System)
                .RunAsync(targets, plan, CancellationToken.None)
                .ToListAsync();
            AnsiConsole.Profile.Width = Math.Max(AnsiConsole.Profile.Width, TableWidth);
            LoadTable.Write(AnsiConsole.Console, figures);
            return figures.Exists(row => row.Failed > 0 || row.Answered == 0) ? 1 : 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The new school's request: everything it may have is fetched from the source.</summary>
    internal static RequestInformationRequest Request()
    {
        var people = Population.Generate(Servers.Seed, OsloTime.DateAt(TimeProvider.System.GetUtcNow()));
        var story = Stories.All(new Cast(people)).Single(scenario => scenario.Name == "new-school");
        return new RequestInformationRequest { Inquiry = story.Inquiry };
    }

    /// <summary>A token of the new school.</summary>
    internal static string Token(string folder) =>
        new DevelopmentIssuer(DevelopmentKey.LoadOrCreate(folder), TimeProvider.System)
            .Mint(Organisations.NewSchool.Number, "load", TimeSpan.FromHours(1), Guid.NewGuid());

    private static TimeSpan Seconds(string[] arguments, int place, int otherwise) => TimeSpan.FromSeconds(
        arguments.Length > place ? int.Parse(arguments[place], CultureInfo.InvariantCulture) : otherwise);
}
