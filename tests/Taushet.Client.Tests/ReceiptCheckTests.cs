using Google.Protobuf;
using Taushet.Core.Trail.Notes;
using Taushet.V1;

namespace Taushet.Client.Tests;

public sealed class ReceiptCheckTests
{
    private readonly KnownLog log = new();

    [Fact]
    public void Check_AnAnswerAsTheGatewayMakesIt_HoldsWithItsCheckpoint()
    {
        var checkpoint = Holds(log.Check.Check(Answers.Of(log, Answers.Information)));

        checkpoint.Size.ShouldBe(305);
        checkpoint.Origin.ShouldBe(log.Origin);
    }

    [Fact]
    public void Check_AnAnswerThatReleasesNothing_Holds()
    {
        Holds(log.Check.Check(Answers.Of(log, information: null)));
        Holds(log.Check.Check(Answers.Of(log, new ChildInformation())));
        Holds(log.Check.Check(new PreviewResponse { Receipt = log.Receipt([]) }));
        Holds(log.Check.Check(new AssessResponse { Receipt = log.Receipt([]) }));
    }

    [Fact]
    public void Check_AnAnswerOfAStream_HoldsWithTheCheckpointSentBefore()
    {
        var answer = Answers.Of(log, Answers.Information);
        var sent = answer.Receipt.Checkpoint;
        answer.Receipt.Checkpoint = null;

        Holds(log.Check.Check(answer, sent));
        Holds(log.Check.CheckWire(answer.ToByteArray(), sent));
        Holds(log.Check.CheckStreamWire(new RequestInformationBatchResponse { Answer = answer }.ToByteArray(), sent));
        Fault(log.Check.Check(answer)).ShouldBe(ReceiptFault.NoCheckpoint);
        Fault(log.Check.CheckStreamWire(answer.ToByteArray(), sent)).ShouldBe(ReceiptFault.Unreadable);
        Fault(log.Check.CheckStreamWire(new RequestInformationBatchResponse { Checkpoint = sent }.ToByteArray(), sent))
            .ShouldBe(ReceiptFault.NoReceipt);
    }

    [Fact]
    public void Check_TheOnlyEntryOfALog_HoldsWithoutProof()
    {
        var receipt = log.Receipt([]);
        receipt.Index = 0;
        receipt.LeafHash = KnownLog.LeafHashOf(receipt);
        receipt.TreeSize = 1;
        receipt.InclusionProof.Clear();
        receipt.Checkpoint = log.Sent(new Core.Trail.Notes.Checkpoint(log.Origin, 1, receipt.LeafHash.Memory));

        Holds(log.Check.Check(new PreviewResponse { Receipt = receipt }));
    }

    [Fact]
    public void Check_WhileTheKeyIsChanged_HoldsWithEitherOrBothKeys()
    {
        var next = new KnownLog();
        var answer = Answers.Of(log, Answers.Information);
        SignedNote.TryParse(answer.Receipt.Checkpoint.Note, out var note).ShouldBeTrue();
        answer.Receipt.Checkpoint.Note = SignedNote.Of(note.Text, [.. note.Signatures, next.Signature(note.Text)]).Write();

        Holds(log.Check.Check(answer));
        Holds(next.Check.Check(answer));
        Holds(new ReceiptCheck(LogKeys.Parse($"{log.KeyLine}\n{next.KeyLine}")).Check(answer));
    }

    // The origin must be of the key that signed, not of another that is known too.
    [Fact]
    public void Check_ALogNamedAfterAnotherKnownKey_IsRefused()
    {
        var other = new KnownLog("other.example/log");
        var answer = Answers.Of(log, Answers.Information);
        answer.Receipt.Checkpoint.Note = other.Note(Text(answer));

        Fault(new ReceiptCheck(LogKeys.Parse($"{log.KeyLine}\n{other.KeyLine}")).Check(answer)).ShouldBe(ReceiptFault.OtherLog);
    }

    [Fact]
    public void Text_EveryFault_IsASentenceOfItsOwn()
    {
        var texts = Enum.GetValues<ReceiptFault>().Select(fault => new ReceiptVerdict.Broken(fault).Text).ToList();

        texts.ShouldBeUnique();
        texts.ShouldAllBe(text => text.EndsWith('.'));
    }

    internal static Core.Trail.Notes.Checkpoint Holds(ReceiptVerdict verdict) =>
        verdict.ShouldBeOfType<ReceiptVerdict.Holds>(verdict.ToString()).Checkpoint;

    internal static ReceiptFault Fault(ReceiptVerdict verdict) => verdict.ShouldBeOfType<ReceiptVerdict.Broken>().Fault;

    internal static string Text(RequestInformationResponse answer) =>
        SignedNote.TryParse(answer.Receipt.Checkpoint.Note, out var note) ? note.Text : throw new InvalidDataException();
}
