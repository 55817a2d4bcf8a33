using Taushet.Cli.Tests.Support;
using Taushet.Storage.Files;

namespace Taushet.Cli.Tests.Trail;

public sealed class AuditVerifyCommandTests : IDisposable
{
    private readonly TrailFolder folder = new();

    [Fact]
    public async Task Verify_WholeLogsOfTwoGateways_OneLineEachAndNoDefect()
    {
        await folder.AppendAsync(3, "a");
        await folder.AppendAsync(2, "b");

        var told = await folder.RunAsync("audit", "verify");

        told.Code.ShouldBe(0, told.Output + told.Errors);
        told.Lines.Count.ShouldBe(3);
        told.Lines.ShouldContain(line => line.StartsWith("a/") && line.EndsWith("open    3 entries, 3 checkpoints: holds"));
        told.Lines.ShouldContain(line => line.StartsWith("b/") && line.EndsWith("open    2 entries, 2 checkpoints: holds"));
        told.Lines[^1].ShouldBe("2 logs, 5 entries, 0 defects");
    }

    [Fact]
    public async Task Verify_WhileAGatewayWrites_FindsNothingWrong()
    {
        await folder.AppendAsync(1);
        await using var gateway = folder.OpenAsGateway();
        using var stop = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                await folder.AppendAsync(gateway.Audit);
            }
        });

        for (var n = 0; n < 5; n++)
        {
            var told = await folder.RunAsync("audit", "verify");
            told.Code.ShouldBe(0, told.Output + told.Errors);
        }

        await stop.CancelAsync();
        await writing;
    }

    [Fact]
    public async Task Verify_AnEntryChanged_ExitsWithOneAndNamesItAndTheLog()
    {
        var log = (await folder.AppendAsync(3, "a"))[0].Log;
        await folder.AppendAsync(2, "b");
        folder.Outside($"UPDATE audit_entry SET caller = 'x' WHERE place = 1 AND hex(log) = '{log.ToString("n").ToUpperInvariant()}'");

        var told = await folder.RunAsync("audit", "verify");

        told.Code.ShouldBe(1);
        told.Lines.ShouldContain("    entry 1: the leaf hash does not follow from what is stored");
        told.Lines.ShouldContain(line => line.StartsWith("a/") && line.EndsWith("DOES NOT HOLD: 1 defect"));
        told.Lines[^1].ShouldBe("2 logs, 5 entries, 1 defect");
        (await folder.RunAsync("audit", "verify", "--log", log.ToString("d"))).Code.ShouldBe(1);
        var other = (await folder.RunAsync("audit", "logs")).Lines.First(line => line.Contains("  b ", StringComparison.Ordinal))[..32];
        (await folder.RunAsync("audit", "verify", "--log", other)).Code.ShouldBe(0);
    }

    [Fact]
    public async Task Verify_ManyDefects_TellsTheFirstAndHowManyMore()
    {
        await folder.AppendAsync(30);
        folder.Outside("UPDATE audit_entry SET caller = 'x'");

        var told = await folder.RunAsync("audit", "verify");

        told.Code.ShouldBe(1);
        told.Lines.Count.ShouldBe(23);
        told.Lines[^2].ShouldBe("    and 10 more");
    }

    [Fact]
    public async Task Verify_DatabaseRestoredFromAnOlderCopy_IsBehindTheCheckpointFile()
    {
        await folder.AppendAsync(2);
        var backup = folder.BackUp();
        await folder.AppendAsync(3);
        folder.Restore(backup);

        var told = await folder.RunAsync("audit", "verify");

        told.Code.ShouldBe(1);
        told.Lines[1].ShouldContain("the checkpoint file is ahead of the database: the database has 2 entries");
        told.Lines[1].ShouldContain("the file tells of 5");
    }

    [Fact]
    public async Task Verify_CheckpointFileForged_IsToldOfItsSignature()
    {
        var log = (await folder.AppendAsync(2))[0].Log;
        var others = new TrailFolder();
        using (others)
        {
            await others.AppendAsync(1);
            using var signer = Storage.Signing.CheckpointKeys.Load(others.Path, "gateway", create: false);
            await File.AppendAllTextAsync(folder.CheckpointFile(), signer.Sign(log, 9, new byte[32]) + "\n");
        }

        var told = await folder.RunAsync("audit", "verify");

        told.Code.ShouldBe(1);
        told.Lines.ShouldContain("    no known key has signed the newest checkpoint in the checkpoint file");
    }

    [Fact]
    public async Task Verify_NoCheckpointFile_SaysThatNothingWasCompared()
    {
        await folder.AppendAsync(2);
        var elsewhere = folder.File("elsewhere");
        File.Move(folder.CheckpointFile(), elsewhere);

        var told = await folder.RunAsync("audit", "verify");

        told.Code.ShouldBe(0, told.Output);
        told.Lines[0].ShouldContain($"(not compared: nothing of it in {folder.CheckpointFile()})");
        told.Lines[^1].ShouldEndWith("1 log not compared with anything outside the database");
        (await folder.RunAsync("audit", "verify", "--checkpoint-file", elsewhere)).Lines[^1].ShouldBe("1 log, 2 entries, 0 defects");
        var variables = new GatewayVariables(name => name == "Taushet__CheckpointFile" ? elsewhere : null);
        (await folder.RunAsync(variables, "audit", "verify")).Lines[^1].ShouldBe("1 log, 2 entries, 0 defects");
    }

    [Fact]
    public async Task Verify_ALogThatWasClosedForItsLoss_TellsTheLossEachTime()
    {
        await folder.AppendAsync(2);
        var backup = folder.BackUp();
        await folder.AppendAsync(3);
        folder.Restore(backup);
        (await folder.RunAsync("audit", "resume", "--new-log")).Code.ShouldBe(0);
        await folder.AppendAsync(1);

        var told = await folder.RunAsync("audit", "verify");

        told.Code.ShouldBe(1);
        told.Lines[0].ShouldContain("closed  2 entries, 2 checkpoints: DOES NOT HOLD: 1 defect");
        told.Lines[1].ShouldContain("the checkpoint file is ahead of the database");
        told.Lines[2].ShouldContain("open    1 entry, 1 checkpoint: holds");
        (await folder.RunAsync("audit", "verify", "--log", told.Lines[2].Split('/')[1][..8])).Code.ShouldBe(0);
    }

    [Fact]
    public async Task Verify_NoPublicKeys_SaysWhatToBring()
    {
        await folder.AppendAsync(1);
        File.Delete(folder.File(DataFiles.CheckpointPublicKeys));

        (await folder.RunAsync("audit", "verify"))
            .ShouldBeAFault("there is no public key to verify with", folder.File(DataFiles.CheckpointPublicKeys));
    }

    public void Dispose() => folder.Dispose();
}
