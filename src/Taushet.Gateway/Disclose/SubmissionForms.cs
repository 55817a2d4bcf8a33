using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Taushet.Gateway.Release;
using Taushet.Storage.Ports;
using Wire = Taushet.V1;

namespace Taushet.Gateway.Disclose;

/// <summary>Stored disclosures on the wire, to their senders.</summary>
internal static class SubmissionForms
{
    /// <summary>Where a disclosure stands.</summary>
    public static Wire.GetDisclosureResponse StandingOf(StoredDisclosure stored) => new()
    {
        State = (Wire.DisclosureState)(int)stored.Row.State,
        SubmittedAt = At(stored.Row.SubmittedAt),
        FirstSentAt = At(stored.FirstSentAt),
        Sends = (uint)stored.Sends,
        AcknowledgedAt = At(stored.AcknowledgedAt),
        ReceiverReceipt = stored.ReceiverReceipt is { } receipt ? ByteString.CopyFrom(receipt.Span) : ByteString.Empty,
        Destroyed = stored.Destroyed,
    };

    /// <summary>The answer to a repeated submission: as the first time, with the state of now.</summary>
    /// <param name="stored">What the first one stored.</param>
    /// <param name="outcome">What it was answered.</param>
    /// <param name="proof">Proves its entry, without what is the sender's alone.</param>
    public static Wire.SubmitDisclosureResponse Again(StoredDisclosure stored, SubmissionOutcome outcome, Wire.Receipt proof)
    {
        var response = outcome.Response;
        response.State = (Wire.DisclosureState)(int)stored.Row.State;
        response.RepeatedSubmission = true;
        response.Receipt = Complete(proof, stored, outcome);
        if (stored.Row.State != DisclosureState.Nothing && !stored.Row.Content.IsEmpty)
        {
            response.Delivered = Wire.DeliveredDisclosure.Parser.ParseFrom(stored.Row.Content.Span);
        }

        return response;
    }

    /// <summary>The answer to a repeated submission of what has been destroyed: that it has, and what the columns still tell.</summary>
    public static Wire.SubmitDisclosureResponse AgainDestroyed(StoredDisclosure stored, Wire.Receipt proof) => new()
    {
        DisclosureId = WireIds.Of(stored.Row.Id),
        DeliveryId = WireIds.Of(stored.Row.Delivery),
        DecidedAt = At(stored.Row.SubmittedAt),
        State = (Wire.DisclosureState)(int)stored.Row.State,
        RepeatedSubmission = true,
        Destroyed = true,
        Receipt = Complete(proof, stored, outcome: null),
    };

    /// <summary>A proof of the entry with what lets its holder make the leaf and, while that is kept, check the commitment.</summary>
    public static Wire.Receipt Complete(Wire.Receipt proof, StoredDisclosure stored, SubmissionOutcome? outcome)
    {
        proof.EntryDigest = ByteString.CopyFrom(stored.EntryDigest.Span);
        proof.Nonce = outcome?.Response.Receipt.Nonce ?? ByteString.Empty;
        proof.ReleaseCommitment = outcome?.Response.Receipt.ReleaseCommitment ?? ByteString.Empty;
        return proof;
    }

    private static Timestamp? At(DateTimeOffset? time) => time is { } known ? Timestamp.FromDateTimeOffset(known) : null;
}
