using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Google.Protobuf;
using Taushet.Core.Trail;
using Taushet.Core.Trail.Notes;
using Taushet.Core.Trail.Tree;
using Taushet.V1;
using SentCheckpoint = Taushet.V1.Checkpoint;
using StatedCheckpoint = Taushet.Core.Trail.Notes.Checkpoint;

namespace Taushet.Client.Tests;

/// <summary>A log of a test, with its key: it makes receipts as a gateway makes them.</summary>
internal sealed class KnownLog
{
    public const string Name = "gateway.example/sharing";

    private readonly ECDsa pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly NoteKey key;

    public KnownLog(string name = Name)
    {
        key = NoteKey.Of(name, pair.ExportSubjectPublicKeyInfo());
        Check = new ReceiptCheck(LogKeys.Parse(KeyLine));
    }

    public Guid Id { get; init; } = new("01234567-89ab-cdef-0123-456789abcdef");

    public string KeyLine => key.Write();

    public ReceiptCheck Check { get; }

    public string Origin => LogOrigin.Of(key.Name, Id);

    /// <summary>A receipt for released bytes at place 300 of a log of 305 entries.</summary>
    public Receipt Receipt(ReadOnlySpan<byte> released)
    {
        byte[] nonce = [.. Enumerable.Range(0, 32).Select(n => (byte)(n + 1))];
        var receipt = new Receipt
        {
            LogId = ByteString.CopyFrom(Id.ToByteArray(bigEndian: true)),
            EntryId = ByteString.CopyFrom(new Guid("fedcba98-7654-3210-fedc-ba9876543210").ToByteArray(bigEndian: true)),
            Index = 300,
            ReleaseCommitment = ByteString.CopyFrom(SHA256.HashData([.. nonce, .. released])),
            EntryDigest = ByteString.CopyFrom(SHA256.HashData("other columns"u8)),
            Nonce = ByteString.CopyFrom(nonce),
            TreeSize = 305,
        };
        receipt.LeafHash = LeafHashOf(receipt);
        var before = TreeGrowth.Of(Frontier.Empty, Leaves(0, 298)).After;
        var growth = TreeGrowth.Of(before, [.. Leaves(298, 2), receipt.LeafHash.Memory, .. Leaves(301, 4)]);
        receipt.InclusionProof.AddRange(growth.InclusionProof(300).Select(Sent));
        receipt.Checkpoint = Sent(Stated(growth.After));
        return receipt;
    }

    /// <summary>The leaf hash that follows from what a receipt shows.</summary>
    public static ByteString LeafHashOf(Receipt receipt)
    {
        var leaf = new ReceiptLeaf(
            new Guid(receipt.LogId.Span, bigEndian: true),
            new Guid(receipt.EntryId.Span, bigEndian: true),
            receipt.ReleaseCommitment.Memory,
            receipt.EntryDigest.Memory);
        return ByteString.CopyFrom(TreeHash.Leaf(leaf.At((long)receipt.Index)));
    }

    public StatedCheckpoint Stated(Frontier tree) => new(Origin, tree.Size, tree.Root());

    public SentCheckpoint Sent(StatedCheckpoint stated) => new()
    {
        LogId = ByteString.CopyFrom(Id.ToByteArray(bigEndian: true)),
        TreeSize = (ulong)stated.Size,
        Note = Note(stated.Write()),
    };

    public string Note(string text) => SignedNote.Of(text, [Signature(text)]).Write();

    public NoteSignature Signature(string text) => new(
        key.Name,
        key.KeyId,
        pair.SignData(Encoding.UTF8.GetBytes(text), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));

    public static ImmutableArray<ReadOnlyMemory<byte>> Leaves(int first, int count) =>
        [.. Enumerable.Range(first, count).Select(n => (ReadOnlyMemory<byte>)TreeHash.Leaf(BitConverter.GetBytes(n)))];

    private static ByteString Sent(ReadOnlyMemory<byte> hash) => ByteString.CopyFrom(hash.Span);
}
