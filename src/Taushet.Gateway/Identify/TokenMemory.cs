using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Taushet.Gateway.Identify;

/// <summary>Remembers validated tokens by their SHA-256 until they expire or for 60 s, whichever is sooner. Bounded.</summary>
internal sealed class TokenMemory(TimeProvider clock)
{
    private const int Most = 8192;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);
    private readonly ConcurrentDictionary<Key, Remembered> tokens = new();

    /// <summary>Finds a token that was validated a short while ago.</summary>
    public Caller? Find(in Key key)
    {
        if (!tokens.TryGetValue(key, out var remembered))
        {
            return null;
        }

        // The clock may be set back: then what was remembered later does not count.
        var now = clock.GetUtcNow();
        return remembered.From <= now && now < remembered.Until ? remembered.Caller : null;
    }

    /// <summary>Remembers a validated token.</summary>
    public void Remember(in Key key, Caller caller, DateTimeOffset expires)
    {
        if (tokens.Count >= Most)
        {
            tokens.Clear();
        }

        var now = clock.GetUtcNow();
        tokens[key] = new Remembered(caller, now, expires < now + Longest ? expires : now + Longest);
    }

    /// <summary>SHA-256 of a token.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal readonly record struct Key(UInt128 High, UInt128 Low)
    {
        /// <summary>Hashes a token.</summary>
        public static Key Of(ReadOnlySpan<char> token)
        {
            Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
            Span<byte> text = stackalloc byte[Encoding.UTF8.GetMaxByteCount(token.Length) <= 4096 ? 4096 : 0];
            if (text.IsEmpty)
            {
                SHA256.HashData(Encoding.UTF8.GetBytes(token.ToString()), hash);
            }
            else
            {
                SHA256.HashData(text[..Encoding.UTF8.GetBytes(token, text)], hash);
            }

            return MemoryMarshal.Read<Key>(hash);
        }
    }

    private sealed record Remembered(Caller Caller, DateTimeOffset From, DateTimeOffset Until);
}
