using Taushet.Campaigns.Load;

namespace Taushet.Campaigns.Faults;

/// <summary>The database and its write-ahead log cannot be written any more, not even through what is open.</summary>
/// <remarks>
/// The third file, <c>-shm</c>, is memory that processes share: a machine that refuses to write that ends the process
/// (SIGBUS), and its supervisor starts it again.
/// </remarks>
internal static class ReadOnlyScenario
{
    private static readonly TimeSpan ReadOnly = TimeSpan.FromSeconds(3);

    public static async Task PlayAsync(FaultRun run)
    {
        RequireImmutableFiles();
        await run.PrepareAsync();
        var gateway = await run.StartUnderLoadAsync();
        var files = run.Scene.Store.Files.Where(file => !file.EndsWith("-shm", StringComparison.Ordinal)).ToList();
        try
        {
            Mark(files, "+i");
            await run.LastAsync(ReadOnly, Outcome.Unavailable);
        }
        finally
        {
            Mark(files, "-i");
        }

        await run.RecoverAsync(gateway);
        run.Notes.Add($"for {ReadOnly.TotalSeconds} s");
    }

    // Permissions do not stop root, and a file system with open files is not remounted: the attribute does both.
    private static void RequireImmutableFiles()
    {
        var folder = Directory.CreateTempSubdirectory("taushet-campaign-");
        var file = Path.Combine(folder.FullName, "probe");
        using (var open = File.Create(file))
        {
            var refused = Mark([file], "+i") && !CanWrite(open);
            _ = Mark([file], "-i");
            if (!refused)
            {
                folder.Delete(recursive: true);
                throw new ScenarioSkippedException("chattr +i, as root on a file system that knows it, does not stop writing here");
            }
        }

        folder.Delete(recursive: true);
    }

    private static bool CanWrite(FileStream open)
    {
        try
        {
            RandomAccess.Write(open.SafeFileHandle, [1], 0);
            return true;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static bool Mark(IEnumerable<string> files, string attribute) => Commands.Succeeds("chattr", [attribute, .. files]);
}
