using System.Collections.Immutable;
using Taushet.Core.Policies;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Decisions;

/// <summary>What the law says of one request for one set of facts. A value; see <see cref="Explanation"/> for one cell.</summary>
public sealed record Decision
{
    /// <summary>Every cell the request listed, and what a duty owes whether listed or not.</summary>
    public required CellSet Asked { get; init; }

    /// <summary>Owed. Includes what goes by hand.</summary>
    public CellSet Must { get; init; }

    /// <summary>Owed, but kept from the machine by a routing shield: a human gives it now.</summary>
    public CellSet ByHand { get; init; }

    /// <summary>
    /// Of what goes by hand: what the one who pulls must not be told of, since the child is under a blanket shield. The
    /// holder gives it by hand all the same.
    /// </summary>
    public CellSet ByHandInSilence { get; init; }

    /// <summary>Of what goes by hand: what the answer says goes by hand.</summary>
    /// <remarks>INVARIANT: under a blanket shield a pull is answered with silence, also where something is owed by hand.</remarks>
    public CellSet ByHandTold => ByHand - ByHandInSilence;

    /// <summary>Open to the receiver's collection or by consent.</summary>
    public CellSet MayOnRequest { get; init; }

    /// <summary>Open to the holder's choice, whether or not the holder has decided.</summary>
    public CellSet HolderMayGive { get; init; }

    /// <summary>What the holder has decided to give, by a standing decision or a named employee.</summary>
    public CellSet HolderDecided { get; init; }

    /// <summary>
    /// What the asserted bases leave to the holder if they hold, whatever closes it: of such a cell a refusal says that the holder can
    /// be asked. Without facts it depends on the request alone.
    /// </summary>
    public CellSet LeftToHolder { get; init; }

    /// <summary>What a human must answer.</summary>
    public CellSet RoutedToHuman { get; init; }

    /// <summary>Of the given cells: those of which only entries labelled relevant are given.</summary>
    public CellSet Relevant { get; init; }

    /// <summary>Traits whose leaves are closed, whatever their cell.</summary>
    public MemberSet<Trait> ClosedTraits { get; init; }

    /// <summary>What giver and receiver must do.</summary>
    public MemberSet<Obligation> Obligations { get; init; }

    /// <summary>The rules that applied, in the order of the ladder, each with the cells it speaks of.</summary>
    public ImmutableArray<AppliedRule> Applied { get; init; } = [];

    /// <summary>The consents that opened something, for the entry.</summary>
    public ImmutableArray<Guid> ReliedConsents { get; init; } = [];

    /// <summary>What the gateway releases by machine.</summary>
    public CellSet Released => (Must - ByHand) | MayOnRequest | (HolderMayGive & HolderDecided);

    /// <summary>The outcome of a cell.</summary>
    public Outcome OutcomeOf(Cell cell) =>
        Must.Contains(cell) ? Outcome.Must
        : MayOnRequest.Contains(cell) ? Outcome.MayOnRequest
        : HolderMayGive.Contains(cell) && HolderDecided.Contains(cell) ? Outcome.MayByHolder
        : RoutedToHuman.Contains(cell) ? Outcome.RouteToHuman
        : Outcome.Withhold;

    /// <summary>The extent of a cell's outcome.</summary>
    public Extent ExtentOf(Cell cell) => Relevant.Contains(cell) ? Extent.Relevant : Extent.All;
}

/// <summary>A rule that applied, with the cells it speaks of.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Cells">The cells.</param>
/// <param name="Near">Whether the rule did not open but would if its unknown facts held: it only tells a route.</param>
public readonly record struct AppliedRule(Rule Rule, CellSet Cells, bool Near);
