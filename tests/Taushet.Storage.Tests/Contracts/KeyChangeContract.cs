using Taushet.Core.Trail;
using Taushet.Core.Trail.Notes;
using Taushet.Storage.Files;
using Taushet.Storage.Log;
using Taushet.Storage.Ports;
using Taushet.Storage.Signing;
using Taushet.Storage.Tests.Support;
using Taushet.Storage.Trail;

namespace Taushet.Storage.Tests.Contracts;

/// <summary>A gateway that runs while its checkpoint key is changed.</summary>
public abstract class KeyChangeContract : StoreContract
{
    private readonly string folder = Directory.CreateTempSubdirectory("taushet-keys-").FullName;

    // INVARIANT: a key of the data folder stands in the published list before it signs, and is never taken out of it.
    [StoreFact]
    public async Task Rotate_GatewayRuns_BothKeysSignUntilTheOldOneIsRetiredAndOldReceiptsStillVerify()
    {
        await using var gateway = await Store.OpenAnotherAsync(OfFolder(CheckpointKeys.Load(folder, LogSettings.DefaultGateway, create: true)));
        var old = CheckpointKeys.Published(folder).ShouldHaveSingleItem();
        var before = await StoredAsync(gateway.Audit);

        var fresh = CheckpointKeyChange.Rotate(folder).ShouldHaveSingleItem();
        var during = await StoredWhenAsync(gateway.Audit, signers: 2);
        CheckpointKeyChange.Retire(folder).ShouldBeTrue();
        var after = await StoredWhenAsync(gateway.Audit, signers: 1);

        (Opens(before, old), Opens(before, fresh)).ShouldBe((true, false));
        (Opens(during, old), Opens(during, fresh)).ShouldBe((true, true));
        (Opens(after, old), Opens(after, fresh)).ShouldBe((false, true));
        var published = CheckpointKeys.Published(folder);
        published.Select(key => key.Write()).ShouldBe([old.Write(), fresh.Write()]);
        foreach (var receipt in new[] { before, during, after })
        {
            Opens(receipt, [.. published]).ShouldBeTrue();
        }

        var log = (await Store.Trail.LogsAsync(default)).ShouldHaveSingleItem();
        (await LogVerification.VerifyAsync(Store.Trail, log, published, default)).Defects.ShouldBeEmpty();
        (await LogVerification.VerifyAsync(Store.Trail, log, [fresh], default)).Defects
            .ShouldContain(new LogDefect(LogDefectKind.NoteRefused, before.TreeSize));
    }

    [StoreFact]
    public async Task KeyFile_GoneOrSpoiledWhileTheGatewayRuns_TheKeyInUseGoesOnSigning()
    {
        await using var gateway = await Store.OpenAnotherAsync(OfFolder(CheckpointKeys.Load(folder, LogSettings.DefaultGateway, create: true)));
        var old = CheckpointKeys.Published(folder).ShouldHaveSingleItem();
        var file = Path.Combine(folder, DataFiles.CheckpointKey);

        await File.WriteAllTextAsync(file, "no key");
        await Task.Delay(800);
        Opens(await StoredAsync(gateway.Audit), old).ShouldBeTrue();
        File.Delete(file);
        await Task.Delay(800);
        Opens(await StoredAsync(gateway.Audit), old).ShouldBeTrue();
        gateway.Audit.Condition.ShouldBe(LogCondition.Ready);
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static bool Opens(AuditReceipt receipt, params NoteKey[] keys) =>
        CheckpointCheck.Open(receipt.Checkpoint, keys).Match(_ => true, _ => false);

    private static async Task<AuditReceipt> StoredWhenAsync(IAuditStore audit, int signers)
    {
        for (var tries = 0; tries < 200; tries++)
        {
            var receipt = await StoredAsync(audit);
            if (SignedNote.TryParse(receipt.Checkpoint, out var note) && note.Signatures.Length == signers)
            {
                return receipt;
            }

            await Task.Delay(50);
        }

        throw new TimeoutException($"No checkpoint had {signers} signatures.");
    }

    private static async Task<AuditReceipt> StoredAsync(IAuditStore audit) =>
        (await audit.AppendAsync(Given.Draft(), Given.Child(1), Given.HolderOrganisation, FactVersions.NotRead, default))
            .ShouldBeOfType<AppendResult.Stored>().Receipt;

    private LogSettings OfFolder(CheckpointSigner signer) => Store.Settings with
    {
        Signer = signer,
        CheckpointFile = Path.Combine(folder, "checkpoints"),
    };
}
