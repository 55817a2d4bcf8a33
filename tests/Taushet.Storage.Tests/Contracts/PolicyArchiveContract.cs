using System.Security.Cryptography;
using System.Text;
using Taushet.Storage.Ports;
using Taushet.Storage.Tests.Support;

namespace Taushet.Storage.Tests.Contracts;

public abstract class PolicyArchiveContract : StoreContract
{
    private static readonly DateTimeOffset Noon = new(2026, 9, 1, 12, 0, 0, TimeSpan.Zero);

    private IPolicyArchive Archive => Store.Policies;

    [StoreFact]
    public async Task FindAsync_NothingKept_IsNull() => (await Archive.FindAsync(HashOf([1]), default)).ShouldBeNull();

    [StoreFact]
    public async Task KeepAsync_FindAsync_GivesTheVeryBytes()
    {
        var content = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("- rule: bvl-13-2-æøå\n", 20_000)));

        (await Archive.KeepAsync(HashOf(content), content, Noon, default)).ShouldBeTrue();

        (await Archive.FindAsync(HashOf(content), default))!.Value.ToArray().ShouldBe(content);
    }

    [StoreFact]
    public async Task KeepAsync_TheSameAgain_ChangesNothing()
    {
        byte[] content = [1, 2, 3];

        (await Archive.KeepAsync(HashOf(content), content, Noon, default)).ShouldBeTrue();
        (await Archive.KeepAsync(HashOf(content), content, Noon.AddDays(1), default)).ShouldBeTrue();

        (await Archive.FindAsync(HashOf(content), default))!.Value.ToArray().ShouldBe(content);
    }

    [StoreFact]
    public async Task KeepAsync_ManyAtOnce_AllAreKept()
    {
        var contents = Enumerable.Range(0, 8).Select(n => new[] { (byte)(n % 4) }).ToList();

        var kept = await Task.WhenAll(contents.Select(content => Task.Run(() => Archive.KeepAsync(HashOf(content), content, Noon, default))));

        kept.ShouldAllBe(one => one);
    }

    [StoreFact]
    public async Task KeepAsync_AnotherHash_IsRefused() =>
        await Should.ThrowAsync<ArgumentException>(() => Archive.KeepAsync(HashOf([9]), new byte[] { 1 }, Noon, default));

    private static string HashOf(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
