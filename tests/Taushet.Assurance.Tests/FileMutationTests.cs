using Taushet.Core.Policies;
using Taushet.Policies;
using Taushet.Policies.Assurance.Givers;
using Taushet.Policies.Assurance.Table;
using Taushet.Policies.Book;
using Taushet.Policies.LogView;

namespace Taushet.Assurance.Tests;

/// <summary>Each file of the folder that changes what is decided, shown, told or owed: a changed line of it does not pass unseen.</summary>
public sealed class FileMutationTests : IDisposable
{
    private static readonly string Kept = Path.Combine(PolicyFolder.Root, DecisionTable.Folder);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("taushet-changed-");

    public FileMutationTests()
    {
        foreach (var file in Directory.EnumerateFiles(PolicyFolder.Root, "*.yaml").Concat(Directory.EnumerateFiles(Path.Combine(PolicyFolder.Root, "rules"))))
        {
            var copy = Path.Combine(folder.FullName, Path.GetRelativePath(PolicyFolder.Root, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("givers.yaml", "when: { age: { at_least: 16 } }", "when: { age: { at_least: 15 } }")]
    [InlineData("givers.yaml", "requires: barnevern-and-carer", "requires: barnevern")]
    public void Givers_Changed_TheirTableTells(string file, string line, string instead) =>
        GiverTable.Write(Changed(file, line, instead).Policies).ShouldNotBe(TableOf(GiverTable.File));

    [Theory]
    [InlineData("purposes.yaml", "    treat: [ID_CORE, REL, X_MED, C_HEALTH, S_EMO, F_NOW]", "    treat: [ID_CORE, REL, X_MED, C_HEALTH, S_EMO]")]
    [InlineData("groups.yaml", "  education: [ID_CORE, REL, C_SCHOOL, ATT, DEC/education]", "  education: [ID_CORE, REL, C_SCHOOL, DEC/education]")]
    public void Needs_Changed_TheirTableTells(string file, string line, string instead) =>
        NeedTable.Write(Changed(file, line, instead).Policies).ShouldNotBe(TableOf(NeedTable.File));

    [Theory]
    [InlineData("groups.yaml", "  tell-parents: [BHG, SKO,", "  tell-parents: [BHG,")]
    [InlineData("groups.yaml", "  avert-relevant: [X_3P, X_SEC, X_STMT, X_CRIM/rest, X_REP, X_MED, F_BACK]", "  avert-relevant: [X_3P, X_SEC, X_STMT, X_CRIM/rest, X_REP, X_MED]")]
    [InlineData("rules/hpl.yaml", "age: { at_least: 12 }", "age: { at_least: 11 }")]
    public void Rules_Changed_TheTableTellsOfEachOne(string file, string line, string instead)
    {
        var watch = new TableWatch(PolicyFolder.Book.Policies);
        var now = Changed(file, line, instead).Policies.Rules.ToDictionary(rule => rule.Id);
        var changed = PolicyFolder.Book.Policies.Rules.Where(rule => !Same(rule, now[rule.Id])).ToList();

        changed.ShouldNotBeEmpty();
        changed.ShouldAllBe(rule => watch.Notices(rule, now[rule.Id]) != null);
    }

    // An act that gets its date brings rules that have no section in the table, and ends others.
    [Fact]
    public void Acts_OneGetsItsDate_ItsRulesHaveNoSection()
    {
        var sections = string.Concat(Directory.EnumerateFiles(Kept).Select(File.ReadAllText));
        var rules = Changed("acts.yaml", "in_force: undated", "in_force: 2027-01-01").Policies.Rules;

        PolicyFolder.Book.Policies.Rules.ShouldAllBe(rule => sections.Contains($"- rule: {rule.Id}\n"));
        rules.ShouldContain(rule => !sections.Contains($"- rule: {rule.Id}\n"));
    }

    [Theory]
    [InlineData("  - { services: all, from: 15,", "  - { services: all, from: 14,")]
    [InlineData("own-consent: { services: [health], until: 16,", "own-consent: { services: [health], until: 17,")]
    [InlineData("named: [health]", "named: []")]
    [InlineData("  - id: crisis-centre\n    from: [PAR, PAR-]", "  - id: crisis-centre\n    from: [PAR]")]
    [InlineData("    days: 90", "    days: 91")]
    [InlineData("hours: 72", "hours: 73")]
    [InlineData("to: supervision, services: [health, barnevern]", "to: supervision, services: [health]")]
    [InlineData("id: child-protection, services: [barnevern], days: 180", "id: child-protection, services: [barnevern], days: 365")]
    public void LogView_Changed_ItsTableTells(string line, string instead)
    {
        Change("log-view.yaml", line, instead);

        var policy = LogViewLoader.Load(folder.FullName, out var faults)?.Policy;

        faults.ShouldBeEmpty();
        LogViewTable.Write(policy!).ShouldNotBe(TableOf(LogViewTable.File));
    }

    private static string TableOf(string file)
    {
        var text = File.ReadAllText(Path.Combine(Kept, file));
        return text[(text.IndexOf("\n\n", StringComparison.Ordinal) + 2)..];
    }

    private static bool Same(Rule rule, Rule other) =>
        (rule.Holders, rule.Receivers, rule.Cells, rule.Relevant, rule.AlwaysNecessary, Written(rule)) == (other.Holders, other.Receivers, other.Cells, other.Relevant, other.AlwaysNecessary, Written(other));

    private static string Written(Rule rule) => Taushet.Policies.Assurance.Mutation.ConditionMutations.Told(rule.When);

    private PolicyBook Changed(string file, string line, string instead)
    {
        Change(file, line, instead);
        var result = PolicyLoader.Load(folder.FullName);
        result.Faults.ShouldBeEmpty();
        return result.Book!;
    }

    private void Change(string file, string line, string instead)
    {
        var path = Path.Combine(folder.FullName, file);
        var text = File.ReadAllText(path);
        text.ShouldContain(line);
        File.WriteAllText(path, text.Replace(line, instead, StringComparison.Ordinal));
    }
}
