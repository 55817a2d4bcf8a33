using System.Xml.Linq;
using Taushet.Core.Vocabulary;
using Taushet.Policies.Publishing;

namespace Taushet.Policies.Tests.Publishing;

public sealed class PublishingTests
{
    [Theory]
    [InlineData("9", "10-4")]
    [InlineData("13", "13 a")]
    [InlineData("13 b", "14")]
    [InlineData("2-1", "13-1")]
    [InlineData("13-3", "13-5 a")]
    [InlineData("22 a", "22 c")]
    public void SectionOrder_IsThatOfTheAct(string before, string after) =>
        string.CompareOrdinal(SectionOrder.KeyOf(before), SectionOrder.KeyOf(after)).ShouldBeLessThan(0);

    [Fact]
    public void BookPage_EveryRuleAndGiver_StandsInItOnce()
    {
        var page = BookPage.Write(PolicyFolder.Book);

        foreach (var id in PolicyFolder.Book.Policies.Rules.Select(rule => rule.Id).Concat(PolicyFolder.Book.Policies.Givers.Select(giver => giver.Id)))
        {
            page.Split($"`{id}`").Length.ShouldBe(2, id);
        }

        page.ShouldContain(PolicyFolder.Book.Policies.Hash);
    }

    [Theory]
    [InlineData("oppl-24-5-pupil", "fra 15 år")]
    [InlineData("bvl-12-3-party-and-parents", "fra 15 til og med 17 år; omsorg: hos foreldrene eller frivillig plassering (bvl §§ 3-2, 3-3)")]
    [InlineData("oppl-11-7-home-parent", "under 15 år")]
    [InlineData("oppl-11-7-home-parent", "foreldreansvar: felles, barnet bor fast hos den ene; bare for sakkyndig vurdering")]
    [InlineData("pbrl-4-3-kept-from-guardians", "det foreldrene lovlig ikke kjenner")]
    public void BookPage_Giver_TellsForWhomItHolds(string giver, string circumstances) =>
        BookPage.Write(PolicyFolder.Book).Split('\n').Single(line => line.Contains($"`{giver}`", StringComparison.Ordinal)).ShouldContain(circumstances);

    [Fact]
    public void BookPage_EveryServiceAndReceiver_IsSpelledOut()
    {
        var page = BookPage.Write(PolicyFolder.Book);

        Codes<Service>.Members.ShouldAllBe(service => page.Contains($"\n| {Codes<Service>.Of(service)} | ", StringComparison.Ordinal));
    }

    [Fact]
    public void Matrix_IsWellFormedAndHasASquareForEveryPair()
    {
        var svg = XDocument.Parse(MatrixPicture.Draw(PolicyFolder.Book.Policies)).Root!;
        var squares = svg.Elements().Count(element => element.Name.LocalName == "g" && element.Elements().Any(part => part.Attribute("stroke") is not null));

        var services = Codes<Service>.Members;
        squares.ShouldBe(services.Count(service => service < Service.ParentWithResponsibility) * services.Count);
    }

    [Fact]
    public void Matrix_PairWithADuty_NamesItsRule() =>
        MatrixPicture.Draw(PolicyFolder.Book.Policies).ShouldContain("<title>SKO til BVT: ");

    [Fact]
    public void RuleOrder_OrderedTwice_IsTheSameAndLosesNoLine()
    {
        foreach (var path in Directory.GetFiles(Path.Combine(PolicyFolder.Root, "rules"), "*.yaml"))
        {
            var act = Path.GetFileNameWithoutExtension(path);
            var text = File.ReadAllText(path);
            var ordered = RuleOrder.Of(text, act);

            RuleOrder.Of(ordered, act).ShouldBe(ordered, act);
            Lines(ordered).ShouldBe(Lines(text), act);
        }
    }

    [Fact]
    public void RuleOrder_EveryActsFile_IsInTheOrderOfTheActsSections()
    {
        foreach (var path in Directory.GetFiles(Path.Combine(PolicyFolder.Root, "rules"), "*.yaml"))
        {
            var text = File.ReadAllText(path);

            RuleOrder.Of(text, Path.GetFileNameWithoutExtension(path)).ShouldBe(text, $"run 'taushet policy order': {Path.GetFileName(path)}");
        }
    }

    [Fact]
    public void RuleOrder_RuleOutOfOrder_MovesWithItsComment()
    {
        const string Later = "- rule: bhl-46-report\n  citations: [{ act: bhl, section: \"46\" }]\n";
        const string Earlier = "# why\n- rule: bhl-44-base\n  citations: [{ act: fvl, section: \"13\" }, { act: bhl, section: \"44\" }]\n";

        RuleOrder.Of($"# the file\n\n{Later}\n{Earlier}", "bhl").ShouldBe($"# the file\n\n{Earlier}\n{Later}");
    }

    private static IEnumerable<string> Lines(string text) => text.Split('\n').Where(line => line.Length > 0).Order(StringComparer.Ordinal);
}
