using Taushet.Cli.Tests.Support;
using Taushet.Storage.Files;

namespace Taushet.Cli.Tests.Trail;

public sealed class RetentionCommandTests : IDisposable
{
    private readonly TrailFolder folder = new();

    [Fact]
    public async Task Destroy_OrderedAndConfirmedByTwo_UnlinksTheEntriesAndEveryLogStillVerifies()
    {
        await folder.AppendAsync(2);
        var order = await OrderAsync();

        (await DestroyAsync(order, "operator-1")).ShouldBeAFault("who confirms must be another than who ordered", "operator-1");
        var done = await DestroyAsync(order, "operator-2");

        done.Code.ShouldBe(0, done.Errors);
        done.Output.ShouldContain("1 key destroyed, 0 left under a legal hold");
        (await folder.RunAsync("audit", "verify")).Code.ShouldBe(0);
        await using var store = folder.OpenAsGateway();
        var entries = new List<bool>();
        await foreach (var entry in store.Trail.ReadAsync(default))
        {
            entries.Add(entry.Sealed is not null);
        }

        entries.ShouldBe([false, false, true, true], ignoreOrder: true);
    }

    [Fact]
    public async Task Destroy_UnderAHold_LeavesIt()
    {
        await folder.AppendAsync(1);
        var file = await ChildFileAsync();
        var placed = await folder.RunAsync(
            "audit", "retention", "hold", "--child-file", file, "--reason", "a claim", "--reader", "operator-1", "--reference", "case-1");
        placed.Code.ShouldBe(0, placed.Errors);
        var hold = placed.Lines[0].Split(' ')[1];
        (await folder.RunAsync("audit", "retention", "holds")).Output.ShouldContain($"{hold}  ");

        var order = await OrderAsync();
        (await DestroyAsync(order, "operator-2")).Output.ShouldContain("0 keys destroyed, 1 left under a legal hold");

        (await LiftAsync(hold)).Code.ShouldBe(0);
        (await LiftAsync(hold)).Errors.ShouldContain("it was done already");
        (await folder.RunAsync("audit", "retention", "holds")).Output.ShouldBeEmpty();
        (await DestroyAsync(order, "operator-2")).Output.ShouldContain("1 key destroyed");
    }

    [Fact]
    public async Task Order_OfNoSpanOrNoService_IsAFault()
    {
        await folder.AppendAsync(1);
        string[] who = ["--reader", "operator-1", "--reference", "case-1"];

        (await folder.RunAsync(["audit", "retention", "order", "--basis", "b", "--from-year", "2026", .. who])).Errors.ShouldContain("no span of years");
        (await folder.RunAsync(["audit", "retention", "order", "--basis", "b", "--service", "GRS", .. who])).Errors.ShouldContain("no service of an organisation");
    }

    [Fact]
    public async Task WrappingKey_RotatedAndRetired_OpensEverythingWithTheNewKeyAlone()
    {
        await folder.AppendAsync(2);
        var before = await File.ReadAllLinesAsync(folder.File(DataFiles.StoreKeys));

        var rotated = await folder.RunAsync("audit", "wrapping-key", "rotate");
        rotated.Code.ShouldBe(0, rotated.Errors);
        rotated.Output.ShouldContain("1 key, 1 wrapped anew");
        (await File.ReadAllLinesAsync(folder.File(DataFiles.StoreKeys))).Length.ShouldBe(3);
        (await folder.RunAsync("audit", "wrapping-key", "rotate")).Errors.ShouldContain("there is a previous wrapping key already");
        (await folder.RunAsync("audit", "wrapping-key", "retire")).Code.ShouldBe(0);

        var after = await File.ReadAllLinesAsync(folder.File(DataFiles.StoreKeys));
        (after.Length, after[0]).ShouldBe((2, before[0]));
        after[1].ShouldNotBe(before[1]);
        await using var store = folder.OpenAsGateway();
        await foreach (var entry in store.Trail.ReadAsync(default))
        {
            (entry.Sealed is not null, entry.Holder is not null, entry.LeafHashHolds).ShouldBe((true, true, true));
        }

        (await folder.RunAsync("audit", "wrapping-key", "retire")).Code.ShouldNotBe(0);
    }

    [Fact]
    public async Task WrappingKey_NoKeysInTheFolder_TellsThatAndNotThatOneIsToBeRetired()
    {
        var told = await folder.RunAsync("audit", "wrapping-key", "rotate");

        told.Code.ShouldBe(2);
        told.Errors.ShouldContain("point --data at a gateway's data folder");
        told.Errors.ShouldNotContain("retire");
    }

    public void Dispose() => folder.Dispose();

    private async Task<string> ChildFileAsync()
    {
        var file = folder.File("child");
        await File.WriteAllTextAsync(file, TrailFolder.Child);
        return file;
    }

    private async Task<string> OrderAsync()
    {
        var told = await folder.RunAsync(
            "audit", "retention", "order", "--child-file", await ChildFileAsync(), "--basis", "arkivlova § 12",
            "--reader", "operator-1", "--reference", "case-1");
        told.Code.ShouldBe(0, told.Errors);
        told.Output.ShouldNotContain(TrailFolder.Child);
        return told.Lines[0].Split(' ')[1].TrimEnd(':');
    }

    private Task<Told> DestroyAsync(string order, string person) =>
        folder.RunAsync("audit", "retention", "destroy", "--order", order, "--reader", person, "--reference", "case-1");

    private Task<Told> LiftAsync(string hold) => folder.RunAsync(
        "audit", "retention", "lift", "--hold", hold, "--reason", "settled", "--reader", "operator-2", "--reference", "case-1");
}
