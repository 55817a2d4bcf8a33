using System.Security.Cryptography;
using Google.Protobuf;
using Google.Protobuf.Collections;
using Taushet.V1;

namespace Taushet.Client.Tests;

/// <summary>A real answer with one thing changed: the reason says which.</summary>
public sealed class SpoiltReceiptTests
{
    private static readonly KnownLog Log = new();
    private static readonly RequestInformationResponse Right = Answers.Of(Log, Answers.Information);

    private static readonly (string Change, Action<RequestInformationResponse> Spoil, ReceiptFault Fault)[] Cases =
    [
        ("no receipt", answer => answer.Receipt = null, ReceiptFault.NoReceipt),
        ("log id short", answer => answer.Receipt.LogId = Short(answer.Receipt.LogId), ReceiptFault.Malformed),
        ("entry id short", answer => answer.Receipt.EntryId = Short(answer.Receipt.EntryId), ReceiptFault.Malformed),
        ("leaf hash short", answer => answer.Receipt.LeafHash = Short(answer.Receipt.LeafHash), ReceiptFault.Malformed),
        ("commitment short", answer => answer.Receipt.ReleaseCommitment = Short(answer.Receipt.ReleaseCommitment), ReceiptFault.Malformed),
        ("digest short", answer => answer.Receipt.EntryDigest = Short(answer.Receipt.EntryDigest), ReceiptFault.Malformed),
        ("no digest", answer => answer.Receipt.EntryDigest = ByteString.Empty, ReceiptFault.Malformed),
        ("no nonce", answer => answer.Receipt.Nonce = ByteString.Empty, ReceiptFault.Malformed),
        ("index is the size", answer => answer.Receipt.Index = answer.Receipt.TreeSize, ReceiptFault.Malformed),
        ("size beyond 2^63", answer => answer.Receipt.TreeSize = 1UL << 63, ReceiptFault.Malformed),
        ("size nought", answer => answer.Receipt.TreeSize = 0, ReceiptFault.Malformed),
        ("hash of the proof short", answer => Change(answer.Receipt.InclusionProof, Short), ReceiptFault.Malformed),
        ("proof of 64", answer => answer.Receipt.InclusionProof.AddRange(Enumerable.Repeat(answer.Receipt.LeafHash, 64)), ReceiptFault.Malformed),
        ("a value", answer => answer.Information.School.Enrolment.ClassName = "7B", ReceiptFault.OtherInformation),
        ("a leaf more", answer => answer.Information.Person.Identity.FamilyName += " ", ReceiptFault.OtherInformation),
        ("a leaf less", answer => answer.Information.Person.Identity.ClearFamilyName(), ReceiptFault.OtherInformation),
        ("no information", answer => answer.Information = null, ReceiptFault.OtherInformation),
        ("nonce", answer => answer.Receipt.Nonce = Flip(answer.Receipt.Nonce), ReceiptFault.OtherInformation),
        ("commitment", answer => answer.Receipt.ReleaseCommitment = Flip(answer.Receipt.ReleaseCommitment), ReceiptFault.OtherInformation),
        ("no checkpoint", answer => answer.Receipt.Checkpoint = null, ReceiptFault.NoCheckpoint),
        ("log id", answer => answer.Receipt.LogId = Flip(answer.Receipt.LogId), ReceiptFault.OtherCheckpoint),
        ("size", answer => answer.Receipt.TreeSize++, ReceiptFault.OtherCheckpoint),
        ("checkpoint's log id", answer => answer.Receipt.Checkpoint.LogId = Flip(answer.Receipt.LogId), ReceiptFault.OtherCheckpoint),
        ("checkpoint's size", answer => answer.Receipt.Checkpoint.TreeSize++, ReceiptFault.OtherCheckpoint),
        ("no note", answer => answer.Receipt.Checkpoint.Note = string.Empty, ReceiptFault.NotANote),
        ("note's last newline", answer => answer.Receipt.Checkpoint.Note = answer.Receipt.Checkpoint.Note[..^1], ReceiptFault.NotANote),
        ("another's note", answer => answer.Receipt.Checkpoint.Note = new KnownLog().Note(ReceiptCheckTests.Text(answer)), ReceiptFault.UnknownSigner),
        ("note's size", answer => Rewrite(answer, note => note.Replace("\n305\n", "\n306\n", StringComparison.Ordinal)), ReceiptFault.WrongSignature),
        ("signed rubbish", answer => answer.Receipt.Checkpoint.Note = Log.Note("rubbish\n"), ReceiptFault.NotACheckpoint),
        ("both log ids", answer => answer.Receipt.LogId = answer.Receipt.Checkpoint.LogId = Flip(answer.Receipt.LogId), ReceiptFault.OtherLog),
        ("signed of another log", answer => Sign(answer, text => text.Replace("/0", "/1", StringComparison.Ordinal)), ReceiptFault.OtherLog),
        ("both sizes", answer => answer.Receipt.TreeSize = ++answer.Receipt.Checkpoint.TreeSize, ReceiptFault.OtherSize),
        ("signed of another size", answer => Sign(answer, text => text.Replace("\n305\n", "\n304\n", StringComparison.Ordinal)), ReceiptFault.OtherSize),
        ("leaf hash", answer => answer.Receipt.LeafHash = Flip(answer.Receipt.LeafHash), ReceiptFault.OtherEntry),
        ("entry id", answer => answer.Receipt.EntryId = Flip(answer.Receipt.EntryId), ReceiptFault.OtherEntry),
        ("digest", answer => answer.Receipt.EntryDigest = Flip(answer.Receipt.EntryDigest), ReceiptFault.OtherEntry),
        ("index", answer => answer.Receipt.Index++, ReceiptFault.OtherEntry),
        ("a value, committed to anew", answer => Recommit(answer, "7B"), ReceiptFault.OtherEntry),
        ("a value, committed to anew in another leaf", AnotherLeaf, ReceiptFault.NotIncluded),
        ("hash of the proof", answer => Change(answer.Receipt.InclusionProof, Flip), ReceiptFault.NotIncluded),
        ("hash of the proof missing", answer => answer.Receipt.InclusionProof.RemoveAt(0), ReceiptFault.NotIncluded),
        ("hash of the proof too many", answer => answer.Receipt.InclusionProof.Add(answer.Receipt.LeafHash), ReceiptFault.NotIncluded),
        ("no proof", answer => answer.Receipt.InclusionProof.Clear(), ReceiptFault.NotIncluded),
        ("signed of another root", answer => Sign(answer, text => text[..(text.Length - 45)] + new string('A', 43) + "=\n"), ReceiptFault.NotIncluded),
    ];

