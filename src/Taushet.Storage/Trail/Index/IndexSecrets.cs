using System.Security.Cryptography;
using Taushet.Storage.Ports;

namespace Taushet.Storage.Trail.Index;

/// <summary>The index's own keys, derived from the wrapping key, which is never in the database.</summary>
internal sealed class IndexSecrets
{
    private readonly byte[] boxes = new byte[StoreKeys.Size];

    public IndexSecrets(StoreKeys keys)
    {
        Span<byte> finding = stackalloc byte[StoreKeys.Size];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, keys.Root, finding, salt: [], info: "taushet.index.find.v1"u8);
        HKDF.DeriveKey(HashAlgorithmName.SHA256, keys.Root, boxes, salt: [], info: "taushet.index.seal.v1"u8);
        Keys = new IndexKeys(finding);
        Span<byte> tokens = stackalloc byte[StoreKeys.Size];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, keys.Root, tokens, salt: [], info: "taushet.index.token.v1"u8);
        Tokens = new IndexTokens(tokens);
        Mark = HMACSHA256.HashData(finding, "taushet.index.mark.v1"u8);
    }

    public IndexKeys Keys { get; }

    public IndexTokens Tokens { get; }

    /// <summary>By this an index is known to have been filled with these keys: 32 bytes.</summary>
    public byte[] Mark { get; }

    public DetailsBox Box() => new(boxes);
}
