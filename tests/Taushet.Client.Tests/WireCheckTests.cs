using FsCheck;
using FsCheck.Fluent;
using Google.Protobuf;
using Taushet.V1;

namespace Taushet.Client.Tests;

public sealed class WireCheckTests
{
    // No field of the record has this number, nor will one.
    private const int NewerField = 5_000;

    private static readonly KnownLog Log = new();

    [Fact]
    public void CheckWire_ANewerSchemasFieldAmongTheOthers_HoldsAndTheParsedFormSaysWhyNot()
    {
        byte[] information =
        [
            .. Answers.Field(ChildInformation.PersonFieldNumber, Answers.Information.Person.ToByteArray()),
            .. Answers.Field(NewerField, [1, 2, 3]),
            .. Answers.Field(ChildInformation.SchoolFieldNumber, Answers.Information.School.ToByteArray()),
        ];
        var wire = Answers.Wire(Log, information);
        var parsed = RequestInformationResponse.Parser.ParseFrom(wire);

        ReceiptCheckTests.Holds(Log.Check.CheckWire(wire));
        ReceiptCheckTests.Fault(Log.Check.Check(parsed)).ShouldBe(ReceiptFault.UnknownFields);
    }

    [Fact]
    public void CheckWire_ANewerSchemasFieldWithinAMessage_HoldsAndTheParsedFormSaysWhyNot()
    {
        byte[] school = [.. Answers.Field(NewerField, [1]), .. Answers.Information.School.ToByteArray()];
        var wire = Answers.Wire(Log, Answers.Field(ChildInformation.SchoolFieldNumber, school));

        ReceiptCheckTests.Holds(Log.Check.CheckWire(wire));
        ReceiptCheckTests.Fault(Log.Check.Check(RequestInformationResponse.Parser.ParseFrom(wire))).ShouldBe(ReceiptFault.UnknownFields);
    }

    [Fact]
    public void CheckWire_ANewerSchemasFieldAtTheEnd_HoldsInBothForms()
    {
        var wire = Answers.Wire(Log, [.. Answers.Information.ToByteArray(), .. Answers.Field(NewerField, [1])]);

        ReceiptCheckTests.Holds(Log.Check.CheckWire(wire));
        ReceiptCheckTests.Holds(Log.Check.Check(RequestInformationResponse.Parser.ParseFrom(wire)));
    }

    // A parser merges the two: the message would hold more than was committed to.
    [Fact]
    public void CheckWire_InformationTwice_IsUnreadable()
    {
        var smuggled = Answers.Field(RequestInformationResponse.InformationFieldNumber, [.. Answers.Information.ToByteArray()]);
        var wire = Answers.Wire(Log, []);

        Fault([.. wire, .. smuggled]).ShouldBe(ReceiptFault.Unreadable);
        Fault([.. smuggled, .. wire]).ShouldBe(ReceiptFault.Unreadable);
    }

    [Fact]
    public void CheckWire_InformationAsANumber_IsUnreadable() =>
        Fault([.. Answers.Field(RequestInformationResponse.ReceiptFieldNumber, Log.Receipt([]).ToByteArray()),
            RequestInformationResponse.InformationFieldNumber << 3, 1]).ShouldBe(ReceiptFault.Unreadable);

    [Fact]
    public void CheckWire_NoBytes_HaveNoReceipt() => Fault([]).ShouldBe(ReceiptFault.NoReceipt);

    [Fact]
    public void CheckWire_CutAnywhere_IsRefused()
    {
        var wire = Answers.Wire(Log, Answers.Information.ToByteArray());
        for (var length = 0; length < wire.Length; length++)
        {
            Log.Check.CheckWire(wire.AsMemory(0, length)).ShouldBeOfType<ReceiptVerdict.Broken>();
        }
    }

    [Fact]
    public void CheckWire_AnyFlippedBit_IsRefused()
    {
        var wire = Answers.Wire(Log, Answers.Information.ToByteArray());
        var bits = Enumerable.Range(0, wire.Length * 8);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(3_000), Prop.ForAll(Gen.Elements(bits).ToArbitrary(), bit =>
        {
            var spoilt = wire.ToArray();
            spoilt[bit / 8] ^= (byte)(1 << (bit % 8));

            Log.Check.CheckWire(spoilt).ShouldBeOfType<ReceiptVerdict.Broken>($"bit {bit}");
            if (Parsed(spoilt) is { } parsed)
            {
                Log.Check.Check(parsed).ShouldBeOfType<ReceiptVerdict.Broken>($"bit {bit}");
            }
        }));
    }

    // INVARIANT: no answer and no checkpoint, whatever its bytes, makes the check throw.
    [Fact]
    public void CheckWire_AnyBytes_AreRefused()
    {
        var wire = Answers.Wire(Log, Answers.Information.ToByteArray());
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2_000), Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var random = new Random(seed);
            var rubbish = new byte[random.Next(200)];
            random.NextBytes(rubbish);
            var at = random.Next(wire.Length);
            byte[] patched = [.. wire.AsSpan(0, at), .. rubbish, .. wire.AsSpan(Math.Min(wire.Length, at + random.Next(200)))];

            Log.Check.CheckWire(rubbish).ShouldBeOfType<ReceiptVerdict.Broken>();
            Log.Check.CheckWire(patched);
            var receipt = Log.Receipt([]);
            receipt.Checkpoint.Note = string.Concat(rubbish.Select(one => (char)(one * 257)));
            Log.Check.Check(new PreviewResponse { Receipt = receipt }).ShouldBeOfType<ReceiptVerdict.Broken>();
        }));
    }

    private static ReceiptFault Fault(byte[] wire) => ReceiptCheckTests.Fault(Log.Check.CheckWire(wire));

    private static RequestInformationResponse? Parsed(byte[] wire)
    {
        try
        {
            return RequestInformationResponse.Parser.ParseFrom(wire);
        }
        catch (InvalidProtocolBufferException)
        {
            return null;
        }
    }
}
