using Taushet.Cli.Tests.Support;
using Taushet.Core.Trail.Notes;
using Taushet.Storage.Files;
using Taushet.Storage.Ports;
using Taushet.Storage.Sqlite;

namespace Taushet.Cli.Tests.Doctor;

/// <summary>What docs/runbook.md says is done here, with the commands it names.</summary>
public sealed class RunbookTests : IDisposable
{
    private readonly TrailFolder folder = new();

    [Fact]
    public async Task BackUpWhileItRunsThenRestore_TellsWhatWasLostAndGoesOnInANewLog()
    {
        var backup = folder.File("2026-11-26.db");
        Guid lost;
        await using (var gateway = folder.OpenAsGateway())
        {
            await StoreAsync(gateway, 3);
            var made = await folder.RunAsync("db", "backup", backup);
            made.Code.ShouldBe(0, made.Errors);
            made.Lines[0].ShouldMatch("^copied gateway/[0-9a-f]{8}  3 entries$");
            lost = await StoreAsync(gateway, 2);
        }

        (await folder.RunAsync("db", "backup", backup)).ShouldBeAFault("it cannot be copied: the file is there already", backup);
        await VerifyElsewhereAsync(backup);

        // The disk is lost, and the backup put in its place.
        folder.Restore(backup);

        var doctor = await folder.RunAsync("doctor", "--policies", Folder.RealPolicies);
        doctor.Code.ShouldBe(1);
        doctor.Lines.ShouldContain(line => line.StartsWith("bad   log gateway/", StringComparison.Ordinal));
        var told = await folder.RunAsync("audit", "verify");
        told.Code.ShouldBe(1);
        told.Output.ShouldContain("the database has 3 entries of taushet/gateway/");
        told.Output.ShouldContain("the file tells of 5");
        await using (var gateway = folder.OpenAsGateway())
        {
            gateway.Audit.Condition.ShouldBe(LogCondition.RolledBack);
            (await folder.AppendAsync(gateway.Audit)).ShouldBeOfType<AppendResult.Unavailable>();
        }

        var resumed = await folder.RunAsync("audit", "resume", "--new-log");
        resumed.Code.ShouldBe(0, resumed.Errors);
        var stored = await folder.AppendAsync(2);

        stored[0].Log.ShouldNotBe(lost);
        (await folder.RunAsync("audit", "verify", "--log", stored[0].Log.ToString("n"))).Code.ShouldBe(0);
        told = await folder.RunAsync("audit", "verify");
        told.Output.ShouldContain("closed  3 entries, 3 checkpoints: DOES NOT HOLD: 1 defect");
        told.Output.ShouldContain("open    2 entries, 2 checkpoints: holds");
    }

    [Fact]
    public async Task SigningKeyLost_AnotherIsMadeAndWhatTheOldOneSignedStillVerifies()
    {
        var before = (await folder.AppendAsync(2))[^1];
        var old = File.ReadAllLines(folder.File(DataFiles.CheckpointPublicKeys)).ShouldHaveSingleItem();
        File.Delete(folder.File(DataFiles.CheckpointKey));

        (await folder.RunAsync("audit", "key", "create")).Code.ShouldBe(0);
        var after = (await folder.AppendAsync(2))[^1];

        after.Log.ShouldBe(before.Log, "the log goes on");
        (await folder.RunAsync("audit", "verify")).Code.ShouldBe(0);
        Opens(before.Checkpoint, old).ShouldBeTrue();
        Opens(after.Checkpoint, old).ShouldBeFalse();
        var byOldAlone = await folder.RunAsync("audit", "verify", "--key", old);
        byOldAlone.Output.ShouldContain("checkpoint of 3: no known key has signed it");
        byOldAlone.Output.ShouldNotContain("checkpoint of 2: no known key");
    }

    [Fact]
    public async Task SigningKeyChanged_BothSignAndTheOldLogVerifiesByTheOldPublicKey()
    {
        await folder.AppendAsync(2);
        var old = File.ReadAllLines(folder.File(DataFiles.CheckpointPublicKeys))[0];
        (await folder.RunAsync("audit", "key", "rotate")).Code.ShouldBe(0);
        await folder.AppendAsync(1);

        (await folder.RunAsync("audit", "verify", "--key", old)).Code.ShouldBe(0, "the old key signs beside the new one");
        (await folder.RunAsync("audit", "key", "retire")).Code.ShouldBe(0);
        await folder.AppendAsync(1);

        (await folder.RunAsync("audit", "verify")).Code.ShouldBe(0);
        (await folder.RunAsync("audit", "verify", "--key", old)).Output.ShouldContain("checkpoint of 4: no known key has signed it");
    }

    [Fact]
    public async Task StoreKeysLost_DataIsGoneAndEveryProofHolds()
    {
        await folder.AppendAsync(2);
        File.Delete(folder.File(DataFiles.StoreKeys));

        (await folder.RunAsync("audit", "verify")).Code.ShouldBe(0, "verifying needs no secret");
        (await folder.RunAsync("db", "migrate")).Code.ShouldBe(0, "which makes new keys");

        (await folder.RunAsync("audit", "verify")).Lines[^1].ShouldBe("1 log, 2 entries, 0 defects");
        await using (var store = SqliteStore.Open(new DataFolder(folder.Path).Options(createKeys: false)))
        {
            var entries = await store.Trail.ReadAsync(default).ToListAsync();
            entries.ShouldAllBe(entry => entry.Holder == null && entry.Sealed == null && entry.LeafHashHolds);
            entries.ShouldAllBe(entry => entry.Public.Caller == "issuer client");
        }

        // The log goes on under the new keys.
        (await folder.AppendAsync(1))[0].Index.ShouldBe(2);
        (await folder.RunAsync("audit", "verify")).Lines[^1].ShouldBe("1 log, 3 entries, 0 defects");
    }

    public void Dispose() => folder.Dispose();

    private static bool Opens(string note, string key) =>
        NoteKey.TryParse(key, out var known) && CheckpointCheck.Open(note, [known]).Match(_ => true, _ => false);

    private async Task<Guid> StoreAsync(SqliteStore gateway, int entries)
    {
        var log = Guid.Empty;
        for (var n = 0; n < entries; n++)
        {
            log = (await folder.AppendAsync(gateway.Audit)).ShouldBeOfType<AppendResult.Stored>().Receipt.Log;
        }

        return log;
    }

    // On another machine: the copy and the published keys, and no secret.
    private async Task VerifyElsewhereAsync(string backup)
    {
        using var elsewhere = new Folder();
        File.Copy(backup, elsewhere.File(DataFiles.Database));

        var told = await Told.ByAsync(
            "audit", "verify", "--key", folder.File(DataFiles.CheckpointPublicKeys), "--data", elsewhere.Path);

        told.Code.ShouldBe(0, told.Output + told.Errors);
        told.Lines[^1].ShouldBe("1 log, 3 entries, 0 defects; 1 log not compared with anything outside the database");
    }
}
