using System.Collections.Immutable;
using Taushet.Core.Policies;
using Taushet.Core.Vocabulary;
using Taushet.Policies.Assurance.Mutation;
using Taushet.Policies.Cases;

namespace Taushet.Assurance.Tests;

public sealed class MutationTests
{
    private static readonly PolicySet Policies = PolicyFolder.Book.Policies;

    private static readonly Rule Report = Policies.Rules.Single(rule => rule.Id == "bvl-13-2-a-report");

    private static readonly ImmutableArray<PolicyCase> Cases = CaseLoader.Load(Path.Combine(PolicyFolder.Root, "cases"), PolicyFolder.Book).Cases;

    [Fact]
    public void Of_ARule_EveryMutantDiffersInOnePlace()
    {
        var mutants = RuleMutations.Of(Report).ToList();

        mutants.ShouldAllBe(mutant => mutant.Changed != Report && mutant.Changed.Id == Report.Id);
        mutants.ShouldContain(mutant => mutant.Kind == MutationKind.ConditionDropped && mutant.What.StartsWith("child"));
        mutants.ShouldContain(mutant => mutant.Kind == MutationKind.BoundMoved && mutant.Changed.When != Report.When);
        mutants.Count(mutant => mutant.Kind is MutationKind.CellAdded or MutationKind.CellDropped).ShouldBe(Codes<Cell>.Members.Count);
        mutants.ShouldContain(mutant => mutant.Kind == MutationKind.OutcomeChanged && mutant.Changed.Outcome == Outcome.RouteToHuman);
        mutants.ShouldContain(mutant => mutant.Kind == MutationKind.PartyDropped && !mutant.Changed.Holders.Contains(Service.ChildHealthCentre));
    }

    [Fact]
    public void Try_ASampleOfMutants_TellsWhoNoticedEach()
    {
        var mutation = new PolicyMutation(Policies, Cases);

        var results = mutation.Try(mutation.Mutants(sample: 250, seed: 4));

        results.Length.ShouldBe(250);
        results.ShouldContain(result => result.Case != null && Cases.Any(found => found.Id == result.Case));
        results.Where(result => result.Fate == MutantFate.Survived).Count().ShouldBeLessThan(8);
        results.ShouldContain(result => result.Case == null && result.Table);
    }

    [Fact]
    public void Try_ARuleGivesMoreOrOnAnotherCondition_TheTableNoticesIt()
    {
        var more = Report with { Cells = Report.Cells | CellSet.Of(Cell.ThirdPersonChildren) };
        var later = Report with { When = new Condition.All([Report.When, new Condition.Between(FactSlot.Age, 0, 16)]) };

        new PolicyMutation(Policies, []).Try([Mutant(more), Mutant(later)]).ShouldAllBe(result => result.Table);
    }

    [Fact]
    public void Try_WhatIsAddedCanNeverBeNecessary_IsTheSameLaw()
    {
        var drafts = Report with { Cells = Report.Cells | CellSet.Of(Cell.InternalDraft) };

        new PolicyMutation(Policies, Cases).Try([Mutant(drafts)]).Single().Same.ShouldBe(Sameness.NeverNecessary);
    }

    private static Mutant Mutant(Rule changed) => new(MutationKind.CellAdded, "changed", Report, changed);
}
