using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Taushet.Storage.Sealing;

/// <summary>
/// A key that many boxes are sealed with. Its ciphers are kept, one for each thread that uses it at the same time: setting one
/// up costs as much as sealing a small box.
/// </summary>
/// <remarks>For keys that live as long as the process alone: a person's own key is destroyed with its row, and never kept.</remarks>
/// <param name="key">32 bytes.</param>
internal sealed class BoxKey(byte[] key)
{
    private const int MostIdle = 16;

    private readonly ConcurrentBag<AesGcm> idle = [];

    /// <summary>Encrypts.</summary>
    public byte[] Seal(ReadOnlySpan<byte> content, ReadOnlySpan<byte> context)
    {
        var cipher = Take();
        var box = AuthenticatedBox.Seal(cipher, content, context);
        GiveBack(cipher);
        return box;
    }

    /// <summary>Encrypts the content that stands in a box.</summary>
    public void SealInPlace(byte[] box, ReadOnlySpan<byte> context)
    {
        var cipher = Take();
        AuthenticatedBox.SealInPlace(cipher, box, context);
        GiveBack(cipher);
    }

    /// <summary>Decrypts.</summary>
    /// <returns>The content, or null when the box is of another key or context, or was changed.</returns>
    public byte[]? Open(ReadOnlySpan<byte> box, ReadOnlySpan<byte> context)
    {
        var cipher = Take();
        var content = AuthenticatedBox.Open(cipher, box, context);
        GiveBack(cipher);
        return content;
    }

    private AesGcm Take() => idle.TryTake(out var cipher) ? cipher : AuthenticatedBox.Cipher(key);

    // One whose work threw is not given back: the collector ends it.
    private void GiveBack(AesGcm cipher)
    {
        if (idle.Count < MostIdle)
        {
            idle.Add(cipher);
        }
        else
        {
            cipher.Dispose();
        }
    }
}
