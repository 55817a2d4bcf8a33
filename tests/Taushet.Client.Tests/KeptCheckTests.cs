using System.Text;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Taushet.V1;

namespace Taushet.Client.Tests;

/// <summary>Every message that comes with a receipt, as a file that somebody kept.</summary>
public sealed class KeptCheckTests
{
    private static readonly KnownLog Log = new();
    private static readonly KeptCheck Kept = new(Log.Check);

    [Fact]
    public void All_TheContract_IsKnownWithWhatEachReceiptCommitsTo()
    {
        var receipted = Messages()
            .Where(message => message.Fields.InDeclarationOrder().Any(field => field is { Name: "receipt", FieldType: FieldType.Message }))
            .Select(message => message.FullName);

        receipted.Except(ReceiptedMessage.All.Select(one => one.Name)).ShouldBeEmpty();
        ReceiptedMessage.All.Where(one => one.CommittedField is not null).Select(one => $"{one.Name} {one.CommittedField}").ShouldBe(
            [
                "taushet.v1.Delivery disclosure",
                "taushet.v1.GetPendingResultResponse information",
                "taushet.v1.PrepareConsultationResponse information",
                "taushet.v1.ReceiveDisclosuresResponse disclosure",
                "taushet.v1.RequestInformationBatchResponse information",
                "taushet.v1.RequestInformationResponse information",
                "taushet.v1.SubmitDisclosureResponse delivered",
                "taushet.v1.WatchPendingResultResponse information",
            ]);
    }

    // What is released by a message's one field of a record is what the receipt has to commit to.
    [Fact]
    public void All_MessagesWithARecordOrADisclosure_CommitToIt() => ReceiptedMessage.All
        .Where(one => one.CommittedField is null)
        .SelectMany(one => one.Told.Fields.InDeclarationOrder())
        .Where(field => field.FieldType == FieldType.Message && field.MessageType.Name is "ChildInformation" or "DeliveredDisclosure")
        .ShouldBeEmpty();

    [Fact]
    public void Check_EveryMessageInBothForms_HoldsAndSaysWhatIsProved() => Each((message, wire, json) =>
    {
        foreach (var bytes in new[] { wire, json })
        {
            var named = Kept.Check(bytes, message).ShouldBeOfType<KeptVerdict.Holds>(message.Name);
            named.Covers.ShouldBe(message.CommittedField is null ? ReceiptCover.EntryAlone : ReceiptCover.Released, message.Name);
            named.Checkpoint.Size.ShouldBe(305);
            var told = Kept.Check(bytes).ShouldBeOfType<KeptVerdict.Holds>(message.Name);
            told.Readings.ShouldContain(message);
            told.Covers.ShouldBeOneOf(named.Covers, ReceiptCover.EntryAlone);
        }
    });

    [Fact]
    public void Check_EveryMessageSpoilt_IsNeverProved() => Each((message, _, _) =>
    {
        foreach (var (what, spoil) in Spoilings())
        {
            var whole = Made(message);
            if (!spoil(message, Part(message, whole)))
            {
                continue;
            }

            foreach (var bytes in new[] { whole.ToByteArray(), Encoding.UTF8.GetBytes(JsonFormatter.Default.Format(whole)) })
            {
                Kept.Check(bytes, message).ShouldBeOfType<KeptVerdict.Broken>($"{message.Name}: {what}");
                Kept.Check(bytes).ShouldNotBeOfType<KeptVerdict.Holds>($"{message.Name}: {what}");
            }
        }
    });

    [Fact]
    public void Check_EveryMessageCut_IsNeverProved() => Each((message, wire, json) =>
    {
        for (var cut = 1; cut < wire.Length; cut += 7)
        {
            Kept.Check(wire.AsMemory(0, wire.Length - cut), message).ShouldNotBeOfType<KeptVerdict.Holds>($"{message.Name} less {cut}");
            Kept.Check(json.AsMemory(0, json.Length - cut), message).ShouldBeOfType<KeptVerdict.Broken>($"{message.Name} less {cut}");
        }
    });

