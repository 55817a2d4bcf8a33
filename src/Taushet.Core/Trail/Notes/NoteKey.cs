using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;

namespace Taushet.Core.Trail.Notes;

/// <summary>A public key that checks the signatures of notes: ECDSA on P-256 with SHA-256, signature type 0x02 of C2SP.</summary>
/// <remarks>Immutable; any number of threads may check with it.</remarks>
public sealed class NoteKey
{
    private const byte EcdsaType = 2;
    private const int IdDigits = 8;

    private readonly byte[] spki;

    private NoteKey(string name, byte[] spki)
    {
        Name = name;
        this.spki = spki;
        KeyId = BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(spki));
    }

    /// <summary>The key's name, the same for all keys that succeed each other.</summary>
    public string Name { get; }

    /// <summary>The first four bytes of SHA-256 of <see cref="Spki"/>, big-endian.</summary>
    public uint KeyId { get; }

    /// <summary>The key as a SubjectPublicKeyInfo in DER, 91 bytes.</summary>
    public ReadOnlyMemory<byte> Spki => spki;

    /// <summary>What every uncompressed P-256 key in a SubjectPublicKeyInfo begins with: id-ecPublicKey, prime256v1, and the
    /// head of a bit string of 65 bytes.</summary>
    private static ReadOnlySpan<byte> P256Head =>
    [
        0x30, 0x59, 0x30, 0x13, 0x06, 0x07, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x02, 0x01, 0x06, 0x08, 0x2A, 0x86, 0x48, 0xCE, 0x3D,
        0x03, 0x01, 0x07, 0x03, 0x42, 0x00, 0x04,
    ];

    /// <summary>Makes a key.</summary>
    /// <param name="name">The name; see <see cref="IsName"/>.</param>
    /// <param name="spki">The public key as a SubjectPublicKeyInfo in DER, its point uncompressed.</param>
    /// <exception cref="ArgumentException">The name is none, or this is no P-256 key.</exception>
    public static NoteKey Of(string name, ReadOnlySpan<byte> spki) =>
        IsName(name) && IsP256(spki)
            ? new NoteKey(name, spki.ToArray())
            : throw new ArgumentException("A key has a name without blanks and plus signs, and is on P-256.");

    /// <summary>Whether a key may have this name: not empty, no blank, no control character, no plus sign.</summary>
    public static bool IsName(string text) =>
        text.Length > 0
        && !text.Any(character => char.IsWhiteSpace(character) || char.IsControl(character) || character == '+')
        && StrictText.ToUtf8(text) is not null;

    /// <summary>Reads the one-line form that <see cref="Write"/> gives.</summary>
    /// <returns>False for any other spelling, another signature type, or an id that is not the key's.</returns>
    public static bool TryParse(string line, [NotNullWhen(true)] out NoteKey? key)
    {
        key = line.Split('+', 3) is [var name, { Length: IdDigits } id, var typed]
            && IsName(name)
            && StrictText.FromBase64(typed) is [EcdsaType, .. var spki]
            && IsP256(spki)
            && new NoteKey(name, spki) is var read
            && read.IdText() == id
                ? read
                : null;
        return key is not null;
    }

    /// <summary>The key in one line: name, id as 8 lower-case hex digits, and base64 of 0x02 and the key, with plus signs
    /// between.</summary>
    public string Write() => $"{Name}+{IdText()}+{Convert.ToBase64String([EcdsaType, .. spki])}";

    /// <summary>Whether this key made the signature over the text's UTF-8.</summary>
    /// <param name="text">The note's text with its last newline.</param>
    /// <param name="signature">The signature in DER; anything that is none is false.</param>
    public bool Verify(string text, ReadOnlySpan<byte> signature)
    {
        if (StrictText.ToUtf8(text) is not { } signed)
        {
            return false;
        }

        try
        {
            using var key = Import(spki);
            return key.VerifyData(signed, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static bool IsP256(ReadOnlySpan<byte> spki)
    {
        if (spki.Length != P256Head.Length + 64 || !spki.StartsWith(P256Head))
        {
            return false;
        }

        try
        {
            Import(spki).Dispose();
            return true;
        }
        catch (CryptographicException)
        {
            // The point is not on the curve.
            return false;
        }
    }

    private static ECDsa Import(ReadOnlySpan<byte> spki)
    {
        var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(spki, out _);
        return key;
    }

    private string IdText() => KeyId.ToString("x8", CultureInfo.InvariantCulture);
}
