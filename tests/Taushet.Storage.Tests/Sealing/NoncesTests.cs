using System.Collections.Concurrent;
using Taushet.Storage.Sealing;

namespace Taushet.Storage.Tests.Sealing;

public sealed class NoncesTests
{
    private const int OfEach = 5000;

    // INVARIANT: no nonce is given out twice.
    [Fact]
    public async Task Fill_OnManyThreads_GivesNoNonceTwice()
    {
        var given = new ConcurrentBag<string>();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
        {
            var nonce = new byte[12];
            for (var i = 0; i < OfEach; i++)
            {
                Nonces.Fill(nonce);
                given.Add(Convert.ToHexString(nonce));
            }
        })));

        given.Distinct(StringComparer.Ordinal).Count().ShouldBe(8 * OfEach);
    }

    [Fact]
    public void Fill_AnotherLength_IsRefused() => Should.Throw<ArgumentOutOfRangeException>(() => Nonces.Fill(new byte[16]));
}
