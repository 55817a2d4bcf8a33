using System.Text.Json.Nodes;
using Taushet.Storage.Files;

namespace Taushet.Storage.Tests.Files;

public sealed class SigningKeyFileTests : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly string folder = Directory.CreateTempSubdirectory("taushet-keys-").FullName;

    private string Key => Path.Combine(folder, "x.jwk");

    private string Published => Path.Combine(folder, "x.public.jwk");

    // INVARIANT: the key file is never readable by group or others.
    [Fact]
    public void LoadOrCreate_NewKey_IsItsOwnersAlone()
    {
        _ = SigningKeyFile.LoadOrCreate(Key);

        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(Key).ShouldBe(OwnerOnly);
        }
    }

    [Theory]
    [InlineData(UnixFileMode.GroupRead)]
    [InlineData(UnixFileMode.GroupWrite)]
    [InlineData(UnixFileMode.OtherRead)]
    [InlineData(UnixFileMode.OtherWrite)]
    public void LoadOrCreate_OpenToOthers_Throws(UnixFileMode opened)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        _ = SigningKeyFile.LoadOrCreate(Key);
        File.SetUnixFileMode(Key, OwnerOnly | opened);

        Should.Throw<InvalidDataException>(() => SigningKeyFile.LoadOrCreate(Key));
    }

    [Fact]
    public void LoadOrCreate_PublicHalf_IsTheSameKeyWithoutItsSecret()
    {
        var pair = JsonNode.Parse(SigningKeyFile.LoadOrCreate(Key))!.AsObject();
        var published = JsonNode.Parse(File.ReadAllText(Published))!.AsObject();

        pair.Remove("d").ShouldBeTrue();
        published.ToJsonString().ShouldBe(pair.ToJsonString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("{}")]
    public void LoadOrCreate_PublicHalfGoneOrOld_IsPutRight(string? old)
    {
        _ = SigningKeyFile.LoadOrCreate(Key);
        var right = File.ReadAllText(Published);
        File.Delete(Published);
        if (old is not null)
        {
            File.WriteAllText(Published, old);
        }

        _ = SigningKeyFile.LoadOrCreate(Key);

        File.ReadAllText(Published).ShouldBe(right);
    }

    [Fact]
    public async Task LoadOrCreate_ManyAtOnce_AllReadOneKeyAndNothingIsLeftBeside()
    {
        var keys = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => SigningKeyFile.LoadOrCreate(Key))));

        keys.Distinct(StringComparer.Ordinal).ShouldHaveSingleItem();
        Directory.EnumerateFiles(folder).ShouldBe([Key, Published], ignoreOrder: true);
    }

    [Fact]
    public void StoreKeys_ManyAtOnce_AreMadeOnceForTheirOwnerAlone()
    {
        var path = Path.Combine(folder, "store.keys");

        Parallel.For(0, 16, _ => StoreKeys.LoadOrCreate(path));

        File.ReadAllLines(path).Length.ShouldBe(2);
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(path).ShouldBe(OwnerOnly);
        }
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
