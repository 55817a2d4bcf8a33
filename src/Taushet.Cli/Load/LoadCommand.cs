using System.CommandLine;
using System.Globalization;
using Google.Protobuf;
using Spectre.Console;
using Taushet.V1;

namespace Taushet.Cli.Load;

/// <summary><c>taushet load</c>: measures a gateway end to end, beside a bare echo and the floor.</summary>
internal static class LoadCommand
{
    private const int NarrowestWidth = 120;

    private static readonly Option<string?> Gateway = new("--gateway") { Description = "Loopback address of the gateway." };

    private static readonly Option<string?> Echo = new("--echo") { Description = "Loopback address of a bare echo server." };

    private static readonly Option<string?> FloorServer = new("--floor")
    {
        Description = "Loopback address of the floor: same token, same source call, no decision, no store.",
    };

    private static readonly Option<string> Token = new("--token") { Description = "Access token.", Required = true };

    private static readonly Option<string> Request = new("--request")
    {
        Description = "File with a RequestInformationRequest as JSON.",
        Required = true,
    };

    private static readonly Option<int> Seconds = new("--seconds")
    {
        Description = $"Length of each stretch, 1 to {LoadPlan.LongestSeconds} seconds.",
        DefaultValueFactory = _ => 5,
    };

    private static readonly Option<int> WarmUp = new("--warm-up")
    {
        Description = "Seconds of calls before each stretch is measured.",
        DefaultValueFactory = _ => 2,
    };

    private static readonly Option<string> Callers = new("--callers")
    {
        Description = $"Callers at once, separated by commas, each 1 to {LoadPlan.MostCallers}.",
        DefaultValueFactory = _ => "1,16,128",
    };

    /// <summary>Builds the command.</summary>
    public static Command Build(TimeProvider clock)
    {
        var command = new Command("load", "Measures servers on this machine under load.");
        foreach (Option option in new Option[] { Gateway, Echo, FloorServer, Token, Request, Seconds, WarmUp, Callers })
        {
            command.Add(option);
        }

        command.SetAction((parsed, cancellation) => RunAsync(parsed, clock, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, TimeProvider clock, CancellationToken cancellation)
    {
        var errors = parsed.InvocationConfiguration.Error;
        var plan = new LoadPlan
        {
            Callers = CallersFrom(parsed.GetRequiredValue(Callers)),
            WarmUp = TimeSpan.FromSeconds(parsed.GetValue(WarmUp)),
            Measured = TimeSpan.FromSeconds(parsed.GetValue(Seconds)),
        };
        if (plan.Fault is { } wrong)
        {
            return new CommandFault(wrong, "--callers, --seconds, --warm-up", "see taushet load --help").Tell(errors);
        }

        if (!TryReadRequest(parsed.GetRequiredValue(Request), errors, out var request))
        {
            return CommandFault.ExitCode;
        }

        using var servers = new GrpcTargets(parsed.GetRequiredValue(Token), request);
        if (!TryFindTargets(parsed, servers, errors, out var targets))
        {
            return CommandFault.ExitCode;
        }

        var figures = await new LoadDriver(clock).RunAsync(targets, plan, cancellation).ToListAsync(cancellation);
        LoadTable.Write(ConsoleOf(parsed.InvocationConfiguration.Output), figures);
        return figures.Any(row => row.Failed > 0 || row.Answered == 0) ? 1 : 0;
    }

    private static IAnsiConsole ConsoleOf(TextWriter output)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        console.Profile.Width = Math.Max(console.Profile.Width, NarrowestWidth);
        return console;
    }

    private static int[] CallersFrom(string text) =>
        [.. text.Split(',').Select(part => int.TryParse(part, CultureInfo.InvariantCulture, out var callers) ? callers : 0)];

    private static bool TryReadRequest(string path, TextWriter errors, out RequestInformationRequest request)
    {
        request = new RequestInformationRequest();
        try
        {
            // The parser's faults are I/O faults by type: they are caught first.
            request = JsonParser.Default.Parse<RequestInformationRequest>(File.ReadAllText(path));
            return true;
        }
        catch (Exception fault) when (fault is InvalidProtocolBufferException or InvalidJsonException)
        {
            new CommandFault("this is no RequestInformationRequest in JSON", path, "see protos/taushet/v1/sharing.proto")
                .Tell(errors);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            new CommandFault("the request cannot be read", path, "check the path and its permissions").Tell(errors);
        }

        return false;
    }

    private static bool TryFindTargets(ParseResult parsed, GrpcTargets servers, TextWriter errors, out List<LoadTarget> targets)
    {
        targets = [];
        foreach (var option in new[] { Echo, FloorServer, Gateway })
        {
            if (parsed.GetValue(option) is not { } text)
            {
                continue;
            }

            if (!Loopback.TryParse(text, out var address))
            {
                new CommandFault("load goes to this machine only", option.Name, "give an address such as http://127.0.0.1:5080")
                    .Tell(errors);
                return false;
            }

            targets.Add(servers.Request(NameOf(option), address, receipted: option == Gateway));
            if (option == Gateway)
            {
                targets.Add(servers.Preview("preview", address));
            }
        }

        if (targets.Count == 0)
        {
            new CommandFault("there is nothing to call", "--gateway, --echo, --floor", "give at least one address").Tell(errors);
        }

        return targets.Count > 0;
    }

    private static string NameOf(Option option) =>
        option == Gateway ? "request" : option == Echo ? "echo" : LoadTable.Floor;
}
