using System.Security.Cryptography;

namespace Taushet.Storage.Sealing;

/// <summary>AES-256-GCM with a random nonce: nonce (12), ciphertext, tag (16).</summary>
internal static class AuthenticatedBox
{
    /// <summary>How many bytes a box is longer than what it holds.</summary>
    public const int Overhead = NonceSize + TagSize;

    private const int NonceSize = 12;
    private const int TagSize = 16;

    /// <summary>The cipher of a key: costs as much to set up as a small box to seal.</summary>
    /// <param name="key">32 bytes.</param>
    public static AesGcm Cipher(ReadOnlySpan<byte> key) => new(key, TagSize);

    /// <summary>Encrypts.</summary>
    /// <param name="key">32 bytes.</param>
    /// <param name="content">What to encrypt.</param>
    /// <param name="context">What the box is bound to; the same is needed to open it.</param>
    public static byte[] Seal(ReadOnlySpan<byte> key, ReadOnlySpan<byte> content, ReadOnlySpan<byte> context)
    {
        using var cipher = Cipher(key);
        return Seal(cipher, content, context);
    }

    /// <summary>Encrypts.</summary>
    public static byte[] Seal(AesGcm cipher, ReadOnlySpan<byte> content, ReadOnlySpan<byte> context)
    {
        var box = new byte[content.Length + Overhead];
        content.CopyTo(ContentOf(box));
        SealInPlace(cipher, box, context);
        return box;
    }

    /// <summary>Where the content stands in a box that is to be sealed in place.</summary>
    public static Span<byte> ContentOf(byte[] box) => box.AsSpan(NonceSize, box.Length - Overhead);

    /// <summary>Encrypts the content that stands in a box.</summary>
    public static void SealInPlace(AesGcm cipher, byte[] box, ReadOnlySpan<byte> context)
    {
        var nonce = box.AsSpan(0, NonceSize);
        var content = ContentOf(box);
        RandomNumberGenerator.Fill(nonce);
        cipher.Encrypt(nonce, content, content, box.AsSpan(box.Length - TagSize), context);
    }

    /// <summary>Decrypts.</summary>
    /// <returns>The content, or null when key or context is another or the box was changed.</returns>
    public static byte[]? Open(ReadOnlySpan<byte> key, ReadOnlySpan<byte> box, ReadOnlySpan<byte> context)
    {
        using var cipher = Cipher(key);
        return Open(cipher, box, context);
    }

    /// <summary>Decrypts.</summary>
    /// <returns>The content, or null when key or context is another or the box was changed.</returns>
    public static byte[]? Open(AesGcm cipher, ReadOnlySpan<byte> box, ReadOnlySpan<byte> context)
    {
        if (box.Length < Overhead)
        {
            return null;
        }

        var content = new byte[box.Length - Overhead];
        try
        {
            cipher.Decrypt(box[..NonceSize], box[NonceSize..^TagSize], box[^TagSize..], content, context);
            return content;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }
}
