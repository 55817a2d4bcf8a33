using System.Security.Cryptography;

namespace Taushet.Storage.Sealing;

/// <summary>A person's own random key, and its wrapped form, bound to the person's look-up hash.</summary>
internal readonly struct PersonKey
{
    private readonly byte[] key;

    private PersonKey(byte[] key, byte[] wrapped)
    {
        this.key = key;
        Wrapped = wrapped;
    }

    /// <summary>The key as the table holds it.</summary>
    public byte[] Wrapped { get; }

    public ReadOnlySpan<byte> Key => key;

    /// <summary>Makes a key.</summary>
    public static PersonKey Create(StoreKeys keys, ReadOnlySpan<byte> subject)
    {
        var fresh = RandomNumberGenerator.GetBytes(StoreKeys.Size);
        return new PersonKey(fresh, keys.Wrap(fresh, subject));
    }

    /// <summary>Unwraps a stored key.</summary>
    /// <returns>Null when it was wrapped by another key or for another person.</returns>
    public static PersonKey? Unwrap(StoreKeys keys, ReadOnlySpan<byte> subject, byte[] wrapped) =>
        keys.Unwrap(wrapped, subject) is { } content ? new PersonKey(content, wrapped) : null;

    /// <summary>The stored key, or a fresh one when none is stored.</summary>
    /// <remarks>
    /// INVARIANT: the work is the same whether the person has a key or not: one key is made and one is unwrapped.
    /// </remarks>
    /// <exception cref="CryptographicException">The stored key cannot be unwrapped.</exception>
    public static PersonKey StoredOrFresh(StoreKeys keys, ReadOnlySpan<byte> subject, byte[]? stored)
    {
        var fresh = Create(keys, subject);
        return Unwrap(keys, subject, stored ?? fresh.Wrapped)
            ?? throw new CryptographicException("A person's key cannot be unwrapped.");
    }

    /// <summary>The same key wrapped for another look-up hash, after a change of number.</summary>
    public byte[] Rewrap(StoreKeys keys, ReadOnlySpan<byte> subject) => keys.Wrap(key, subject);

    /// <summary>The person's pseudonym in a log: HMAC(key, "log" || log id).</summary>
    public byte[] PseudonymIn(Guid log) => Mark("log"u8, log);

    /// <summary>What tells this giver of a wish from another: HMAC(key, "wish" || wish id).</summary>
    public byte[] MarkIn(Guid wish) => Mark("wish"u8, wish);

    private byte[] Mark(ReadOnlySpan<byte> purpose, Guid id)
    {
        Span<byte> text = stackalloc byte[purpose.Length + 16];
        purpose.CopyTo(text);
        id.TryWriteBytes(text[purpose.Length..], bigEndian: true, out _);
        return HMACSHA256.HashData(key, text);
    }
}
