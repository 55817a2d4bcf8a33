using System.Security.Cryptography;
using Taushet.Cli.Tests.Support;
using Taushet.Core.Trail.Notes;
using Taushet.Storage.Files;
using Taushet.Storage.Ports;
using Taushet.Storage.Signing;

namespace Taushet.Cli.Tests.Trail;

public sealed class AuditResumeCommandTests : IDisposable
{
    private readonly TrailFolder folder = new();

    [Fact]
    public async Task Resume_DatabaseRolledBackUnderAGateway_SaysWhatWasFoundAndTheGatewayGoesOnByItself()
    {
        var lost = await RollBackAsync();
        await using var gateway = folder.OpenAsGateway();
        gateway.Audit.Condition.ShouldBe(LogCondition.RolledBack);

        var told = await folder.RunAsync("audit", "resume", "--new-log");

        told.Code.ShouldBe(0, told.Errors);
        told.Lines[0].ShouldStartWith("found  ROLLED_BACK: the checkpoint file is ahead of the database: the database has 2 entries");
        told.Lines[2].ShouldBe($"closed {lost:n} at 2 entries: it stays in the trail and is written no more");
        var begun = Guid.Parse(told.Lines[3].Split(' ', StringSplitOptions.RemoveEmptyEntries)[1].TrimEnd(','));
        await WaitAsync(gateway.Audit, LogCondition.Ready);
        var stored = (await folder.AppendAsync(gateway.Audit)).ShouldBeOfType<AppendResult.Stored>().Receipt;
        (stored.Log, stored.Index).ShouldBe((begun, 0L));
        (await gateway.Trail.LogsAsync(default)).Select(log => (log.Log, log.Size)).ShouldBe([(lost, 2L), (begun, 1L)]);
    }

    /// <summary>INVARIANT: no log is closed without being told to.</summary>
    [Fact]
    public async Task Resume_WithoutNewLog_TellsWhatWasFoundAndChangesNothing()
    {
        var lost = await RollBackAsync();
        var file = await File.ReadAllTextAsync(folder.CheckpointFile());

        var told = await folder.RunAsync("audit", "resume");

        told.Code.ShouldBe(CommandFault.ExitCode);
        told.Output.ShouldContain("ROLLED_BACK: the checkpoint file is ahead");
        told.Errors.ShouldContain("error: nothing was changed");
        told.Errors.ShouldContain("--new-log");
        (await File.ReadAllTextAsync(folder.CheckpointFile())).ShouldBe(file);
        (await folder.RunAsync("audit", "logs")).Lines[0].ShouldMatch($"^{lost:n} .* open ");
    }

    [Fact]
    public async Task Resume_LogIsWhole_IsRefusedUnlessToldToAllTheSame()
    {
        await folder.AppendAsync(2);

        var refused = await folder.RunAsync("audit", "resume", "--new-log");
        refused.Code.ShouldBe(CommandFault.ExitCode);
        refused.Errors.ShouldContain("error: the log is whole: nothing was changed");
        (await folder.RunAsync("audit", "logs")).Lines.Count.ShouldBe(2);

        (await folder.RunAsync("audit", "resume", "--new-log", "--even-if-whole")).Code.ShouldBe(0);
        (await folder.RunAsync("audit", "logs")).Lines.Count.ShouldBe(3);
        (await folder.AppendAsync(1))[0].Index.ShouldBe(0);
        (await folder.RunAsync("audit", "verify")).Code.ShouldBe(0);
    }

    [Fact]
    public async Task Resume_NoSuchGateway_BeginsNoLogForIt()
    {
        await folder.AppendAsync(1);

        (await folder.RunAsync("audit", "resume", "--new-log", "--name", "gatewya"))
            .ShouldBeAFault("this gateway has no open log", "--name gatewya");
        (await folder.RunAsync("audit", "logs")).Lines.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Resume_CheckpointFileCannotBeWritten_ClosesNothing()
    {
        await folder.AppendAsync(1);

        var told = await folder.RunAsync(
            "audit", "resume", "--new-log", "--even-if-whole", "--checkpoint-file", folder.File("no/such/folder"));

        told.Code.ShouldBe(CommandFault.ExitCode);
        (await folder.RunAsync("audit", "logs")).Lines.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Resume_KeyAndNamesFromTheEnvironment_SignsWithThatKeyInThatFile()
    {
        await folder.AppendAsync(1, "north");
        File.Delete(folder.File(DataFiles.CheckpointKey));
        using var pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var pem = pair.ExportPkcs8PrivateKeyPem();
        var file = folder.File("outside");
        var variables = GatewayVariables.Of(("Taushet__LogName", "north"), ("Taushet__CheckpointKey", pem), ("Taushet__CheckpointFile", file));

        (await folder.RunAsync("audit", "resume", "--new-log", "--even-if-whole", "--name", "north")).Code.ShouldBe(CommandFault.ExitCode);
        var told = await folder.RunAsync(variables, "audit", "resume", "--new-log", "--even-if-whole");

        told.Code.ShouldBe(0, told.Errors);
        var note = (await File.ReadAllTextAsync(file)).TrimEnd('\n') + "\n";
        using var signer = CheckpointKeys.Parse("north", pem, previous: null);
        CheckpointCheck.Open(note, signer.Keys).Match(signed => signed.Checkpoint.Size, _ => -1).ShouldBe(0);
        (told.Output + told.Errors).ShouldNotContain(pem[40..60]);
    }

    public void Dispose() => folder.Dispose();

    private static async Task WaitAsync(IAuditStore audit, LogCondition condition)
    {
        for (var i = 0; i < 400 && audit.Condition != condition; i++)
        {
            await Task.Delay(25);
        }

        audit.Condition.ShouldBe(condition);
    }

    private async Task<Guid> RollBackAsync()
    {
        await folder.AppendAsync(2);
        var backup = folder.BackUp();
        var log = (await folder.AppendAsync(3))[0].Log;
        folder.Restore(backup);
        return log;
    }
}
