using Spectre.Console;
using Taushet.Demo.Scenarios;
using Taushet.Demo.Town;

namespace Taushet.Demo;

/// <summary>One run of the demo: start, tell the stories, prove, and stay up for a newcomer to call.</summary>
/// <param name="console">Where it tells.</param>
/// <param name="clock">The clock.</param>
internal sealed class DemoRun(IAnsiConsole console, TimeProvider clock)
{
    /// <summary>Name of the file that appears in the data folder when the stories are told and the gateway stays up.</summary>
    public const string ReadyFile = "ready";

    /// <summary>Runs.</summary>
    /// <param name="options">How.</param>
    /// <param name="once">Whether to stop when the stories are told.</param>
    /// <param name="cancellation">Stops a demo that stays up.</param>
    /// <returns>0 when every proof holds, 1 otherwise.</returns>
    public async Task<int> RunAsync(DemoOptions options, bool once, CancellationToken cancellation)
    {
        await using var town = await DemoTown.StartAsync(options, clock, cancellation);
        Introduce(town);
        var (played, together) = await Performance.RunAsync(town, cancellation);
        for (var place = 0; place < played.Count; place++)
        {
            ScenarioTable.Write(console, place + 1, played[place]);
        }

        var code = Conclude(played, together);
        if (!once)
        {
            RequestFiles.Write(options.DataFolder, played.Select(one => one.Scenario));
            Invite(options, town);
            await StayAsync(options, town, cancellation);
        }

        return code;
    }

    private void Introduce(DemoTown town)
    {
        console.WriteLine($"The gateway answers at {town.Address} on SQLite. Synthetic people only. Sector systems:");
        foreach (var (organisation, count) in town.Sectors.Counts)
        {
            console.WriteLine($"  {organisation.Name} at {town.Sectors.Addresses[organisation]}: {count} children");
        }

        console.WriteLine();
    }

    private int Conclude(IReadOnlyList<Played> played, IReadOnlyList<Proof> together)
    {
        foreach (var proof in together)
        {
            console.WriteLine($"{(proof.Holds ? "holds         " : "DOES NOT HOLD ")}{proof.Statement}");
        }

        var all = played.SelectMany(one => one.Proofs).Concat(together).ToList();
        var broken = all.Count(proof => !proof.Holds);
        console.WriteLine($"{played.Count} stories, {all.Count} proofs from the stored log, {broken} broken");
        return broken == 0 ? 0 : 1;
    }

    private void Invite(DemoOptions options, DemoTown town)
    {
        var data = Path.GetFullPath(options.DataFolder);
        console.WriteLine();
        console.WriteLine("Call it yourself (from the root of the repository; Ctrl+C here stops the demo):");
        console.WriteLine();
        WriteUnwrapped($"  TOKEN=$(./taushet token --org {Organisations.NewSchool.Number} --data {data})");
        WriteUnwrapped("  npx --yes --package @bufbuild/buf@1.75.0 buf curl --schema protos --protocol grpc --http2-prior-knowledge \\");
        WriteUnwrapped($"    -H \"Authorization: Bearer $TOKEN\" -d @{Path.Combine(data, "requests", "new-school.json")} \\");
        WriteUnwrapped($"    {town.Address}taushet.v1.SharingService/RequestInformation");
        console.WriteLine();
        WriteUnwrapped($"Every story's request lies in {Path.Combine(data, "requests")}, the log is read by ./taushet audit list --data {data}");
    }

    private async Task StayAsync(DemoOptions options, DemoTown town, CancellationToken cancellation)
    {
        await File.WriteAllTextAsync(Path.Combine(options.DataFolder, ReadyFile), town.Address.ToString(), cancellation);
        try
        {
            await town.KeepFeedFreshAsync(clock, cancellation);
        }
        catch (OperationCanceledException)
        {
            console.WriteLine("The demo stops.");
        }
    }

    // A command must stay on its line to be copied.
    private void WriteUnwrapped(string line) => console.Profile.Out.Writer.WriteLine(line);
}
