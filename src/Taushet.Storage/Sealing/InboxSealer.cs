using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Taushet.Storage.Sealing;

/// <summary>Seals what stands in the inbox under a key of the holder organisation, derived from the wrapping key; bound to its request.</summary>
/// <remarks>Sizes are padded to classes, so that they do not tell.</remarks>
internal sealed class InboxSealer(StoreKeys keys)
{
    private const int LengthSize = sizeof(int);

    public byte[] Seal(ReadOnlySpan<byte> content, string organisation, Guid handle, InboxPart part)
    {
        var classes = (LengthSize + content.Length + PaddedFields.SizeClass - 1) / PaddedFields.SizeClass;
        var padded = new byte[classes * PaddedFields.SizeClass];
        BinaryPrimitives.WriteInt32BigEndian(padded, content.Length);
        content.CopyTo(padded.AsSpan(LengthSize));
        return AuthenticatedBox.Seal(Key(organisation), padded, Context(handle, part));
    }

    /// <summary>Opens what was sealed.</summary>
    /// <exception cref="CryptographicException">Another key, another request, or changed.</exception>
    public byte[] Open(ReadOnlySpan<byte> box, string organisation, Guid handle, InboxPart part)
    {
        var padded = AuthenticatedBox.Open(Key(organisation), box, Context(handle, part))
            ?? throw new CryptographicException("A request in the inbox cannot be opened.");
        return padded.AsSpan(LengthSize, BinaryPrimitives.ReadInt32BigEndian(padded)).ToArray();
    }

    private byte[] Key(string organisation)
    {
        var key = new byte[StoreKeys.Size];
        HKDF.DeriveKey(
            HashAlgorithmName.SHA256, keys.Wrapping, key, salt: [], info: Encoding.UTF8.GetBytes("taushet.inbox.v1 " + organisation));
        return key;
    }

    private static byte[] Context(Guid handle, InboxPart part) => [(byte)part, .. handle.ToByteArray(bigEndian: true)];
}

/// <summary>Which part of a request in the inbox is sealed.</summary>
internal enum InboxPart
{
    /// <summary>What was asked.</summary>
    Content = 1,

    /// <summary>What the holder answered.</summary>
    Answer = 2,
}
