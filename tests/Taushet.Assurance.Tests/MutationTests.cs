using Taushet.Core.Policies;
using Taushet.Core.Vocabulary;
using Taushet.Policies.Assurance.Mutation;
using Taushet.Policies.Cases;

namespace Taushet.Assurance.Tests;

public sealed class MutationTests
{
    private static readonly PolicySet Policies = PolicyFolder.Book.Policies;

    private static readonly Rule Report = Policies.Rules.Single(rule => rule.Id == "bvl-13-2-a-report");

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
    public void Run_ASampleOfMutants_TellsWhichCaseNoticedEach()
    {
        var cases = CaseLoader.Load(Path.Combine(PolicyFolder.Root, "cases"), PolicyFolder.Book).Cases;

        var results = PolicyMutation.Run(Policies, cases, sample: 150, seed: 4);

        results.Length.ShouldBe(150);
        results.ShouldContain(result => result.Fate == MutantFate.CaughtByCase);
        results.Where(result => result.Fate == MutantFate.CaughtByCase).ShouldAllBe(result => cases.Any(found => found.Id == result.By));
    }
}
