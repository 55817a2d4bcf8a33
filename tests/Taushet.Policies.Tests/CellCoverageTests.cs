using Taushet.Core.Vocabulary;
using Taushet.Policies.Cases;

namespace Taushet.Policies.Tests;

/// <summary>Over the whole book each cell is given in one case and withheld, though asked for, in another.</summary>
public sealed class CellCoverageTests
{
    /// <summary>What nobody gives by machine: a human carries it (8.2, B1, B5 and B6).</summary>
    private static readonly CellSet ByHandOnly = CellSet.Of(Cell.GradedAddress, Cell.Adoption, Cell.PrivateReporter);

    /// <summary>What no rule opens: drafts (B9), and the methods and sources of the police (B7).</summary>
    private static readonly CellSet Never = CellSet.Of(Cell.InternalDraft, Cell.InvestigationTactics);

    private static readonly IReadOnlyList<CaseResult> Results = CaseRunner
        .Run(CaseLoader.Load(Path.Combine(PolicyFolder.Root, "cases"), PolicyFolder.Book).Cases, PolicyFolder.Book.Policies)
        .Results;

    [Fact]
    public void Cells_EveryOneThatMayLeaveByMachine_IsReleasedInSomeCase() =>
        Missing(CellSet.All - ByHandOnly - Never, result => result.Verdict.WithFacts.Released).ShouldBe(CellSet.Empty);

    [Fact]
    public void Cells_EveryRoutingShieldedOne_IsOwedByHandInSomeCase() =>
        Missing(ByHandOnly, result => result.Verdict.WithFacts.ByHand).ShouldBe(CellSet.Empty);

    [Fact]
    public void Cells_EveryOne_IsAskedForAndWithheldInSomeCase() =>
        Missing(CellSet.All, Withheld).ShouldBe(CellSet.Empty);

    [Fact]
    public void Cells_WhatNoRuleOpens_IsReleasedInNoCase() =>
        Results.ShouldAllBe(result => !result.Verdict.WithFacts.Released.Meets(Never | ByHandOnly));

    private static CellSet Withheld(CaseResult result)
    {
        var decision = result.Verdict.WithFacts;
        return Codes<Cell>.Members
            .Where(cell => decision.Asked.Contains(cell) && decision.OutcomeOf(cell) == Outcome.Withhold)
            .Aggregate(CellSet.Empty, (cells, cell) => cells | CellSet.Of(cell));
    }

    private static CellSet Missing(CellSet wanted, Func<CaseResult, CellSet> of) =>
        Results.Aggregate(wanted, (missing, result) => missing - of(result));
}
