using System.Security.Cryptography;
using Taushet.Storage.Ports;

namespace Taushet.Storage.Sealing;

/// <summary>Seals what stands in the inbox under a key of the holder organisation; bound to its request.</summary>
internal sealed class InboxSealer(StoreKeys keys)
{
    private readonly OrganisationSealer sealer = new(keys, "taushet.inbox.v1");

    /// <summary>Seals under the organisation's key and, when there is one, the key of the child's entries.</summary>
    public byte[] Seal(ReadOnlySpan<byte> content, string organisation, Guid handle, InboxPart part, PersonKey? key = null) =>
        key is { } subject
            ? sealer.Seal(AuthenticatedBox.Seal(subject.Key, content, Context(handle, part)), organisation, handle, (byte)part)
            : sealer.Seal(content, organisation, handle, (byte)part);

    /// <summary>Seals the answer to a request that was read; null when there is none.</summary>
    public byte[]? Answer(InboxRequest request, InboxChange change) =>
        change.Answer is { } plain ? Seal(plain.Span, request.Holder, request.Handle, InboxPart.Answer, request.Key) : null;

    /// <summary>Opens what was sealed.</summary>
    /// <exception cref="CryptographicException">Another key, another request, or changed.</exception>
    public byte[] Open(ReadOnlySpan<byte> box, string organisation, Guid handle, InboxPart part, PersonKey? key = null)
    {
        var content = sealer.Open(box, organisation, handle, (byte)part);
        return key is not { } subject
            ? content
            : AuthenticatedBox.Open(subject.Key, content, Context(handle, part))
                ?? throw new CryptographicException("A request in the inbox cannot be opened.");
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
