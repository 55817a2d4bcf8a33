using System.CommandLine;
using System.Diagnostics;

namespace Taushet.Cli.Trail;

/// <summary><c>taushet audit reindex</c>: throws the index away and fills it again from the logs.</summary>
internal static class AuditReindexCommand
{
    private const int Step = 5000;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Often = TimeSpan.FromSeconds(2);

    private static readonly Option<bool> Keep = new("--keep")
    {
        Description = "Goes on where the index is, without throwing it away.",
    };

    /// <summary>Builds the command.</summary>
    public static Command Build()
    {
        var command = new Command(
            "reindex",
            "Throws away what the trail is searched by and fills it again from the logs. The gateway may run meanwhile: its searches "
            + "say how far the index reaches. After keys were destroyed this is what takes their traces out of the index.");
        command.Add(Keep);
        command.Add(SharedOptions.Data);
        command.SetAction((parsed, cancellation) => OpenTrail.RunAsync(parsed, opened => RunAsync(opened, parsed, cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(OpenTrail opened, ParseResult parsed, CancellationToken cancellation)
    {
        if (!parsed.GetValue(Keep))
        {
            await opened.Store.Projector.ResetAsync(cancellation);
        }

        var watch = Stopwatch.StartNew();
        var told = watch.Elapsed;
        var added = 0L;
        while (true)
        {
            var step = await opened.Store.Projector.StepAsync(Step, cancellation);
            added += step.Added;
            if (step.Behind <= 0)
            {
                break;
            }

            if (watch.Elapsed - told > Often)
            {
                told = watch.Elapsed;
                opened.Output.WriteLine($"{added} put in, {step.Behind} left, {added / watch.Elapsed.TotalSeconds:F0} a second");
            }

            // Another process has put in what this one was about to, or keys may not be read again yet.
            if (step.Added == 0)
            {
                await Task.Delay(Pause, cancellation);
            }
        }

        await TellAsync(opened, added, watch.Elapsed, cancellation);
        return 0;
    }

    private static async Task TellAsync(OpenTrail opened, long added, TimeSpan took, CancellationToken cancellation)
    {
        var state = await opened.Store.Index.StateAsync(cancellation);
        foreach (var log in state.Logs)
        {
            opened.Output.WriteLine($"{log.Log:n}  {Lines.Count(log.Indexed, "entry")} of {log.Size}");
        }

        opened.Output.WriteLine($"{Lines.Count(added, "entry")} put in, in {took.TotalSeconds:F1} s");
    }
}
