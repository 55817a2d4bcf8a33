using System.Security.Cryptography;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Taushet.Core.Trail;
using Taushet.Gateway.Audit;
using Taushet.Gateway.Receive;
using Taushet.V1;

namespace Taushet.Gateway.Release;

/// <summary>Makes answers. Each needs the receipt of its stored entry.</summary>
/// <remarks>
/// INVARIANT: nothing but the release step makes an answer with information, and it does so only with the receipt of
/// the stored entry that commits to that information.
/// </remarks>
internal static class Releasing
{
    /// <summary>Answers a request for information.</summary>
    /// <param name="receipt">The receipt of its entry.</param>
    /// <param name="pending">What waits for it.</param>
    /// <param name="call">The call.</param>
    /// <param name="accepted">What was asked.</param>
    /// <param name="later">Where to ask later; null when that is nowhere.</param>
    public static RequestInformationResponse Open(
        AuditReceipt receipt,
        Pending pending,
        Call call,
        Accepted accepted,
        PendingRequest? later = null)
    {
        var proof = Prove(receipt, pending);
        var response = new RequestInformationResponse
        {
            RequestId = WireIds.Of(call.RequestId),
            DecidedAt = At(call),
            CaseReference = accepted.Inquiry.CaseReference,
            Receipt = proof,
            Groups = { pending.Groups },
            Pending = later,
            ByHand = pending.ByHand,
        };
        if (pending.Information is not null)
        {
            response.Information = pending.Information;
        }

        return response;
    }

    /// <summary>Answers a preview.</summary>
    public static PreviewResponse OpenPreview(AuditReceipt receipt, Pending pending, Call call, Accepted accepted) => new()
    {
        RequestId = WireIds.Of(call.RequestId),
        DecidedAt = At(call),
        CaseReference = accepted.Inquiry.CaseReference,
        Groups = { pending.Groups },
        Receipt = Prove(receipt, pending),
    };

    /// <summary>Answers an assessment.</summary>
    public static AssessResponse OpenAssessment(AuditReceipt receipt, Pending pending, Call call, Accepted accepted) => new()
    {
        RequestId = WireIds.Of(call.RequestId),
        DecidedAt = At(call),
        CaseReference = accepted.Inquiry.CaseReference,
        Groups = { pending.Groups },
        Fields = { pending.Fields },
        Receipt = Prove(receipt, pending),
    };

    /// <summary>Answers with the anonymised form of a case.</summary>
    public static PrepareConsultationResponse OpenConsultation(
        AuditReceipt receipt, Pending pending, Call call, string caseReference, ConsultationTerms terms)
    {
        var response = new PrepareConsultationResponse
        {
            RequestId = WireIds.Of(call.RequestId),
            DecidedAt = At(call),
            CaseReference = caseReference,
            Terms = terms,
            Groups = { pending.Groups },
            Receipt = Prove(receipt, pending),
        };
        if (pending.Information is not null)
        {
            response.Information = pending.Information;
        }

        return response;
    }

    /// <summary>Answers a submitted disclosure: with what its receiver will get.</summary>
    public static SubmitDisclosureResponse OpenSubmission(AuditReceipt receipt, Pending pending, SubmitDisclosureResponse response)
    {
        response.Receipt = Prove(receipt, pending);
        response.Delivered = pending.Released as DeliveredDisclosure;
        return response;
    }

    /// <summary>The receipt of an entry that tells of a pending answer, on the wire.</summary>
    public static Receipt Prove(AuditReceipt receipt, Pending pending)
    {
        if (!CryptographicOperations.FixedTimeEquals(receipt.ReleaseCommitment.Span, pending.Commitment))
        {
            throw new InvalidOperationException("The receipt is of another release.");
        }

        return new Receipt
        {
            LogId = WireIds.Of(receipt.Log),
            EntryId = WireIds.Of(receipt.Entry),
            Index = (ulong)receipt.Index,
            LeafHash = ByteString.CopyFrom(receipt.LeafHash.Span),
            ReleaseCommitment = ByteString.CopyFrom(receipt.ReleaseCommitment.Span),
            EntryDigest = ByteString.CopyFrom(receipt.EntryDigest.Span),
            Nonce = pending.Nonce,
            TreeSize = (ulong)receipt.TreeSize,
            InclusionProof = { receipt.InclusionProof().Select(hash => ByteString.CopyFrom(hash.Span)) },
            Checkpoint = new Checkpoint
            {
                LogId = WireIds.Of(receipt.Log),
                TreeSize = (ulong)receipt.TreeSize,
                Note = receipt.Checkpoint,
            },
        };
    }

    private static Timestamp At(Call call) => Timestamp.FromDateTimeOffset(call.Instant);
}
