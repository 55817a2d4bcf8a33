using System.Collections.Immutable;
using Taushet.Core.Policies;
using Taushet.Core.Vocabulary;

namespace Taushet.Policies.Cases;

/// <summary>
/// What a case expects: outcomes, extents and by-hand exactly, over all cells of the vocabulary; citations, obligations
/// and routes at least.
/// </summary>
public sealed record CaseExpectation
{
    /// <summary>Owed, by hand included.</summary>
    public CellSet Must { get; init; }

    /// <summary>Released on request.</summary>
    public CellSet MayOnRequest { get; init; }

    /// <summary>Released under a recorded decision of the holder.</summary>
    public CellSet MayByHolder { get; init; }

    /// <summary>For a human.</summary>
    public CellSet RouteToHuman { get; init; }

    /// <summary>Of what is given: extent RELEVANT. All else that is given has extent ALL.</summary>
    public CellSet Relevant { get; init; }

    /// <summary>Of what is owed: carried by hand.</summary>
    public CellSet ByHand { get; init; }

    /// <summary>Of what is carried by hand: what the one who pulls is not told of.</summary>
    public CellSet ByHandInSilence { get; init; }

    /// <summary>Citations that must be there; more are allowed.</summary>
    public ImmutableArray<Citation> Citations { get; init; } = [];

    /// <summary>Obligations that must be there; more are allowed.</summary>
    public MemberSet<Obligation> Obligations { get; init; }

    /// <summary>Obligations that must not be there.</summary>
    public MemberSet<Obligation> WithoutObligations { get; init; }

    /// <summary>Routes that must be there; more are allowed.</summary>
    public MemberSet<Route> Routes { get; init; }

    /// <summary>The expected outcome of a cell; WITHHOLD when no list names it.</summary>
    public Outcome OutcomeOf(Cell cell) =>
        Must.Contains(cell) ? Outcome.Must
        : MayOnRequest.Contains(cell) ? Outcome.MayOnRequest
        : MayByHolder.Contains(cell) ? Outcome.MayByHolder
        : RouteToHuman.Contains(cell) ? Outcome.RouteToHuman
        : Outcome.Withhold;

    /// <summary>The expected extent of a cell that is given.</summary>
    public Extent ExtentOf(Cell cell) => Relevant.Contains(cell) ? Extent.Relevant : Extent.All;
}
