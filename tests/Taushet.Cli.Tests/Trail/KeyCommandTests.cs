using Taushet.Cli.Tests.Support;
using Taushet.Core.Trail.Notes;
using Taushet.Storage.Files;
using Taushet.Storage.Signing;

namespace Taushet.Cli.Tests.Trail;

public sealed class KeyCommandTests : IDisposable
{
    private readonly TrailFolder folder = new();

    [Fact]
    public async Task Rotate_ThenRetire_BothKeysSignBetweenAndEveryLogStillVerifies()
    {
        var before = (await folder.AppendAsync(1))[0].Checkpoint;

        var rotated = await folder.RunAsync("audit", "key", "rotate");
        var during = (await folder.AppendAsync(1))[0].Checkpoint;
        var retired = await folder.RunAsync("audit", "key", "retire");
        var after = (await folder.AppendAsync(1))[0].Checkpoint;

        rotated.Code.ShouldBe(0, rotated.Errors);
        retired.Code.ShouldBe(0, retired.Errors);
        var keys = CheckpointKeys.Published(folder.Path);
        keys.Count.ShouldBe(2);
        rotated.Lines[0].ShouldStartWith($"made   taushet/gateway+{keys[1].KeyId:x8}");
        new[] { before, during, after }.Select(note => (Opens(note, keys[0]), Opens(note, keys[1])))
            .ShouldBe([(true, false), (true, true), (false, true)]);
        (await folder.RunAsync("audit", "verify")).Code.ShouldBe(0);
        (rotated.Output + retired.Output).ShouldNotContain("PRIVATE");
    }

    [Fact]
    public async Task Rotate_Twice_SaysToRetireFirst()
    {
        await folder.AppendAsync(1);
        (await folder.RunAsync("audit", "key", "rotate")).Code.ShouldBe(0);

        (await folder.RunAsync("audit", "key", "rotate"))
            .ShouldBeAFault("the key before the present one still signs", folder.File(DataFiles.CheckpointKey));
    }

    [Fact]
    public async Task Create_NewFolder_MakesTheKeyThatAGatewayOutsideDevelopmentNeeds()
    {
        var made = await folder.RunAsync("audit", "key", "create", "--name", "north");

        made.Code.ShouldBe(0, made.Errors);
        CheckpointKeys.Published(folder.Path).ShouldHaveSingleItem().Name.ShouldBe("taushet/north");
        using var signer = CheckpointKeys.Load(folder.Path, "north", create: false);
        (await folder.RunAsync("audit", "key", "create")).ShouldBeAFault("there is a checkpoint key already", folder.Path);
    }

    [Fact]
    public async Task Change_NothingToChange_SaysSo()
    {
        (await folder.RunAsync("audit", "key", "rotate")).ShouldBeAFault("there is no checkpoint key to change", folder.Path);
        (await folder.RunAsync("audit", "key", "retire")).ShouldBeAFault("there is no key before the present one", folder.Path);
        (await Told.ByAsync("audit", "key", "rotate", "--data", folder.File("none"))).ShouldBeAFault("there is no such folder", folder.File("none"));
        Directory.EnumerateFileSystemEntries(folder.Path).ShouldBeEmpty();
    }

    public void Dispose() => folder.Dispose();

    private static bool Opens(string note, NoteKey key) => CheckpointCheck.Open(note, [key]).Match(_ => true, _ => false);
}
