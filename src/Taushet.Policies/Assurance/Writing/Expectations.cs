using Taushet.Core.Decisions;
using Taushet.Core.Vocabulary;
using Taushet.Policies.Assurance.Spec;
using Taushet.Policies.Cases;

namespace Taushet.Policies.Assurance.Writing;

/// <summary>What a written case expects.</summary>
public static class Expectations
{
    /// <summary>What the specification says: the case fails as long as the decider says otherwise.</summary>
    public static CaseExpectation Of(SpecDecision wanted) => new()
    {
        Must = Cells(wanted, cell => cell.Outcome == Outcome.Must),
        MayOnRequest = Cells(wanted, cell => cell.Outcome == Outcome.MayOnRequest),
        MayByHolder = Cells(wanted, cell => cell.Outcome == Outcome.MayByHolder),
        RouteToHuman = Cells(wanted, cell => cell.Outcome == Outcome.RouteToHuman),
        Relevant = Cells(wanted, cell => cell.Relevant && cell.Outcome is not (Outcome.Withhold or Outcome.RouteToHuman)),
        ByHand = Cells(wanted, cell => cell.ByHand),
        ByHandInSilence = Cells(wanted, cell => cell.InSilence),
        Obligations = MemberSet<Obligation>.Of([.. wanted.Obligations]),
    };

    /// <summary>What the decider says: the case passes, and shows what the finding is about.</summary>
    public static CaseExpectation Of(Decision decision) => new()
    {
        Must = decision.Must,
        MayOnRequest = decision.MayOnRequest,
        MayByHolder = decision.HolderMayGive & decision.HolderDecided,
        RouteToHuman = decision.RoutedToHuman,
        Relevant = decision.Relevant & (decision.Must | decision.MayOnRequest | (decision.HolderMayGive & decision.HolderDecided)),
        ByHand = decision.ByHand,
        ByHandInSilence = decision.ByHandInSilence,
    };

    private static CellSet Cells(SpecDecision wanted, Func<SpecCell, bool> which) =>
        CellSet.Of([.. wanted.Cells.Where(which).Select(cell => cell.Cell)]);
}
