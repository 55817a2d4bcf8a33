using Taushet.Campaigns.Harness;
using Taushet.Campaigns.Load;

namespace Taushet.Campaigns.Faults;

/// <summary>
/// An older copy is put in the database's place while the gateway runs: it lacks entries that were answered, and must not be
/// written. When the right one is back, the gateway goes on with it.
/// </summary>
internal static class StoreReplacedScenario
{
    private static readonly TimeSpan Replaced = TimeSpan.FromSeconds(3);

    public static async Task PlayAsync(FaultRun run)
    {
        await run.PrepareAsync();
        var gateway = await run.StartUnderLoadAsync();
        var store = run.Scene.Store;
        var older = store.Database + ".older";
        store.CopyTo(older);
        await run.Callers.AnsweredAsync(Callers.Count);

        var aside = run.Scene.Folder + ".aside";
        Directory.CreateDirectory(aside);

        // The database first, so that nobody opens it without what belongs to it; and back last.
        MoveAll(store.Files.Reverse(), aside);
        File.Move(older, store.Database);
        await run.LastAsync(Replaced, Outcome.Unavailable);
        run.Require(gateway.Faults.Of("ROLLED_BACK") > 0, "the gateway did not say that the database was rolled back");

        foreach (var file in store.Files.Reverse())
        {
            File.Delete(file);
        }

        MoveAll(SceneStore.FilesIn(aside), run.Scene.Folder);
        Directory.Delete(aside);
        await run.RecoverAsync(gateway);
    }

    private static void MoveAll(IEnumerable<string> files, string folder)
    {
        foreach (var file in files.ToList())
        {
            File.Move(file, Path.Combine(folder, Path.GetFileName(file)));
        }
    }
}
