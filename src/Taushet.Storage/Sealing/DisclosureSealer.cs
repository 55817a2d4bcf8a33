using Taushet.Storage.Ports;

namespace Taushet.Storage.Sealing;

/// <summary>Seals the two parts of a disclosure, each under a key of whom it is for and of its entry; bound to the delivery.</summary>
internal sealed class DisclosureSealer(StoreKeys keys)
{
    private const byte ContentPart = 1;
    private const byte OutcomePart = 2;

    private readonly RowSealer sealer = new(keys, "taushet.disclosure.v1");

    /// <summary>The store's keys, which unwrap those of rows.</summary>
    public StoreKeys Keys => keys;

    public byte[] SealContent(DisclosureRow row, PersonKey key) =>
        sealer.Seal(row.Content, row.Receiver.Organisation, row.Delivery, ContentPart, key);

    public byte[] SealOutcome(DisclosureRow row, PersonKey key) =>
        sealer.Seal(row.Outcome, row.Sender.Organisation, row.Delivery, OutcomePart, key);

    /// <summary>Opens what the receiver gets.</summary>
    /// <returns>Null when it has been destroyed.</returns>
    /// <exception cref="System.Security.Cryptography.CryptographicException">Another organisation, another delivery, or changed.</exception>
    public byte[]? OpenContent(byte[] box, string receiver, Guid delivery, RowKey key) =>
        sealer.Open(box, receiver, delivery, ContentPart, key);

    /// <summary>Opens what the sender was answered.</summary>
    /// <returns>Null when it has been destroyed.</returns>
    /// <exception cref="System.Security.Cryptography.CryptographicException">Another organisation, another delivery, or changed.</exception>
    public byte[]? OpenOutcome(byte[] box, string sender, Guid delivery, RowKey key) =>
        sealer.Open(box, sender, delivery, OutcomePart, key);
}
