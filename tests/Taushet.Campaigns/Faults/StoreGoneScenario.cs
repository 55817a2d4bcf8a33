using Taushet.Campaigns.Load;

namespace Taushet.Campaigns.Faults;

/// <summary>
/// The database is moved away while the gateway has it open, and comes back. Whatever would be written through the open
/// file meanwhile, nobody else would find.
/// </summary>
internal static class StoreGoneScenario
{
    private const int Times = 3;
    private static readonly TimeSpan Away = TimeSpan.FromSeconds(1.5);

    /// <summary>The database's file alone; its write-ahead log stays.</summary>
    public static Task PlayWithFileAsync(FaultRun run) => PlayAsync(run, aside =>
    {
        var database = run.Scene.Store.Database;
        File.Move(database, aside);
        return () => File.Move(aside, database);
    });

    /// <summary>The whole data folder.</summary>
    public static Task PlayWithFolderAsync(FaultRun run) => PlayAsync(run, aside =>
    {
        Directory.Move(run.Scene.Folder, aside);
        return () => Directory.Move(aside, run.Scene.Folder);
    });

    private static async Task PlayAsync(FaultRun run, Func<string, Action> take)
    {
        await run.PrepareAsync();
        var gateway = await run.StartUnderLoadAsync();
        for (var time = 0; time < Times; time++)
        {
            var putBack = take(run.Scene.Folder + ".aside");
            await run.LastAsync(Away, Outcome.Unavailable);
            putBack();
            await run.RecoverAsync(gateway);
        }

        run.Notes.Add($"away {Times} times for {Away.TotalSeconds} s");
    }
}
