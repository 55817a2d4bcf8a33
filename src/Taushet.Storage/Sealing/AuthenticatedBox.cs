using System.Security.Cryptography;

namespace Taushet.Storage.Sealing;

/// <summary>AES-256-GCM with a random nonce: nonce (12), ciphertext, tag (16).</summary>
internal static class AuthenticatedBox
{
    private const int NonceSize = 12;
    private const int TagSize = 16;

    /// <summary>How many bytes a box is longer than what it holds.</summary>
    public const int Overhead = NonceSize + TagSize;

    /// <summary>Encrypts.</summary>
    /// <param name="key">32 bytes.</param>
    /// <param name="content">What to encrypt.</param>
    /// <param name="context">What the box is bound to; the same is needed to open it.</param>
    public static byte[] Seal(ReadOnlySpan<byte> key, ReadOnlySpan<byte> content, ReadOnlySpan<byte> context)
    {
        var box = new byte[content.Length + Overhead];
        RandomNumberGenerator.Fill(box.AsSpan(0, NonceSize));
        using var cipher = new AesGcm(key, TagSize);
        cipher.Encrypt(
            box.AsSpan(0, NonceSize),
            content,
            box.AsSpan(NonceSize, content.Length),
            box.AsSpan(NonceSize + content.Length),
            context);
        return box;
    }

    /// <summary>Decrypts.</summary>
    /// <returns>The content, or null when key or context is another or the box was changed.</returns>
    public static byte[]? Open(ReadOnlySpan<byte> key, ReadOnlySpan<byte> box, ReadOnlySpan<byte> context)
    {
        if (box.Length < Overhead)
        {
            return null;
        }

        var content = new byte[box.Length - Overhead];
        using var cipher = new AesGcm(key, TagSize);
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
