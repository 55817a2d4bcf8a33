using Taushet.Storage.Files;
using Taushet.Storage.Ports;
using Taushet.Storage.Signing;
using Taushet.Storage.Tests.Support;

namespace Taushet.Storage.Tests.Contracts;

/// <summary>The wrapping key changes, and no entry does.</summary>
public abstract class WrappingContract : StoreContract
{
    private string Keys => Path.Combine(Store.KeyFolder, DataFiles.StoreKeys);

    /// <summary>INVARIANT: after a change of the wrapping key everything opens with the new key alone, and no entry was touched.</summary>
    [StoreFact]
    public async Task Rewrap_AfterRotation_TheNewKeyAloneOpensEverything()
    {
        await AppendAsync(1, FactVersions.NotRead);
        await Store.Registrar.AppendWishAsync(Given.Consent(Guid.NewGuid(), child: 1, giver: 5), default);
        await Store.Projector.StepAsync(100, default);
        var before = (await AllAsync(Store.Trail.ReadAsync(default))).ShouldHaveSingleItem();
        var old = StoreKeys.Load(Keys);

        WrappingKeyChange.Rotate(Store.KeyFolder);
        await using (var changing = await Store.OpenAnotherAsync(Another("changing"), StoreKeys.Load(Keys)))
        {
            (await changing.Wrapping.RewrapAsync(default)).ShouldBe(new RewrapCount(2, 2, 0));
            (await changing.Wrapping.RewrapAsync(default)).ShouldBe(new RewrapCount(2, 0, 0));
        }

        WrappingKeyChange.Retire(Store.KeyFolder);
        await using var after = await Store.OpenAnotherAsync(Another("after"), StoreKeys.Load(Keys));
        var entry = (await AllAsync(after.Trail.ReadAsync(default))).ShouldHaveSingleItem();
        (entry.Entry, entry.LeafHashHolds, entry.Holder, entry.Sealed).ShouldBe((before.Entry, true, before.Holder, before.Sealed));
        entry.LeafHash.ToArray().ShouldBe(before.LeafHash.ToArray());
        (await after.Index.StateAsync(default)).Behind.ShouldBe(0);
        (await after.Projector.StepAsync(100, default)).Added.ShouldBe(0);
        (await after.Index.KeysOfAsync(Given.Child(1), default)).ShouldHaveSingleItem();
        old.HasPrevious.ShouldBeFalse();
        await ShouldVerifyAsync();
    }

    [StoreFact]
    public async Task Rotate_WhileAGatewayRuns_ItTakesTheChangeUpByItself()
    {
        await using var running = await Store.OpenAnotherAsync(Another("running"), StoreKeys.Load(Keys));
        await Given.Draft().AppendToAsync(running, 1);
        await Task.Delay(1100);
        WrappingKeyChange.Rotate(Store.KeyFolder);
        await using var changing = await Store.OpenAnotherAsync(Another("changing"), StoreKeys.Load(Keys));
        await changing.Wrapping.RewrapAsync(default);

        await Given.Draft().AppendToAsync(running, 1);
        await Given.Draft().AppendToAsync(running, 2);

        // Nothing is left that the previous key alone opens: the running gateway wraps by the new one.
        (await changing.Wrapping.RewrapAsync(default)).Rewrapped.ShouldBe(0);
        (await AllAsync(running.Trail.ReadAsync(default))).ShouldAllBe(entry => entry.Sealed != null && entry.Holder != null);
    }

    /// <summary>
    /// INVARIANT: the root is wrapped by the new key before any other is, so that no key is ever lost: a rotation that is stopped after
    /// any of its steps leaves everything open.
    /// </summary>
    [StoreFact]
    public async Task Rotate_StoppedAfterAnyStep_LeavesEverythingOpen()
    {
        await AppendAsync(1, FactVersions.NotRead);
        WrappingKeyChange.Rotate(Store.KeyFolder);
        for (var step = 0; step < 2; step++)
        {
            await using var after = await Store.OpenAnotherAsync(Another($"after{step}"), StoreKeys.Load(Keys));
            (await AllAsync(after.Trail.ReadAsync(default))).ShouldAllBe(entry => entry.Sealed != null && entry.Holder != null);
            await after.Wrapping.RewrapAsync(default);
            (await AllAsync(after.Trail.ReadAsync(default))).ShouldAllBe(entry => entry.Sealed != null && entry.Holder != null);
        }
    }

    [StoreFact]
    public async Task Rewrap_WithoutAPreviousKey_SaysSo()
    {
        await Should.ThrowAsync<InvalidOperationException>(() => Store.Wrapping.RewrapAsync(default));

        Should.Throw<InvalidOperationException>(() => WrappingKeyChange.Retire(Store.KeyFolder));
        WrappingKeyChange.Rotate(Store.KeyFolder);
        Should.Throw<InvalidOperationException>(() => WrappingKeyChange.Rotate(Store.KeyFolder));
    }

    private Log.LogSettings Another(string gateway) =>
        TemporaryStore.Settings(Path.GetDirectoryName(Store.Settings.CheckpointFile)!, gateway);
}

internal static class Appending
{
    public static async Task AppendToAsync(this Core.Trail.EntryDraft draft, IStore store, int child) =>
        (await store.Audit.AppendAsync(draft, Given.Child(child), Given.HolderOrganisation, FactVersions.NotRead, default))
            .ShouldBeOfType<AppendResult.Stored>();
}
