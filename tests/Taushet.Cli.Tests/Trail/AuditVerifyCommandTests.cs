using Google.Protobuf;
using Taushet.Cli.Tests.Support;
using Taushet.Cli.Trail.Verifying;
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
        told.Lines.Count(line => line.StartsWith("not excluded", StringComparison.Ordinal)).ShouldBe(2);
        told.Lines.Count.ShouldBe(5);
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
        var receipts = await folder.AppendAsync(3, "a");
        var log = receipts[0].Log;
        await folder.AppendAsync(2, "b");
        folder.Outside($"UPDATE audit_entry SET caller = 'x' WHERE place = 1 AND hex(log) = '{log.ToString("n").ToUpperInvariant()}'");

        var told = await folder.RunAsync("audit", "verify");

        told.Code.ShouldBe(1);
        var entry = $"entry 1 (id {receipts[1].Entry:n}): the leaf hash does not follow from what is stored";
        told.Lines.ShouldContain($"    {entry}");
        told.Lines.ShouldContain($"    first bad entry: log {log:n}, {entry}");
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
        told.Lines.Count(line => line.StartsWith("    entry ", StringComparison.Ordinal)).ShouldBe(20);
        told.Lines.ShouldContain("    and 10 more");
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

    // Whoever gives the log to another gateway would have it compared with a file that knows nothing of it.
    [Theory]
    [InlineData(2)]
    [InlineData(0)]
    public async Task Verify_CutOffAndGivenToAnotherGateway_IsStillBehindTheCheckpointFile(int left)
    {
        await folder.AppendAsync(5);
        folder.Outside("DROP TRIGGER checkpoint_kept");
        folder.Outside(
            $"DELETE FROM audit_entry WHERE place >= {left}; DELETE FROM checkpoint WHERE size > {left}; "
            + $"UPDATE log_head SET size = {left}, gateway = 'another'; UPDATE log_identity SET gateway = 'another'");

        var told = await folder.RunAsync("audit", "verify");

        told.Code.ShouldBe(1, told.Output + told.Errors);
        told.Output.ShouldContain("the checkpoint file is ahead of the database");
        told.Output.ShouldContain("the file tells of 5");
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
        told.Lines.ShouldContain("    checkpoint of 9 in the checkpoint file: no known key has signed it");
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
        var variables = GatewayVariables.Of(("Taushet__CheckpointFile", elsewhere));
        (await folder.RunAsync(variables, "audit", "verify")).Lines[^1].ShouldBe("1 log, 2 entries, 0 defects");
        told.Lines.ShouldContain(line => line.StartsWith("not excluded: 1 log not compared", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Verify_CopyWithAPinnedKeyAndNoSecret_HoldsAndTakesNoOtherKey()
    {
        await folder.AppendAsync(2);
        var pinned = (await File.ReadAllLinesAsync(folder.File(DataFiles.CheckpointPublicKeys)))[0];
        using var copy = new Folder();
        File.Copy(folder.Database, copy.File(DataFiles.Database));
        File.Copy(folder.CheckpointFile(), copy.File(DataFiles.Checkpoints("gateway")));
        using var others = new TrailFolder();
        await others.AppendAsync(1);

        var told = await Told.ByAsync("audit", "verify", "--key", pinned, "--data", copy.Path);
        var wrong = await Told.ByAsync("audit", "verify", "--key", others.File(DataFiles.CheckpointPublicKeys), "--data", copy.Path);

        told.Code.ShouldBe(0, told.Output + told.Errors);
        told.Output.ShouldNotContain("pin the key");
        wrong.Code.ShouldBe(1);
        wrong.Lines.ShouldContain("    checkpoint of 1: no known key has signed it");
        Directory.EnumerateFiles(copy.Path).Count().ShouldBe(2);
        (await Told.ByAsync("audit", "verify", "--key", "no key", "--data", copy.Path)).ShouldBeAFault("this is no public key", "--key no key");
    }

    [Fact]
    public async Task Verify_LogRemovedAltogether_IsMissingByItsFileAndByItsName()
    {
        var log = (await folder.AppendAsync(2, "a"))[0].Log;
        await folder.AppendAsync(1, "b");
        var hex = log.ToString("n").ToUpperInvariant();
        folder.Outside($"DELETE FROM audit_entry WHERE hex(log) = '{hex}'");
        folder.Outside($"DROP TRIGGER checkpoint_kept; DELETE FROM checkpoint WHERE hex(log) = '{hex}'; DELETE FROM log_head WHERE hex(log) = '{hex}'");

        var told = await folder.RunAsync("audit", "verify");

        told.Code.ShouldBe(1);
        told.Lines.ShouldContain($"log {log:n}: its head is missing, but there are rows of it");
        told.Lines.ShouldContain($"log taushet/a/{log:n}: missing; {folder.CheckpointFile("a")} tells of 2 entries of it");
        folder.Outside("DELETE FROM log_identity WHERE gateway = 'a'");
        (await folder.RunAsync("audit", "verify")).Lines[^1].ShouldBe("1 log, 1 entry, 1 defect");
    }

    [Fact]
    public async Task Verify_Receipts_AreCheckedByThemselvesAndAgainstTheLog()
    {
        var answers = new DirectoryInfo(folder.File("answers"));
        answers.Create();
        var kept = await folder.AnswerAsync(3);
        await File.WriteAllBytesAsync(Path.Combine(answers.FullName, "1.pb"), kept[0].ToByteArray());
        await File.WriteAllTextAsync(Path.Combine(answers.FullName, "2.json"), JsonFormatter.Default.Format(kept[1]));
        var backup = folder.BackUp();
        kept = [.. kept, .. await folder.AnswerAsync(1)];
        var third = folder.File("3.pb");
        await File.WriteAllBytesAsync(third, kept[3].ToByteArray());

        var whole = await folder.RunAsync("audit", "verify", "--receipt", answers.FullName, third);
        whole.Code.ShouldBe(0, whole.Output + whole.Errors);
        whole.Output.ShouldNotContain("that receivers kept");

        kept[0].Information.Person.Identity.GivenName = "Per";
        await File.WriteAllBytesAsync(Path.Combine(answers.FullName, "1.pb"), kept[0].ToByteArray());
        folder.Restore(backup);
        File.Delete(folder.CheckpointFile());
        var told = await folder.RunAsync("audit", "verify", "--receipt", answers.FullName, third);

        told.Code.ShouldBe(1);
        var entry = new Guid(kept[3].Receipt.EntryId.Span, bigEndian: true);
        told.Lines.ShouldContain($"    receipt {third}: entry 3 (id {entry:n}) is not in the log, signed for 4 entries");
        told.Lines.ShouldContain(line => line.EndsWith("1.pb: does not hold. The receipt commits to other information than the answer holds."));
        told.Lines.ShouldNotContain(line => line.Contains("2.json", StringComparison.Ordinal));
        told.Output.ShouldNotContain("Per");
    }

    [Fact]
    public async Task Verify_CheckpointFileSpoiled_SaysWhatItCannotExclude()
    {
        await folder.AppendAsync(2);
        var text = await File.ReadAllTextAsync(folder.CheckpointFile());
        await File.WriteAllTextAsync(folder.CheckpointFile(), "scribble" + text);

        var told = await folder.RunAsync("audit", "verify");

        told.Code.ShouldBe(1, "the first checkpoint in the file is of another log now, which nobody has signed");
        await File.WriteAllTextAsync(folder.CheckpointFile(), "scribble\n\n" + text);
        told = await folder.RunAsync("audit", "verify");
        told.Code.ShouldBe(0, told.Output);
        told.Lines.ShouldContain(line => line.StartsWith("not excluded: 1 piece of text", StringComparison.Ordinal));
        await File.WriteAllTextAsync(folder.CheckpointFile(), text);
        var other = (await folder.AppendAsync(1, "b"))[0].Log;
        (await folder.RunAsync("audit", "verify", "--log", other.ToString("n"))).Output.ShouldNotContain("of text in the checkpoint file");
    }

    [Fact]
    public void Line_OfTheProgress_HasBarRateAndTimeLeft() =>
        VerifyProgress.Line(250_000, 1_000_000, TimeSpan.FromSeconds(2)).ShouldBe(
            "[#######.......................] 25 %  250000 of 1000000 entries, 125000 a second, 6 s left");

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
        var open = told.Lines.Single(line => line.Contains("open    1 entry, 1 checkpoint: holds", StringComparison.Ordinal));
        (await folder.RunAsync("audit", "verify", "--log", open.Split('/')[1][..8])).Code.ShouldBe(0);
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
