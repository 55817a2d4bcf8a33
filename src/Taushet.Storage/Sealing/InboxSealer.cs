using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Taushet.Storage.Sealing;

/// <summary>Seals what stands in the inbox under a key of the holder organisation, derived from the wrapping key; bound to its request.</summary>
/// <remarks>Sizes are padded to classes, so that they do not tell.</remarks>
internal sealed class InboxSealer(StoreKeys keys)
{
    private const int LengthSize = sizeof(int);

    /// <summary>Seals under the organisation's key and, when there is one, the key of the child's entries.</summary>
    public byte[] Seal(ReadOnlySpan<byte> content, string organisation, Guid handle, InboxPart part, PersonKey? key = null)
    {
        var classes = (LengthSize + content.Length + PaddedFields.SizeClass - 1) / PaddedFields.SizeClass;
        var padded = new byte[classes * PaddedFields.SizeClass];
        BinaryPrimitives.WriteInt32BigEndian(padded, content.Length);
        content.CopyTo(padded.AsSpan(LengthSize));
        var context = Context(handle, part);
        var own = key is { } subject ? AuthenticatedBox.Seal(subject.Key, padded, context) : padded;
        return AuthenticatedBox.Seal(Key(organisation), own, context);
    }

    /// <summary>Opens what was sealed.</summary>
    /// <exception cref="CryptographicException">Another key, another request, or changed.</exception>
    public byte[] Open(ReadOnlySpan<byte> box, string organisation, Guid handle, InboxPart part, PersonKey? key = null)
    {
        var context = Context(handle, part);
        var own = AuthenticatedBox.Open(Key(organisation), box, context);
        var padded = (own is not null && key is { } subject ? AuthenticatedBox.Open(subject.Key, own, context) : own)
            ?? throw new CryptographicException("A request in the inbox cannot be opened.");
        return padded.AsSpan(LengthSize, BinaryPrimitives.ReadInt32BigEndian(padded)).ToArray();
    }

    private byte[] Key(string organisation)
    {
        var key = new byte[StoreKeys.Size];
        HKDF.DeriveKey(
            HashAlgorithmName.SHA256, keys.Root, key, salt: [], info: Encoding.UTF8.GetBytes("taushet.inbox.v1 " + organisation));
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
