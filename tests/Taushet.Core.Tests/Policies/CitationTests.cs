using Taushet.Core.Policies;

namespace Taushet.Core.Tests.Policies;

public sealed class CitationTests
{
    private static readonly Citation Whole = new("bvl", "LOV-2021-06-18-97", "13-4", 1, "a", 2, 3);

    [Fact]
    public void Satisfies_SectionOnlyWanted_AnyPlaceInItWill()
    {
        Whole.Satisfies(new("bvl", string.Empty, "13-4")).ShouldBeTrue("the act's id is not part of the place");
        Whole.Satisfies(new("bvl", string.Empty, "13-4", 1)).ShouldBeTrue();
        Whole.Satisfies(Whole).ShouldBeTrue();
    }

    [Fact]
    public void Satisfies_AnyGivenPartDiffers_No()
    {
        Whole.Satisfies(Whole with { Act = "hpl" }).ShouldBeFalse();
        Whole.Satisfies(Whole with { Section = "13-2" }).ShouldBeFalse();
        Whole.Satisfies(Whole with { Paragraph = 2 }).ShouldBeFalse();
        Whole.Satisfies(Whole with { Letter = "b" }).ShouldBeFalse();
        Whole.Satisfies(Whole with { Number = 1 }).ShouldBeFalse();
        Whole.Satisfies(Whole with { Sentence = 1 }).ShouldBeFalse();
    }

    [Fact]
    public void Satisfies_VaguerThanWanted_No() =>
        new Citation("bvl", string.Empty, "13-4").Satisfies(new("bvl", string.Empty, "13-4", 1)).ShouldBeFalse();

    [Theory]
    [InlineData(0, "", 0, 0, "bvl § 13-4")]
    [InlineData(1, "", 0, 0, "bvl § 13-4 første ledd")]
    [InlineData(1, "a", 0, 0, "bvl § 13-4 første ledd bokstav a")]
    [InlineData(0, "", 7, 0, "bvl § 13-4 nr. 7")]
    [InlineData(3, "", 0, 2, "bvl § 13-4 tredje ledd andre punktum")]
    [InlineData(10, "", 0, 0, "bvl § 13-4 tiende ledd")]
    [InlineData(11, "", 0, 0, "bvl § 13-4 11. ledd")]
    public void ToString_Parts_AsJuristsWrite(int paragraph, string letter, int number, int sentence, string text) =>
        new Citation("bvl", string.Empty, "13-4", paragraph, letter, number, sentence).ToString().ShouldBe(text);

    [Fact]
    public void ToString_TheRegulation_HasArticlesAndNumbersBeforeLetters()
    {
        new Citation("gdpr", "EU-2016-679", "5", Letter: "c", Number: 1).ToString().ShouldBe("GDPR art. 5 nr. 1 bokstav c");
        new Citation("gdpr", "EU-2016-679", "7").ToString().ShouldBe("GDPR art. 7");
    }
}
