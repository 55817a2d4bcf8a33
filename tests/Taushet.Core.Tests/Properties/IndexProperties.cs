using FsCheck;
using FsCheck.Fluent;
using Taushet.Core.Decisions;
using Taushet.Core.Policies;
using Taushet.Core.Tests.Building;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Tests.Properties;

/// <summary>The index finds what a search through every rule finds: it changes what a decision costs and nothing else.</summary>
public sealed class IndexProperties
{
    // Days around the law date on which a rule begins, and how long it lasts; 0 is for ever.
    private static readonly Gen<(int From, int Days)[]> Spans = Gen.ArrayOf(
        from start in Gen.Choose(-3, 3)
        from days in Gen.Frequency((2, Gen.Constant(0)), (1, Gen.Choose(1, 4)))
        select (start, days),
        64);

    // INVARIANT: the index leaves out no rule that could apply.
    [Fact]
    public void IndexedAndOneByOne_DecideTheSame() => AnyWorld.HoldsWith(Spans, (world, spans) =>
    {
        var dated = world.With(world.Rules.Select((rule, n) => Dated(rule, spans[n % spans.Length])));
        return Told.Of(Decider.Decide(dated.Request, dated.Facts, dated.Law))
            == Told.Of(Decider.Decide(dated.Request, dated.Facts, dated.Law.WithoutIndex()));
    });

    [Fact]
    public void DutiesWithABasis_AreFoundByWhatIsStated() => AnyWorld.HoldsWith(AnyRule.SomeBases, (world, bases) =>
    {
        var based = world.With(world.Rules.Select(rule => rule.Step is Step.Duty or Step.Notice
            ? rule with { Bases = rule.Id.EndsWith('1') ? MemberSet<Basis>.Of(Basis.DutyToReport, Basis.BarnevernOrder) : bases }
            : rule));
        return Told.Of(based.Decide()) == Told.Of(Decider.Decide(based.Request, based.Facts, based.Law.WithoutIndex()));
    });

    [Fact]
    public void MoreThanSixtyFourRulesOfOnePair_AreAllFound()
    {
        var duties = Enumerable.Range(0, 200).Select(n => Rules.Duty($"d{n:D3}", Cell.Incident)).ToArray();

        Law.Of(duties).Decides(Asks.Pull(Cell.Incident)).Applied.Length.ShouldBe(200);
    }

    private static Rule Dated(Rule rule, (int From, int Days) span)
    {
        var from = Asks.LawDate.AddDays(span.From);
        return rule with { From = from, To = span.Days == 0 ? null : from.AddDays(span.Days - 1) };
    }
}
