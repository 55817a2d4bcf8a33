using System.Buffers;
using System.Collections.Immutable;
using Taushet.Core.Policies;
using Taushet.Core.Requests;

namespace Taushet.Core.Decisions;

/// <summary>The decision: a pure function of request, facts and policy set; the instant is the request's law date.</summary>
/// <remarks>It reads the ladder of the law from top to bottom. Necessity, step 9, bounds each opening as it is made.</remarks>
public static class Decider
{
    /// <summary>Decides twice: with the facts, and without any.</summary>
    public static Verdict DecideTwice(Request request, Facts facts, PolicySet policies) =>
        new(Decide(request, facts, policies), Decide(request, Facts.None, policies));

    /// <summary>Decides one request for one set of facts.</summary>
    public static Decision Decide(Request request, Facts facts, PolicySet policies)
    {
        var room = ArrayPool<Rule>.Shared.Rent(Candidates.RoomFor(request, policies));
        var candidates = Candidates.Of(request, policies, room);
        var scratch = ArrayPool<AppliedRule>.Shared.Rent(candidates.Count);
        Span<int> slots = stackalloc int[FactVector.Size];
        var vector = new FactVector(slots);
        FactReader.Read(request, facts, vector);
        var ladder = new Ladder(request, facts, policies, vector, candidates, scratch);
        var relied = Climb(ref ladder);
        var decision = Conclude(ref ladder, relied);
        ArrayPool<AppliedRule>.Shared.Return(scratch, clearArray: false);
        ArrayPool<Rule>.Shared.Return(room, clearArray: false);
        return decision;
    }

    private static ImmutableArray<Guid> Climb(ref Ladder ladder)
    {
        Duties.Climb(ref ladder);
        FactReader.EndPresumption(ladder.Request, ladder.Facts, ladder.Vector);
        RoutingShields.Climb(ref ladder);
        SoftShields.Climb(ref ladder);
        Recipients.Climb(ref ladder);
        Openings.Climb(ref ladder, Step.Opening);
        var relied = ConsentStep.Climb(ref ladder);
        Openings.Climb(ref ladder, Step.Anonymised);
        Defaults.Climb(ref ladder);
        Endangerment.Climb(ref ladder);
        ladder.HolderDecided = HolderChoice.Of(ladder.Request, ladder.Facts);
        Obligations.Climb(ref ladder);
        return relied;
    }

    private static Decision Conclude(ref Ladder ladder, ImmutableArray<Guid> relied)
    {
        // INVARIANT: MUST over MAY over WITHHOLD on one cell.
        var may = ladder.MayOnRequest - ladder.Must;
        var byHolder = ladder.HolderMayGive - ladder.Must - may;
        var opened = ladder.Must | may | byHolder;
        var whole = ladder.OpenedWhole | (ladder.HolderMayGiveWhole & (byHolder | ladder.HolderDecided));

        // What waits for the holder's choice is not answered yet: a human who must answer it still must.
        var answered = ladder.Must | may | (byHolder & ladder.HolderDecided);
        return new Decision
        {
            Asked = ladder.Request.Needs.All | ladder.Must,
            Must = ladder.Must,
            ByHand = ladder.ByHand,
            ByHandInSilence = ladder.ByHandInSilence,
            MayOnRequest = may,
            HolderMayGive = byHolder,
            HolderDecided = ladder.HolderDecided,
            LeftToHolder = ladder.LeftToHolder,
            RoutedToHuman = ladder.RoutedToHuman - answered,
            Relevant = opened - whole,
            ClosedTraits = ladder.ClosedTraits,
            Obligations = ladder.Obligations,
            Applied = [.. ladder.Applied],
            ReliedConsents = relied,
        };
    }
}