    [Fact]
    public void Check_OneThingSpoilt_SaysWhichParsedAndOnTheWire()
    {
        ReceiptCheckTests.Holds(Log.Check.Check(Right));
        foreach (var (change, spoil, fault) in Cases)
        {
            var answer = Right.Clone();
            spoil(answer);

            ReceiptCheckTests.Fault(Log.Check.Check(answer)).ShouldBe(fault, change);
            ReceiptCheckTests.Fault(Log.Check.CheckWire(answer.ToByteArray())).ShouldBe(fault, change);
        }
    }

    [Fact]
    public void Cases_EveryFaultThatAParsedAnswerCanHave_ThereIsOne() =>
        Cases.Select(one => one.Fault).Distinct().ShouldBe(
            Enum.GetValues<ReceiptFault>().Except([ReceiptFault.Unreadable, ReceiptFault.UnknownFields, ReceiptFault.OtherMessage]), ignoreOrder: true);

    [Fact]
    public void Check_APreviewOrAssessmentWithAReceiptOfInformation_IsRefused()
    {
        ReceiptCheckTests.Fault(Log.Check.Check(new PreviewResponse { Receipt = Right.Receipt })).ShouldBe(ReceiptFault.OtherInformation);
        ReceiptCheckTests.Fault(Log.Check.Check(new AssessResponse { Receipt = Right.Receipt })).ShouldBe(ReceiptFault.OtherInformation);
        ReceiptCheckTests.Fault(Log.Check.Check(new PreviewResponse())).ShouldBe(ReceiptFault.NoReceipt);
        ReceiptCheckTests.Fault(Log.Check.Check(new AssessResponse())).ShouldBe(ReceiptFault.NoReceipt);
    }

    private static void AnotherLeaf(RequestInformationResponse answer)
    {
        Recommit(answer, "7B");
        answer.Receipt.LeafHash = KnownLog.LeafHashOf(answer.Receipt);
    }

    private static void Recommit(RequestInformationResponse answer, string className)
    {
        answer.Information.School.Enrolment.ClassName = className;
        answer.Receipt.ReleaseCommitment =
            ByteString.CopyFrom(SHA256.HashData([.. answer.Receipt.Nonce.Span, .. answer.Information.ToByteArray()]));
    }

    private static void Rewrite(RequestInformationResponse answer, Func<string, string> change) =>
        answer.Receipt.Checkpoint.Note = change(answer.Receipt.Checkpoint.Note);

    private static void Sign(RequestInformationResponse answer, Func<string, string> change) =>
        answer.Receipt.Checkpoint.Note = Log.Note(change(ReceiptCheckTests.Text(answer)));

    private static void Change(RepeatedField<ByteString> proof, Func<ByteString, ByteString> change) => proof[^1] = change(proof[^1]);

    private static ByteString Short(ByteString bytes) => ByteString.CopyFrom(bytes.Span[1..]);

    private static ByteString Flip(ByteString bytes) => ByteString.CopyFrom([(byte)(bytes[0] ^ 0x80), .. bytes.Span[1..]]);
}
