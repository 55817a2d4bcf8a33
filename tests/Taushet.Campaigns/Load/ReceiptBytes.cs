using System.Security.Cryptography;
using Google.Protobuf;
using Taushet.V1;

namespace Taushet.Campaigns.Load;

/// <summary>What a receipt says of the bytes that came with it.</summary>
internal static class ReceiptBytes
{
    /// <summary>Whether the receipt's commitment is SHA-256(nonce || released bytes).</summary>
    public static bool Commit(RequestInformationResponse answer)
    {
        byte[] committed = [.. answer.Receipt.Nonce.Span, .. answer.Information?.ToByteArray() ?? []];
        return SHA256.HashData(committed).AsSpan().SequenceEqual(answer.Receipt.ReleaseCommitment.Span);
    }
}
