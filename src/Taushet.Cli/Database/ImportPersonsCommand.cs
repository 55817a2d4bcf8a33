using System.CommandLine;
using System.Data.Common;
using Taushet.Storage;
using Taushet.Storage.Ports;
using Taushet.Storage.Registry;

namespace Taushet.Cli.Database;

/// <summary><c>taushet db import-persons</c>: takes what the person registry says.</summary>
internal static class ImportPersonsCommand
{
    private const int BatchSize = 500;
    private const int BatchesBetweenLines = 20;

    /// <summary>Builds the command.</summary>
    public static Command Build(TimeProvider clock, GatewayVariables variables)
    {
        var file = new Argument<string>("file") { Description = "The feed: JSON lines, as described in src/Taushet.Storage/Registry/README.md." };
        var numbers = new Option<NumberChoice?>("--numbers")
        {
            Description = "Which persons' numbers are taken: real, synthetic or any. By default real ones in Production, synthetic ones elsewhere.",
        };
        var command = new Command("import-persons", "Imports a feed of the person registry; may be broken off and run again.");
        command.Add(file);
        command.Add(SharedOptions.Data);
        command.Add(numbers);
        command.SetAction((parsed, cancellation) => RunAsync(
            parsed,
            parsed.GetRequiredValue(file),
            new PersonFeedRules(clock.GetUtcNow(), Real(parsed.GetValue(numbers), variables)),
            cancellation));
        return command;
    }

    private static bool? Real(NumberChoice? chosen, GatewayVariables variables) => chosen switch
    {
        NumberChoice.Real => true,
        NumberChoice.Synthetic => false,
        NumberChoice.Any => null,
        null => variables.IsProduction,
        _ => throw new ArgumentOutOfRangeException(nameof(chosen)),
    };

    private static async Task<int> RunAsync(ParseResult parsed, string path, PersonFeedRules rules, CancellationToken cancellation)
    {
        var folder = new DataFolder(parsed.GetRequiredValue(SharedOptions.Data));
        var (output, errors) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        try
        {
            var feed = new PersonFeedFile(path, rules);
            var check = await feed.CheckAsync(cancellation);
            if (check.Faults.Count > 0)
            {
                return Refuse(check, path, errors);
            }

            await using var store = await folder.OpenStoreAsync(cancellation);
            return store is null
                ? new CommandFault("there is no store", folder.Place, "point --data at a gateway's data folder").Tell(errors)
                : await ImportAsync(store.Persons, feed, check, output, cancellation);
        }
        catch (Exception fault) when (fault is InvalidOperationException or DbException or IOException or UnauthorizedAccessException
            or FormatException or InvalidDataException or StoredValueException)
        {
            return new CommandFault(
                $"the feed cannot be imported: {fault.Message}",
                path,
                "what was written stands; put right what is wrong and run the command again")
                .Tell(errors);
        }
    }

    private static int Refuse(PersonFeedCheck check, string path, TextWriter errors)
    {
        foreach (var fault in check.Faults)
        {
            errors.WriteLine(fault);
        }

        return new CommandFault(
            "the feed does not hold, and nothing of it was imported",
            path,
            "put the lines above right and run the command again")
            .Tell(errors);
    }

    private static async Task<int> ImportAsync(
        IPersonFeed persons,
        PersonFeedFile feed,
        PersonFeedCheck check,
        TextWriter output,
        CancellationToken cancellation)
    {
        var batches = 0;
        var done = await new PersonFeedImport(persons, BatchSize).RunAsync(
            feed.ReadAsync(cancellation),
            progress =>
            {
                if (++batches % BatchesBetweenLines == 0)
                {
                    output.WriteLine($"{progress.Lines} of {check.Lines} lines");
                }
            },
            cancellation);
        output.WriteLine($"{done.Lines} lines imported, {done.Changed} persons changed");
        output.WriteLine(done.SpeaksFor is { } time
            ? $"the feed speaks for {time.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}"
            : "no line says complete: the feed's time stays, and gradings become unknown when it is too old");
        return 0;
    }

    private enum NumberChoice
    {
        Real,
        Synthetic,
        Any,
    }
}
