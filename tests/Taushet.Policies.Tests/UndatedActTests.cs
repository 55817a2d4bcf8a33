using Taushet.Core.Decisions;
using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;
using Taushet.Policies.Book;
using Taushet.Policies.Cases;

namespace Taushet.Policies.Tests;

/// <summary>Adopted acts without a date decide nothing; a date in acts.yaml, and nothing else, brings them in.</summary>
public sealed class UndatedActTests : IDisposable
{
    private static readonly DateOnly Start = new(2027, 1, 1);

    private readonly string folder = Directory.CreateTempSubdirectory("taushet-dated-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Undated_RealBook_ListsTheRulesAndKeepsThemFromEveryDecision()
    {
        var undated = PolicyFolder.Book.Undated.Select(rule => rule.Id).ToList();

        undated.ShouldContain("fvl-2025-34-crime");
        undated.ShouldContain("bl-2025-6-12-barnevern");
        PolicyFolder.Book.Policies.Rules.Select(rule => rule.Id).ShouldNotContain(id => undated.Contains(id));
    }

    [Fact]
    public void Dated_DayBefore_DecidesByTheOldAct() =>
        Citations(Dated("fvl-2025"), Start.AddDays(-1)).ShouldContain("fvl 13 b");

    [Fact]
    public void Dated_FirstDay_DecidesByTheNewActAlone()
    {
        var citations = Citations(Dated("fvl-2025"), Start);

        citations.ShouldContain("fvl-2025 34");
        citations.ShouldNotContain("fvl 13 b");
    }

    [Fact]
    public void Dated_FirstDay_AsksForProportionality()
    {
        var policyCase = Case("L18");
        var request = policyCase.Request with { LawDate = Start };

        Decider.Decide(request, policyCase.Facts, Dated("fvl-2025").Policies).Obligations
            .Meets(MemberSet<Obligation>.Of(Obligation.AssessProportionality)).ShouldBeTrue();
        Decider.Decide(policyCase.Request, policyCase.Facts, PolicyFolder.Book.Policies).Obligations
            .Meets(MemberSet<Obligation>.Of(Obligation.AssessProportionality)).ShouldBeFalse();
    }

    [Fact]
    public void Dated_EveryOutcomeOfTheOldActsCases_StaysTheSame()
    {
        var dated = Dated("fvl-2025").Policies;
        foreach (var policyCase in Cases().Where(one => one.Request.LawDate == new DateOnly(2026, 11, 21)))
        {
            var request = policyCase.Request with { LawDate = Start };
            var facts = policyCase.Facts;

            var before = Decider.Decide(request, facts, PolicyFolder.Book.Policies);
            var after = Decider.Decide(request, facts, dated);

            after.Released.ShouldBe(before.Released, policyCase.Id);
        }
    }

    [Fact]
    public void Dated_ChildrensAct_OwesAParentWithoutResponsibilityWhatBarnevernKnows()
    {
        var request = new Request
        {
            Flow = Flow.Asked,
            Receiver = new PartyRef(string.Empty, string.Empty, Service.ParentWithoutResponsibility, default),
            Holder = new PartyRef(string.Empty, string.Empty, Service.Barnevern, ServiceForm.Municipal),
            Purpose = Purpose.ParentInformation,
            Needs = new NeedList([(Need.InformFamily, CellSet.All)]),
            Asserted = MemberSet<Basis>.Of(Basis.ParentalInformation),
            Evidence = new Evidence { InformationRight = new InformationRightEvidence(false, false, false, false, false) },
            LawDate = Start,
        };
        var facts = Case("L18").Facts with { Age = 9, HiddenAddress = false, ContactBan = false };
        facts = facts with { Secrecies = System.Collections.Immutable.ImmutableArray<Core.Consents.SecrecyFact>.Empty };

        Decider.Decide(request, facts, PolicyFolder.Book.Policies).Must.ShouldBe(CellSet.Empty);
        Decider.Decide(request, facts, Dated("bl-2025").Policies).Must.Contains(Cell.ChildSchooling).ShouldBeTrue();
    }

    [Theory]
    [InlineData("from: 2023-01-01", "from: undated", "bvl")]
    [InlineData("from: 2023-01-01", "from: 2023-01-01\n  replaced_by: nolaw", "nolaw")]
    public void Load_ActThatNoOneDates_IsAFaultThatNamesTheAct(string old, string text, string act)
    {
        using var book = new SmallBook();
        book.Write("rules/bvl.yaml", SmallBook.Duty.Replace(old, text, StringComparison.Ordinal));

        book.Faults().ShouldContain(fault => fault.Line >= 7 && fault.ToString().Contains($"'{act}'", StringComparison.Ordinal));
    }

    [Fact]
    public void Load_RuleWithItsOwnDateInAnActThatActsDate_IsAFault()
    {
        using var book = new SmallBook();
        book.Write("acts.yaml", "- { act: bvl, lovdata: LOV-2021-06-18-97, title: Barnevernsloven, in_force: undated }\n");

        book.Faults().ShouldContain(fault => fault.ToString().Contains("undated", StringComparison.Ordinal));
    }

    private static IEnumerable<PolicyCase> Cases() =>
        CaseLoader.Load(Path.Combine(PolicyFolder.Root, "cases"), PolicyFolder.Book).Cases;

    private static PolicyCase Case(string id) => Cases().Single(one => one.Id == id);

    private static List<string> Citations(PolicyBook book, DateOnly date)
    {
        var policyCase = Case("L18");
        var verdict = Decider.DecideTwice(policyCase.Request with { LawDate = date }, policyCase.Facts, book.Policies);
        return [.. verdict.Given(Cell.Incident).Citations.Select(citation => $"{citation.Act} {citation.Section}")];
    }

    /// <summary>A copy of the real book in which one act has its date, and nothing else is changed.</summary>
    private PolicyBook Dated(string act)
    {
        foreach (var file in Directory.GetFiles(PolicyFolder.Root, "*.yaml", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(PolicyFolder.Root, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            var lines = File.ReadAllLines(file).Select(line => line.StartsWith($"- {{ act: {act},", StringComparison.Ordinal)
                ? line.Replace("in_force: undated", $"in_force: {Start:yyyy-MM-dd}", StringComparison.Ordinal)
                : line);
            File.WriteAllLines(copy, lines);
        }

        var loaded = PolicyLoader.Load(folder);
        loaded.Faults.Select(fault => fault.ToString()).ShouldBeEmpty();
        return loaded.Book!;
    }
}
