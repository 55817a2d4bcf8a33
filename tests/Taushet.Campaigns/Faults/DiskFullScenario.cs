using Taushet.Campaigns.Load;

namespace Taushet.Campaigns.Faults;

/// <summary>The disk with the data folder fills up to the last byte, and is freed again.</summary>
internal static class DiskFullScenario
{
    private const int Size = 64;
    private const int Times = 2;
    private static readonly TimeSpan Full = TimeSpan.FromSeconds(2.5);

    public static async Task PlayAsync(FaultRun run)
    {
        var mount = Directory.CreateTempSubdirectory("taushet-campaign-").FullName;
        if (!Commands.Succeeds("mount", "-t", "tmpfs", "-o", $"size={Size}m", "tmpfs", mount))
        {
            Directory.Delete(mount);
            throw new ScenarioSkippedException("a small file system cannot be mounted here; that takes root");
        }

        run.Afterwards(() =>
        {
            _ = Commands.Succeeds("umount", mount);
            Directory.Delete(mount);
        });
        await run.PrepareAsync(folder: Directory.CreateDirectory(Path.Combine(mount, "data")).FullName);
        var gateway = await run.StartUnderLoadAsync();
        for (var time = 0; time < Times; time++)
        {
            var filler = Path.Combine(mount, "filler");
            Fill(filler);
            await run.LastAsync(Full, Outcome.Unavailable);
            File.Delete(filler);
            await run.RecoverAsync(gateway);
        }

        run.Notes.Add($"full {Times} times for {Full.TotalSeconds} s");
    }

    private static void Fill(string filler)
    {
        using var file = new FileStream(filler, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        for (var piece = 1 << 16; piece > 0;)
        {
            try
            {
                file.Write(new byte[piece]);
            }
            catch (IOException)
            {
                piece /= 2;
            }
        }
    }
}
