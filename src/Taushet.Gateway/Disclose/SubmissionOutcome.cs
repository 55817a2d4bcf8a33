using System.Security.Cryptography;
using Google.Protobuf;
using Taushet.Gateway.Audit;
using Taushet.Storage.Ports;
using Wire = Taushet.V1;

namespace Taushet.Gateway.Disclose;

/// <summary>What a sender was answered, as it is kept with the disclosure, so that submitting again is answered alike.</summary>
/// <param name="Digest">SHA-256 over what was submitted: 32 bytes.</param>
/// <param name="Response">The answer without what was delivered; its receipt has nonce and commitment alone.</param>
internal sealed record SubmissionOutcome(ReadOnlyMemory<byte> Digest, Wire.SubmitDisclosureResponse Response)
{
    /// <summary>Writes the outcome of a pending answer.</summary>
    public static byte[] Write(Wire.Disclosure submitted, Wire.SubmitDisclosureResponse response, Pending pending)
    {
        var kept = response.Clone();
        kept.Delivered = null;
        kept.Receipt = new Wire.Receipt { Nonce = pending.Nonce, ReleaseCommitment = ByteString.CopyFrom(pending.Commitment) };
        return [.. DigestOf(submitted), .. kept.ToByteArray()];
    }

    /// <summary>Reads what was written.</summary>
    public static SubmissionOutcome Read(ReadOnlyMemory<byte> stored) => new(
        stored[..SHA256.HashSizeInBytes],
        Wire.SubmitDisclosureResponse.Parser.ParseFrom(stored.Span[SHA256.HashSizeInBytes..]));

    /// <summary>Reads what a disclosure keeps of it; null when that has been destroyed.</summary>
    public static SubmissionOutcome? Of(StoredDisclosure stored) => stored.Destroyed ? null : Read(stored.Row.Outcome);

    /// <summary>Whether the same was submitted.</summary>
    public bool IsOf(Wire.Disclosure submitted) => CryptographicOperations.FixedTimeEquals(Digest.Span, DigestOf(submitted));

    private static byte[] DigestOf(Wire.Disclosure submitted) => SHA256.HashData(submitted.ToByteArray());
}
