using System.IO.Compression;

namespace Grpc.Net.Compression;

/// <summary>Messages compressed as <c>deflate</c>.</summary>
public sealed class DeflateCompressionProvider : ICompressionProvider
{
    private readonly CompressionLevel defaultCompressionLevel;

    /// <summary>A provider with this level where a call asks for none.</summary>
    public DeflateCompressionProvider(CompressionLevel defaultCompressionLevel) =>
        this.defaultCompressionLevel = defaultCompressionLevel;

    /// <inheritdoc />
    public string EncodingName => "deflate";

    // HTTP's "deflate" is the zlib format (RFC 9110, 8.4.1.2), not bare deflate.
    /// <inheritdoc />
    public Stream CreateCompressionStream(Stream stream, CompressionLevel? compressionLevel) =>
        new ZLibStream(stream, compressionLevel ?? defaultCompressionLevel, leaveOpen: true);

    /// <inheritdoc />
    public Stream CreateDecompressionStream(Stream stream) =>
        new ZLibStream(stream, CompressionMode.Decompress, leaveOpen: true);
}
