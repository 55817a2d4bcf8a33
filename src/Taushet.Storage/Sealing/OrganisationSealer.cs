using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Taushet.Storage.Sealing;

/// <summary>Seals content under a key of an organisation, derived from the wrapping key; bound to what it is a part of.</summary>
/// <remarks>Sizes are padded to classes, so that they do not tell.</remarks>
/// <param name="keys">The store's keys.</param>
/// <param name="use">What the keys are for: those of one use open nothing of another.</param>
internal sealed class OrganisationSealer(StoreKeys keys, string use)
{
    private const int LengthSize = sizeof(int);

    /// <summary>Seals under the organisation's key and, when there is one, the key of the child's entries beneath it.</summary>
    public byte[] Seal(ReadOnlySpan<byte> content, string organisation, Guid id, byte part, PersonKey? key = null) =>
        key is { } subject
            ? SealPadded(AuthenticatedBox.Seal(subject.Key, content, Context(id, part)), organisation, id, part)
            : SealPadded(content, organisation, id, part);

    /// <summary>Opens what was sealed under the organisation's key alone.</summary>
    /// <exception cref="CryptographicException">Another key, another whole, or changed.</exception>
    public byte[] Open(ReadOnlySpan<byte> box, string organisation, Guid id, byte part)
    {
        var padded = AuthenticatedBox.Open(Key(organisation), box, Context(id, part))
            ?? throw new CryptographicException("What was sealed for an organisation cannot be opened.");
        return padded.AsSpan(LengthSize, BinaryPrimitives.ReadInt32BigEndian(padded)).ToArray();
    }

    /// <summary>Opens what was sealed under the key of the child's entries as well.</summary>
    /// <returns>Null when it was another key of the child's: then that one has been destroyed.</returns>
    /// <exception cref="CryptographicException">Another key of the organisation, another whole, or changed.</exception>
    public byte[]? Open(ReadOnlySpan<byte> box, string organisation, Guid id, byte part, PersonKey key) =>
        AuthenticatedBox.Open(key.Key, Open(box, organisation, id, part), Context(id, part));

    private byte[] SealPadded(ReadOnlySpan<byte> content, string organisation, Guid id, byte part)
    {
        var classes = (LengthSize + content.Length + PaddedFields.SizeClass - 1) / PaddedFields.SizeClass;
        var padded = new byte[classes * PaddedFields.SizeClass];
        BinaryPrimitives.WriteInt32BigEndian(padded, content.Length);
        content.CopyTo(padded.AsSpan(LengthSize));
        return AuthenticatedBox.Seal(Key(organisation), padded, Context(id, part));
    }

    private byte[] Key(string organisation)
    {
        var key = new byte[StoreKeys.Size];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, keys.Root, key, salt: [], info: Encoding.UTF8.GetBytes($"{use} {organisation}"));
        return key;
    }

    private static byte[] Context(Guid id, byte part) => [part, .. id.ToByteArray(bigEndian: true)];
}
