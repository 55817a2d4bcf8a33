using Taushet.Gateway.Tests.Support;
using Taushet.V1;
using static Taushet.Gateway.Tests.Consent.Wishing;

namespace Taushet.Gateway.Tests.Consent;

public sealed class SummaryTests
{
    [Fact]
    public async Task SummariseWish_Consent_TellsWhatToWhomForWhatAndUntilWhenInBokmal()
    {
        await using var gateway = await RecordingTests.StartAsync();
        var wish = await BothAsync(gateway);

        var summary = await Front(gateway).SummariseWishAsync(
            new SummariseWishRequest { Call = By(School), WishId = wish.Id }, gateway.As(Town.School));

        summary.Receipt.ShouldNotBeNull();
        foreach (var part in new[]
        {
            "Samtykke", "Gjelder (1. september 2026).", "diagnose", "BUP", "grunnskole", "Fra 1. september 2026 til og med 31. august 2027.",
            "Forelder med foreldreansvar sa ja 1. september 2026, underskrevet skjema.", "29. august 2026: barnet er enig.",
            "Du kan når som helst trekke samtykket",
        })
        {
            summary.Text.ShouldContain(part);
        }

        summary.Text.Split('\n').ShouldAllBe(line => line.Length <= 100);
        summary.Html.ShouldStartWith("<!DOCTYPE html>");
        summary.Html.ShouldNotContain("http");
        foreach (var number in new[] { Child, Mother, Father })
        {
            (summary.Text + summary.Html).ShouldNotContain(number);
        }
    }
}
