using Taushet.Core.Policies;
using Taushet.Core.Vocabulary;
using Taushet.Policies.Assurance.Table;
using Taushet.Policies.LogView;

namespace Taushet.Assurance.Tests;

public sealed class TableTests
{
    private static readonly PolicySet Policies = PolicyFolder.Book.Policies;

    [Fact]
    public void Write_RealBook_IsWhatIsKeptBesideTheRulesAndEveryRuleAppliesSomewhere()
    {
        var table = DecisionTable.Write(PolicyFolder.Book, LogViewLoader.Load(PolicyFolder.Root, out _)!.Policy);
        var text = string.Join('\n', table.Values);

        TableFiles.Differences(Path.Combine(PolicyFolder.Root, DecisionTable.Folder), table).ShouldBeEmpty("run 'taushet policy table' and read what changed");
        text.ShouldNotContain("applies: never");
        text.Split("\n  around: ").Length.ShouldBe(Policies.Rules.Length + 1);
    }

    [Fact]
    public void Of_ARule_EveryBoundOfItsConditionIsTriedOnBothSides()
    {
        var around = new Sections(Policies).Of(Policies.Rules.Single(rule => rule.Id == "bvl-13-2-a-report")).Around;

        around.ShouldContain(entry => entry.Variation.What == "age" && entry.Variation.Value == "17" && entry.Told.Applies);
        around.ShouldContain(entry => entry.Variation.What == "age" && entry.Variation.Value == "18" && !entry.Told.Applies);
        around.ShouldContain(entry => entry.Variation.What == "report.certainty" && entry.Variation.Value == "vague" && !entry.Told.Applies);
        around.ShouldContain(entry => entry.Variation.What == "age" && entry.Variation.Value == "unknown" && entry.Told.Applies);
    }

    [Fact]
    public void Differences_AFileIsOfOtherRules_TellsTheFirstLineThatDiffers()
    {
        var folder = Directory.CreateTempSubdirectory("taushet-table-").FullName;
        TableFiles.Write(folder, new Dictionary<string, string> { ["bvl.yaml"] = "a\nb\n", ["old.yaml"] = "c\n" });

        var told = TableFiles.Differences(folder, new Dictionary<string, string> { ["bvl.yaml"] = "a\nd\n" }).ToList();
        Directory.Delete(folder, recursive: true);

        told.ShouldBe(["table/bvl.yaml:2\n  kept: b\n  now:  d", "table/old.yaml: no rule has this act"]);
    }

    [Fact]
    public void Of_CellsAndServices_InTheWordsOfTheRules()
    {
        Words.Of(CellSet.All).ShouldBe("all");
        Words.Of(CellSet.All - CellSet.Of(Cell.InternalDraft)).ShouldBe("all but X_INT");
        Words.Of(CellSet.Of(Cell.Clinical, Cell.Incident)).ShouldBe("X_MED/rest EVT");
        Words.Of(CellCategories.WithTopics(Cell.Clinical)).ShouldBe("X_MED");
        Words.Of(ServiceSet.All - ServiceSet.Of(Service.PrivatePerson)).ShouldBe("all but PRI");
    }
}
