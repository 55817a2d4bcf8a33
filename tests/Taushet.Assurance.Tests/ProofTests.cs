using System.Text.RegularExpressions;
using Taushet.Core.Policies;
using Taushet.Core.Vocabulary;
using Taushet.Policies.Assurance.Proving;
using Xunit.Abstractions;

namespace Taushet.Assurance.Tests;

/// <summary>The proofs need z3; without it each test says so and proves nothing.</summary>
public sealed partial class ProofTests(ITestOutputHelper output) : IDisposable
{
    private static readonly PolicySet Policies = PolicyFolder.Book.Policies;

    private readonly string files = Directory.CreateTempSubdirectory("taushet-proof-").FullName;

    public void Dispose() => Directory.Delete(files, recursive: true);

    [Fact]
    public void Run_RealBook_EverySentenceIsProved() => WithZ3(() =>
    {
        var results = PolicyProof.Run(Policies, files, seconds: 120);

        results.Where(result => !result.Proved)
            .Select(result => $"{result.Name} {result.Sentence}\n{result.Counterexample}")
            .ShouldBeEmpty();
        results.Count.ShouldBe(PolicyProof.Names.Count);
    });

    // What z3 cannot prove is held by tests that are named; a test that was renamed or taken away must not be claimed.
    [Fact]
    public void Otherwise_EverySentenceThatIsNotProved_NamesTestsThatExist()
    {
        var sources = Directory.EnumerateFiles(Path.Combine(PolicyFolder.Root, "..", "tests"), "*.cs", SearchOption.AllDirectories)
            .ToLookup(path => Path.GetFileNameWithoutExtension(path), StringComparer.Ordinal);
        foreach (var other in PolicyProof.Otherwise)
        {
            var named = NamedTest().Matches(other.HeldBy).Where(match => match.Groups["type"].Value != "PurityTests").ToList();

            named.ShouldNotBeEmpty(other.Sentence);
            named.ShouldAllBe(match => sources[match.Groups["type"].Value].Any(path => File.ReadAllText(path).Contains($" {match.Groups["test"].Value}(")), other.Sentence);
        }
    }

    [Fact]
    public void Run_ARuleReleasesAPrivateReporter_TheSentenceBreaksWithACase() => WithZ3(() =>
    {
        var leaking = Changed("hpl-25-health-care", rule => rule with { Cells = rule.Cells | CellSet.Of(Cell.PrivateReporter) });
        var needs = leaking.Needs.Select(need => need with { AtMost = [.. need.AtMost.Select(entry => (entry.Need, CellSet.All))] });
        var set = new PolicySet(leaking.Hash, leaking.Rules.Where(rule => rule.Id != "bvl-12-6-private-reporter"), leaking.Givers, needs);

        var broken = PolicyProof.Run(set, files, seconds: 120).Single(result => result.Name == "1 a");

        broken.Proved.ShouldBeFalse();
        broken.Counterexample.ShouldContain("X_REP");
        broken.Counterexample.ShouldStartWith("- case: breaks-1-a");
    });

    [Fact]
    public void FirstDifference_RandomRequests_TheFormSaysWhatTheDeciderSays() => WithZ3(() =>
        FormAgreement.FirstDifference(Policies, files, count: 1000, seed: 3).ShouldBeNull());

    [Fact]
    public void Of_RealBook_NoRuleIsIdleOrContradictsAnother() => WithZ3(() =>
    {
        var accepted = AcceptedFinding.Read(PolicyFolder.Root).Accepted;

        Findings.Of(Policies, files, seconds: 120)
            .Where(finding => !accepted.Any(entry => entry.Kind == finding.Kind && entry.RuleId == finding.RuleId))
            .ShouldBeEmpty();
    });

    [Fact]
    public void Of_ARuleThatRepeatsAnother_IsRedundant() => WithZ3(() =>
    {
        var copied = Policies.Rules.Single(rule => rule.Id == "hpl-25-health-care") with { Id = "hpl-25-health-care-again" };
        var set = new PolicySet(Policies.Hash, Policies.Rules.Append(copied), Policies.Givers, Policies.Needs);

        Findings.Of(set, files, seconds: 120)
            .ShouldContain(finding => finding.Kind == FindingKind.Shadowed && finding.RuleId == "hpl-25-health-care-again");
    });

    [Fact]
    public void Of_ARuleWhoseConditionCannotHold_IsUnreachable() => WithZ3(() =>
        Findings.Of(Changed("hpl-25-health-care", rule => rule with { When = new Condition.Any([]) }), files, seconds: 120)
            .ShouldContain(finding => finding.Kind == FindingKind.Unreachable && finding.RuleId == "hpl-25-health-care"));

    private static PolicySet Changed(string id, Func<Rule, Rule> change) =>
        new(Policies.Hash, Policies.Rules.Select(rule => rule.Id == id ? change(rule) : rule), Policies.Givers, Policies.Needs);

    [GeneratedRegex(@"(?<type>[A-Z]\w+Tests)\.(?<test>\w+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NamedTest();

    private void WithZ3(Action test)
    {
        if (Z3.IsInstalled)
        {
            test();
            return;
        }

        output.WriteLine($"Nothing was proved. {Z3.HowToInstall}");
    }
}
