using Taushet.Core.Requests.Identifiers;

namespace Taushet.Core.Tests.Identifiers;

public sealed class IdentifierTests
{
    // Skatteetaten's own vectors (some of the real type by form; they belong to nobody).
    [Theory]
    [InlineData("30108299939", true, NumberSeries.Real)]
    [InlineData("30908299902", true, NumberSeries.SyntheticTaxAdministration)]
    [InlineData("20036914700", true, NumberSeries.Real)]
    [InlineData("03851598730", true, NumberSeries.SyntheticTaxAdministration)]
    [InlineData("20036914712", false, NumberSeries.Real)]
    [InlineData("29020073150", true, NumberSeries.Real)]
    [InlineData("29020105729", false, NumberSeries.Real)]
    [InlineData("55102499947", true, NumberSeries.Real)]
    [InlineData("41819077906", true, NumberSeries.SyntheticTaxAdministration)]
    [InlineData("41819077302", true, NumberSeries.SyntheticTaxAdministration)]
    [InlineData("02013299997", true, NumberSeries.Real)]
    [InlineData("02013299806", true, NumberSeries.Real)]
    [InlineData("02013299903", true, NumberSeries.Real)]
    [InlineData("30108299920", true, NumberSeries.Real)]
    public void NationalNumber_OfficialVectors_AsPublished(string number, bool valid, NumberSeries series)
    {
        NationalNumber.IsValid(number, out var found).ShouldBe(valid);
        if (valid)
        {
            found.ShouldBe(series);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("2003691470")]
    [InlineData("200369147000")]
    [InlineData("2003691470a")]
    [InlineData("٢٠٠٣٦٩١٤٧٠٠")]
    [InlineData("00000000000")]
    [InlineData("90036914700")]
    public void NationalNumber_NotElevenDigitsOfADate_Invalid(string text) => NationalNumber.IsValid(text, out _).ShouldBeFalse();

    [Fact]
    public void NationalNumber_AnyOneDigitChanged_SecondControlDigitCatchesIt()
    {
        const string number = "03851598730";
        for (var place = 0; place < number.Length; place++)
        {
            for (var digit = '0'; digit <= '9'; digit++)
            {
                var changed = number[..place] + digit + number[(place + 1)..];
                NationalNumber.IsValid(changed, out _).ShouldBe(changed == number, changed);
            }
        }
    }

    [Theory]
    [InlineData("039085999", "03908599933")]
    [InlineData("309082901", null)]
    public void NationalNumber_Complete_EndsWithTheControlDigits(string digits, string? number) =>
        NationalNumber.Complete(digits).ShouldBe(number);

    [Fact]
    public void NationalNumber_CompleteAllOfADay_ValidAndEqualToThePublishedOnes()
    {
        var numbers = Enumerable.Range(0, 1000).Select(individual => NationalNumber.Complete($"038515{individual:000}")).ToList();

        numbers.ShouldContain("03851598730");
        numbers.Count(number => number is null).ShouldBeInRange(100, 250);
        numbers.OfType<string>().Where(number => !NationalNumber.IsValid(number, out _)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("03851598")]
    [InlineData("0385159873")]
    [InlineData("03851598a")]
    public void NationalNumber_CompleteOfOtherThanNineDigits_Throws(string digits) =>
        Should.Throw<ArgumentException>(() => NationalNumber.Complete(digits));

    [Theory]
    [InlineData("child 03851598730 of", true)]
    [InlineData("03851598730", true)]
    [InlineData("103851598730", false)]
    [InlineData("038515987301", false)]
    [InlineData("case 03851598731", false)]
    [InlineData("child 038515 98730 of", true)]
    [InlineData("038515-98730", true)]
    [InlineData("０３８５１５９８７３０", true)]
    [InlineData("038515  98730", false)]
    [InlineData("03851 598730", false)]
    [InlineData("038515x98730", false)]
    [InlineData("038515 987301", false)]
    public void NationalNumber_OccursIn_OnlyWhereItStandsAlone(string text, bool occurs) =>
        NationalNumber.OccursIn(text).ShouldBe(occurs);

    [Theory]
    [InlineData("310000000", true)]
    [InlineData("310000001", false)]
    [InlineData("31000000", false)]
    [InlineData("31000000a", false)]
    public void OrganisationNumber_ControlDigit_Checked(string number, bool valid) =>
        OrganisationNumber.IsValid(number).ShouldBe(valid);
}
