using System.IO.Compression;
using Grpc.Net.Compression;

namespace Taushet.Compat.Tests.Types;

public sealed class CompressionProviderTests
{
    private static readonly byte[] Bytes = [.. Enumerable.Repeat((byte)7, 10_000)];

    public static TheoryData<ICompressionProvider, string> Providers => new()
    {
        { new GzipCompressionProvider(CompressionLevel.Optimal), "gzip" },
        { new DeflateCompressionProvider(CompressionLevel.Optimal), "deflate" },
    };

    [Theory]
    [MemberData(nameof(Providers))]
    public void Provider_Bytes_ComeBackAndTheStreamStaysOpen(ICompressionProvider provider, string name)
    {
        using var compressed = new MemoryStream();
        using (var stream = provider.CreateCompressionStream(compressed, null))
        {
            stream.Write(Bytes);
        }

        compressed.Length.ShouldBeLessThan(Bytes.Length);
        compressed.Position = 0;
        using var plain = new MemoryStream();
        using (var stream = provider.CreateDecompressionStream(compressed))
        {
            stream.CopyTo(plain);
        }

        plain.ToArray().ShouldBe(Bytes);
        compressed.CanRead.ShouldBeTrue();
        provider.EncodingName.ShouldBe(name);
    }

    [Fact]
    public void Deflate_IsTheZlibFormat()
    {
        using var compressed = new MemoryStream();
        using (var stream = new DeflateCompressionProvider(CompressionLevel.Optimal).CreateCompressionStream(compressed, null))
        {
            stream.Write(Bytes);
        }

        compressed.ToArray()[0].ShouldBe((byte)0x78);
    }
}
