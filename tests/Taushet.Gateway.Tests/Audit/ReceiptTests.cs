using Google.Protobuf;
using Taushet.Client;
using Taushet.Gateway.Tests.Support;
using Taushet.V1;

namespace Taushet.Gateway.Tests.Audit;

/// <summary>What a receiver can check offline of an answer as it came.</summary>
public sealed class ReceiptTests
{
    [Fact]
    public async Task Answers_ReleaseRefusalPreviewAndAssessment_EachProveTheirEntry()
    {
        await using var gateway = await TestGateway.StartPatientAsync();
        var check = new ReceiptCheck(gateway.LogKeys);
        var order = Town.Request(Town.Order(Town.Known, Cell.Attendance, Cell.ChildSchooling));
        var refused = Town.Request(Town.Plain(Town.Known, Cell.Attendance));

        var release = await gateway.Client.RequestInformationAsync(order, gateway.As(Town.Barnevern));
        var refusal = await gateway.Client.RequestInformationAsync(refused, gateway.As(Town.School));
        var preview = await gateway.Client.PreviewAsync(new PreviewRequest { Inquiry = order.Inquiry }, gateway.As(Town.Barnevern));
        var assessment = await gateway.Client.AssessAsync(
            new AssessRequest { Flow = Flow.Pull, Inquiry = order.Inquiry },
            gateway.As(Town.Barnevern));

        release.Information.ShouldNotBeNull();
        refusal.Information.ShouldBeNull();
        check.Check(release).ShouldBeOfType<ReceiptVerdict.Holds>();
        check.Check(refusal).ShouldBeOfType<ReceiptVerdict.Holds>();
        check.Check(preview).ShouldBeOfType<ReceiptVerdict.Holds>();
        check.Check(assessment).ShouldBeOfType<ReceiptVerdict.Holds>();
        Kept(gateway, release).Covers.ShouldBe(ReceiptCover.Released);
        Kept(gateway, refusal).Covers.ShouldBe(ReceiptCover.NothingReleased);
        Kept(gateway, preview).Covers.ShouldBe(ReceiptCover.EntryAlone);
        Kept(gateway, assessment).Covers.ShouldBe(ReceiptCover.EntryAlone);
        new[] { release.Receipt, refusal.Receipt, preview.Receipt, assessment.Receipt }
            .Select(receipt => receipt.Index).ShouldBe([0UL, 1UL, 2UL, 3UL]);
    }

    [Fact]
    public async Task Answers_AsTheyWereKept_TellThemselvesAndOfWhichRequestTheirEntryIs()
    {
        await using var gateway = await TestGateway.StartPatientAsync();
        var order = Town.Request(Town.Order(Town.Known, Cell.Attendance, Cell.ChildSchooling));
        IMessage[] answers =
        [
            await gateway.Client.RequestInformationAsync(order, gateway.As(Town.Barnevern)),
            await gateway.Client.PreviewAsync(new PreviewRequest { Inquiry = order.Inquiry }, gateway.As(Town.Barnevern)),
            await gateway.Client.AssessAsync(new AssessRequest { Flow = Flow.Pull, Inquiry = order.Inquiry }, gateway.As(Town.Barnevern)),
        ];

        foreach (var answer in answers)
        {
            var kept = Kept(gateway, answer);
            kept.Readings.Select(message => message.Name).ShouldContain(answer.Descriptor.FullName);
            var entry = await gateway.Store.Trail.PublicAsync(
                new Guid(kept.Receipt.LogId.Span, bigEndian: true), (long)kept.Receipt.Index, default);
            entry.ShouldNotBeNull().RequestId.ShouldBe(kept.RequestId.ShouldNotBeNull());
        }
    }

    private static KeptVerdict.Holds Kept(TestGateway gateway, IMessage answer) =>
        new KeptCheck(new ReceiptCheck(gateway.LogKeys)).Check(answer.ToByteArray()).ShouldBeOfType<KeptVerdict.Holds>(answer.Descriptor.Name);

    [Fact]
    public async Task Answer_OfALeafChangedOnTheWay_DoesNotProve()
    {
        await using var gateway = await TestGateway.StartPatientAsync();
        var order = Town.Request(Town.Order(Town.Known, Cell.Attendance, Cell.ChildSchooling));
        var release = await gateway.Client.RequestInformationAsync(order, gateway.As(Town.Barnevern));

        release.Information = new ChildInformation();

        new ReceiptCheck(gateway.LogKeys).Check(release).ShouldBeOfType<ReceiptVerdict.Broken>();
    }

    [Fact]
    public async Task Refusals_OfUnknownKnownAndShieldedChild_HaveReceiptsOfOneLengthAtOnePlace()
    {
        var lengths = new List<int>();
        foreach (var child in new[] { Town.Unknown, Town.Known, Town.Shielded })
        {
            await using var gateway = await TestGateway.StartPatientAsync();
            for (var before = 0; before < 5; before++)
            {
                await gateway.Client.RequestInformationAsync(Town.Request(Town.Plain(Town.Known, Cell.Attendance)), gateway.As(Town.School));
            }

            var answer = await gateway.Client.RequestInformationAsync(
                Town.Request(Town.Plain(child, Cell.Attendance)), gateway.As(Town.School));
            answer.Receipt.Checkpoint = null;
            lengths.Add(answer.Receipt.CalculateSize());
        }

        // The checkpoint is left out: a DER signature is a byte or two shorter now and then, whatever was signed.
        lengths.Distinct().ShouldHaveSingleItem();
    }
}
