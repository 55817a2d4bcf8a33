using Taushet.Storage.Ports;

namespace Taushet.Storage.Sealing;

/// <summary>Seals the two parts of a disclosure, each under a key of whom it is for; bound to the delivery.</summary>
internal sealed class DisclosureSealer(StoreKeys keys)
{
    private const byte ContentPart = 1;
    private const byte OutcomePart = 2;

    private readonly OrganisationSealer sealer = new(keys, "taushet.disclosure.v1");

    public byte[] SealContent(DisclosureRow row) =>
        sealer.Seal(row.Content.Span, row.Receiver.Organisation, row.Delivery, ContentPart);

    public byte[] SealOutcome(DisclosureRow row) =>
        sealer.Seal(row.Outcome.Span, row.Sender.Organisation, row.Delivery, OutcomePart);

    /// <summary>Opens what the receiver gets.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">Another key, another delivery, or changed.</exception>
    public byte[] OpenContent(byte[] box, string receiver, Guid delivery) => sealer.Open(box, receiver, delivery, ContentPart);

    /// <summary>Opens what the sender was answered.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">Another key, another delivery, or changed.</exception>
    public byte[] OpenOutcome(byte[] box, string sender, Guid delivery) => sealer.Open(box, sender, delivery, OutcomePart);
}
