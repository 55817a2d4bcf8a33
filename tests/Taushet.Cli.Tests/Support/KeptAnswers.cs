using System.Security.Cryptography;
using Google.Protobuf;
using Taushet.Core.Trail;
using Taushet.Storage.Ports;
using Taushet.V1;

namespace Taushet.Cli.Tests.Support;

/// <summary>Answers as their receivers keep them.</summary>
internal static class KeptAnswers
{
    /// <summary>Stores entries of releases, and gives the answers with their receipts.</summary>
    public static async Task<IReadOnlyList<RequestInformationResponse>> AnswerAsync(this TrailFolder folder, int entries)
    {
        await using var store = folder.OpenAsGateway();
        var answers = new List<RequestInformationResponse>();
        for (var n = 0; n < entries; n++)
        {
            var information = new ChildInformation { Person = new() { Identity = new() { GivenName = $"Kari {n}" } } };
            var nonce = RandomNumberGenerator.GetBytes(32);
            var stored = await folder.AppendAsync(store.Audit, SHA256.HashData([.. nonce, .. information.ToByteArray()]));
            answers.Add(Answer(information, nonce, stored.ShouldBeOfType<AppendResult.Stored>().Receipt));
        }

        return answers;
    }

    /// <summary>Stores an entry of a kind that releases nothing, and gives its receipt.</summary>
    public static async Task<Receipt> ReceiptAsync(this TrailFolder folder, IAuditStore audit, EntryKind kind, Guid requestId)
    {
        var nonce = RandomNumberGenerator.GetBytes(32);
        var stored = await folder.AppendAsync(audit, SHA256.HashData(nonce), kind, requestId);
        return ReceiptOf(stored.ShouldBeOfType<AppendResult.Stored>().Receipt, nonce);
    }

    private static RequestInformationResponse Answer(ChildInformation information, byte[] nonce, AuditReceipt stored) =>
        new() { Information = information, Receipt = ReceiptOf(stored, nonce) };

    private static Receipt ReceiptOf(AuditReceipt stored, byte[] nonce)
    {
        var log = ByteString.CopyFrom(stored.Log.ToByteArray(bigEndian: true));
        var receipt = new Receipt
        {
            LogId = log,
            EntryId = ByteString.CopyFrom(stored.Entry.ToByteArray(bigEndian: true)),
            Index = (ulong)stored.Index,
            LeafHash = ByteString.CopyFrom(stored.LeafHash.Span),
            ReleaseCommitment = ByteString.CopyFrom(stored.ReleaseCommitment.Span),
            Nonce = ByteString.CopyFrom(nonce),
            TreeSize = (ulong)stored.TreeSize,
            EntryDigest = ByteString.CopyFrom(stored.EntryDigest.Span),
            Checkpoint = new Checkpoint { LogId = log, TreeSize = (ulong)stored.TreeSize, Note = stored.Checkpoint },
        };
        receipt.InclusionProof.AddRange(stored.InclusionProof().Select(hash => ByteString.CopyFrom(hash.Span)));
        return receipt;
    }
}
