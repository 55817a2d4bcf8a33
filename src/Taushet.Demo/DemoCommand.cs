using System.CommandLine;
using Spectre.Console;
using Taushet.Cli;

namespace Taushet.Demo;

/// <summary>The demo's command line.</summary>
internal static class DemoCommand
{
    private const int NarrowestWidth = 170;

    private static readonly Option<bool> Once = new("--once") { Description = "Stop when the stories are told and proved." };

    private static readonly Option<string?> Data = new("--data")
    {
        Description = "Folder for store, keys and request files; by default a new temporary one.",
    };

    private static readonly Option<string?> Policies = new("--policies")
    {
        Description = "Folder of the rule book; by default the policies folder above this one.",
    };

    private static readonly Option<int> Port = new("--port")
    {
        Description = "The gateway's port on loopback; 0 takes a free one.",
        DefaultValueFactory = _ => 5080,
    };

    private static readonly Option<ulong> Seed = new("--seed")
    {
        Description = "Seed of the synthetic people.",
        DefaultValueFactory = _ => 1,
    };

    /// <summary>Builds the command.</summary>
    public static RootCommand Build(TimeProvider clock)
    {
        var command = new RootCommand("A municipality in a box: the gateway, a sector system for every service that holds data, and stories over the wire.");
        foreach (Option option in new Option[] { Once, Data, Policies, Port, Seed })
        {
            command.Add(option);
        }

        command.SetAction((parsed, cancellation) => RunAsync(parsed, clock, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, TimeProvider clock, CancellationToken cancellation)
    {
        var errors = parsed.InvocationConfiguration.Error;
        var data = parsed.GetValue(Data) ?? Directory.CreateTempSubdirectory("taushet-demo-").FullName;
        Directory.CreateDirectory(data);
        if (File.Exists(new DataFolder(data).Database))
        {
            return Tell(errors, "the folder holds a store already", data, "choose an empty folder with --data");
        }

        var policies = parsed.GetValue(Policies) ?? PoliciesAbove(Directory.GetCurrentDirectory()) ?? PoliciesAbove(AppContext.BaseDirectory);
        if (policies is null)
        {
            return Tell(errors, "no rule book was found", "./policies", "run from the repository, or name the folder with --policies");
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            // What goes into a file or another program is plain text.
            Ansi = Console.IsOutputRedirected ? AnsiSupport.No : AnsiSupport.Detect,
            Out = new AnsiConsoleOutput(parsed.InvocationConfiguration.Output),
        });
        console.Profile.Width = Math.Max(console.Profile.Width, NarrowestWidth);
        var options = new DemoOptions
        {
            DataFolder = data,
            PoliciesFolder = policies,
            Port = parsed.GetValue(Port),
            Seed = parsed.GetValue(Seed),
        };
        try
        {
            return await new DemoRun(console, clock).RunAsync(options, parsed.GetValue(Once), cancellation);
        }
        catch (IOException fault)
        {
            return Tell(errors, fault.Message, $"port {options.Port} or folder {data}", "free the port, or choose another with --port");
        }
    }

    private static int Tell(TextWriter errors, string what, string where, string remedy) =>
        new CommandFault(what, where, remedy).Tell(errors);

    private static string? PoliciesAbove(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            var candidate = Path.Combine(at.FullName, "policies");
            if (File.Exists(Path.Combine(candidate, "acts.yaml")))
            {
                return candidate;
            }
        }

        return null;
    }
}
