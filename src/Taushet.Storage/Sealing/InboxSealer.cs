namespace Taushet.Storage.Sealing;

/// <summary>Seals what stands in the inbox under a key of the holder organisation; bound to its request.</summary>
internal sealed class InboxSealer(StoreKeys keys)
{
    private readonly OrganisationSealer sealer = new(keys, "taushet.inbox.v1");

    public byte[] Seal(ReadOnlySpan<byte> content, string organisation, Guid handle, InboxPart part) =>
        sealer.Seal(content, organisation, handle, (byte)part);

    /// <summary>Opens what was sealed.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">Another key, another request, or changed.</exception>
    public byte[] Open(ReadOnlySpan<byte> box, string organisation, Guid handle, InboxPart part) =>
        sealer.Open(box, organisation, handle, (byte)part);
}

/// <summary>Which part of a request in the inbox is sealed.</summary>
internal enum InboxPart
{
    /// <summary>What was asked.</summary>
    Content = 1,

    /// <summary>What the holder answered.</summary>
    Answer = 2,
}