    // INVARIANT: no guess proves anything. The receipt of a refusal commits to nothing, as that of an assessment does, and stands in a field of the same number.
    [Fact]
    public void Check_InformationForgedIntoARefusal_IsProvedUnderNoName()
    {
        var forged = Answers.Of(Log, information: null);
        forged.Information = Answers.Information;
        forged.Groups.Clear();

        foreach (var bytes in new[] { forged.ToByteArray(), Encoding.UTF8.GetBytes(JsonFormatter.Default.Format(forged)) })
        {
            Kept.Check(bytes).ShouldNotBeOfType<KeptVerdict.Holds>();
            foreach (var message in ReceiptedMessage.All)
            {
                Kept.Check(bytes, message).ShouldNotBeOfType<KeptVerdict.Holds>(message.Name);
            }
        }
    }

    [Fact]
    public void Check_JsonThatSaysMoreThanIsProved_IsRefused()
    {
        var answer = JsonFormatter.Default.Format(Answers.Of(Log, Answers.Information));
        var request = ReceiptedMessage.Find("RequestInformationResponse");
        string[] forged =
        [
            answer.Replace("\"information\": {", "\"information\": { \"school\": { \"enrolment\": { \"className\": \"7B\" } } }, \"information\": {", StringComparison.Ordinal),
            answer.Replace("\"className\"", "\"class_name\": \"7B\", \"className\"", StringComparison.Ordinal),
            answer.Replace("\"className\"", "\"remark\": \"forged\", \"className\"", StringComparison.Ordinal),
        ];

        Kept.Check(Encoding.UTF8.GetBytes(answer), request).ShouldBeOfType<KeptVerdict.Holds>();
        foreach (var one in forged)
        {
            one.ShouldNotBe(answer);
            Kept.Check(Encoding.UTF8.GetBytes(one), request).ShouldBeOfType<KeptVerdict.Broken>(one);
        }
    }

    [Fact]
    public void Check_ANewerContractsField_HoldsWhereItIsCoveredAndElseNeedsTheName()
    {
        byte[] newer = [.. Answers.Information.ToByteArray(), .. Answers.Field(5_000, [1])];
        var released = Answers.Wire(Log, newer);
        byte[] preview = [.. new PreviewResponse { Receipt = Log.Receipt([]) }.ToByteArray(), .. Answers.Field(5_000, [1])];

        Kept.Check(released).ShouldBeOfType<KeptVerdict.Untold>().Readings.ShouldBeEmpty();
        Kept.Check(released, ReceiptedMessage.Find("taushet.v1.RequestInformationResponse")).ShouldBeOfType<KeptVerdict.Holds>();
        Kept.Check(preview, ReceiptedMessage.Find("PreviewResponse")).ShouldBe(new KeptVerdict.Broken(ReceiptFault.OtherMessage));
    }

    [Fact]
    public void CheckPlace_AProofWithoutNonce_HoldsOfItsPlaceAlone()
    {
        var proof = Log.Receipt([]);
        proof.Nonce = proof.ReleaseCommitment = proof.EntryDigest = ByteString.Empty;

        Log.Check.CheckPlace(proof).ShouldBeOfType<ReceiptVerdict.Holds>();
        proof.Index--;
        ReceiptCheckTests.Fault(Log.Check.CheckPlace(proof)).ShouldBe(ReceiptFault.NotIncluded);
        ReceiptCheckTests.Fault(Log.Check.CheckPlace(null)).ShouldBe(ReceiptFault.NoReceipt);
        proof.LeafHash = ByteString.Empty;
        ReceiptCheckTests.Fault(Log.Check.CheckPlace(proof)).ShouldBe(ReceiptFault.Malformed);
    }

