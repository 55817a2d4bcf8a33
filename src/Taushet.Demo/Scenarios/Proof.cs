using System.Security.Cryptography;
using Taushet.Core.Trail;
using Taushet.Storage.Ports;

namespace Taushet.Demo.Scenarios;

/// <summary>One statement that was checked against the stored log.</summary>
/// <param name="Statement">What was checked.</param>
/// <param name="Holds">Whether it holds.</param>
internal sealed record Proof(string Statement, bool Holds);

/// <summary>Proves from the stored log that every answer has its entry.</summary>
internal static class Proofs
{
    /// <summary>Proves of one answer: entry found at its place, leaf hash holds, commitment is to the released bytes.</summary>
    /// <param name="answer">The answer as the caller got it.</param>
    /// <param name="entry">The entry with the receipt's id, or null.</param>
    public static IEnumerable<Proof> Of(Answer answer, StoredEntry? entry)
    {
        var receipt = answer.Receipt;
        var computed = SHA256.HashData([.. receipt.Nonce.Span, .. answer.Released]);
        yield return new Proof("the entry stands in the log at its place", entry is not null && entry.Index == (long)receipt.Index);
        yield return new Proof("the entry is of this request", entry is not null && Same(Bytes(entry.Public.RequestId), answer.RequestId.Span));
        yield return new Proof(
            "the leaf hash follows from what is stored, and is the receipt's",
            entry is { LeafHashHolds: true } && Same(entry.LeafHash.Span, receipt.LeafHash.Span));
        yield return new Proof(
            "the entry commits to the released bytes",
            entry is not null && Same(entry.ReleaseCommitment.Span, computed) && Same(receipt.ReleaseCommitment.Span, computed));
    }

    /// <summary>Proves that a source was called only for an entry that says so.</summary>
    /// <param name="requestIds">The request ids in the sources' own logs.</param>
    /// <param name="entries">The stored log.</param>
    public static Proof SourcesAgree(IEnumerable<string> requestIds, IEnumerable<StoredEntry> entries)
    {
        var fetched = entries
            .Where(entry => entry.Public.Kind is EntryKind.Request or EntryKind.PendingResult && entry.Holder is { SourceCalled: true })
            .Select(entry => Convert.ToHexStringLower(Bytes(entry.Public.RequestId)))
            .ToHashSet(StringComparer.Ordinal);
        return new Proof(
            "every fetch in the sources' own logs has an entry, and every entry of a fetch stands in theirs",
            fetched.SetEquals(requestIds));
    }

    /// <summary>The bytes of an id as they stand on the wire.</summary>
    public static byte[] Bytes(Guid id) => id.ToByteArray(bigEndian: true);

    private static bool Same(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other) => one.SequenceEqual(other);
}
