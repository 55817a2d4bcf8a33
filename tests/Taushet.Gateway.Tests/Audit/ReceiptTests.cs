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
        new[] { release.Receipt, refusal.Receipt, preview.Receipt, assessment.Receipt }
            .Select(receipt => receipt.Index).ShouldBe([0UL, 1UL, 2UL, 3UL]);
    }

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