    // INVARIANT: no answer and no checkpoint, whatever its bytes, makes the check throw.
    [Fact]
    public void Check_AnyBytes_NeverThrow()
    {
        var random = new Random(17);
        var wire = Answers.Of(Log, Answers.Information).ToByteArray();
        for (var n = 0; n < 400; n++)
        {
            var bytes = wire.ToArray();
            random.NextBytes(bytes.AsSpan(random.Next(bytes.Length)));
            Kept.Check(bytes.AsMemory(0, random.Next(bytes.Length))).ShouldNotBeOfType<KeptVerdict.Holds>();
            Kept.Check((byte[])[(byte)'{', .. bytes.AsSpan(0, 20)]).ShouldNotBeOfType<KeptVerdict.Holds>();
        }

        Kept.Check("{}"u8.ToArray()).ShouldBeOfType<KeptVerdict.Untold>();
        Kept.Check("{\"receipt\":null}"u8.ToArray()).ShouldBeOfType<KeptVerdict.Untold>();
    }

    private static void Each(Action<ReceiptedMessage, byte[], byte[]> check)
    {
        ReceiptedMessage.All.Length.ShouldBeGreaterThan(45);
        foreach (var message in ReceiptedMessage.All)
        {
            var made = Made(message);
            check(message, made.ToByteArray(), Encoding.UTF8.GetBytes(JsonFormatter.Default.Format(made)));
        }
    }

    private static IEnumerable<(string What, Func<ReceiptedMessage, IMessage, bool> Spoil)> Spoilings()
    {
        yield return ("no receipt", (message, part) => Do(() => message.Receipt.Accessor.Clear(part)));
        yield return ("another nonce", (message, part) => Do(() => ReceiptOf(message, part).Nonce = ByteString.CopyFrom(new byte[32])));
        yield return ("another entry", (message, part) => Do(() => ReceiptOf(message, part).EntryId = ByteString.CopyFrom(new byte[16])));
        yield return ("another place", (message, part) => Do(() => ReceiptOf(message, part).Index--));
        yield return ("a proof less", (message, part) => Do(() => ReceiptOf(message, part).InclusionProof.RemoveAt(0)));
        yield return ("another log's note", (message, part) => Do(() => ReceiptOf(message, part).Checkpoint.Note = new KnownLog().Receipt([]).Checkpoint.Note));
        yield return ("nothing committed", (message, part) => message.Committed is not null && Do(() => message.Committed.Accessor.Clear(part)));
        yield return ("other information", (message, part) => message.Committed is not null && Do(() => message.Committed.Accessor.SetValue(part, Released(message, "7B"))));
    }

    private static bool Do(Action act)
    {
        act();
        return true;
    }

    private static Receipt ReceiptOf(ReceiptedMessage message, IMessage part) => (Receipt)message.Receipt.Accessor.GetValue(part);

    private static IMessage Part(ReceiptedMessage message, IMessage whole) =>
        message.Envelope is { } envelope ? (IMessage)envelope.Accessor.GetValue(whole) : whole;

    private static IMessage Made(ReceiptedMessage message)
    {
        var part = Empty(message.Receipted);
        var released = message.Committed is null ? null : Released(message, "7A");
        if (released is not null)
        {
            message.Committed!.Accessor.SetValue(part, released);
        }

        message.Receipt.Accessor.SetValue(part, Log.Receipt(released?.ToByteArray() ?? []));
        var whole = message.Envelope is null ? part : Empty(message.Told);
        message.Envelope?.Accessor.SetValue(whole, part);
        return whole;
    }

    private static IMessage Released(ReceiptedMessage message, string className)
    {
        var information = Answers.Information;
        information.School.Enrolment.ClassName = className;
        return message.Committed!.MessageType.ClrType == typeof(ChildInformation)
            ? information
            : new DeliveredDisclosure { Content = new DisclosureContent { Record = information } };
    }

    private static IMessage Empty(MessageDescriptor message) => message.Parser.ParseFrom(ByteString.Empty);

    private static IEnumerable<MessageDescriptor> Messages() => typeof(Receipt).Assembly.GetTypes()
        .Where(type => typeof(IMessage).IsAssignableFrom(type) && type is { IsClass: true, Namespace: "Taushet.V1" })
        .Select(type => ((IMessage)Activator.CreateInstance(type)!).Descriptor);
}
