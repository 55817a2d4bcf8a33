using System.Security.Cryptography;

namespace Taushet.Storage.Sealing;

/// <summary>
/// Random nonces, drawn many at a time by each thread: a draw costs the same for one as for thirty. A nonce is stored in the clear
/// beside what it sealed, so that one which waits here tells nobody anything. Keys are never drawn so.
/// </summary>
internal static class Nonces
{
    private const int Size = 12;
    private const int AtATime = 32;

    [ThreadStatic]
    private static Drawn? drawn;

    /// <summary>Fills in the next.</summary>
    /// <param name="nonce">12 bytes.</param>
    /// <remarks>INVARIANT: no nonce is given out twice.</remarks>
    public static void Fill(Span<byte> nonce)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(nonce.Length, Size);
        (drawn ??= new Drawn()).Next(nonce);
    }

    private sealed class Drawn
    {
        private readonly byte[] bytes = new byte[Size * AtATime];
        private int given = AtATime;

        public void Next(Span<byte> nonce)
        {
            if (given == AtATime)
            {
                RandomNumberGenerator.Fill(bytes);
                given = 0;
            }

            bytes.AsSpan(given * Size, Size).CopyTo(nonce);
            given++;
        }
    }
}
