using System.Collections.Immutable;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Policies;

/// <summary>One rule of law as data. The loader has validated it; the decider trusts it.</summary>
public sealed record Rule
{
    /// <summary>Unique id: act, section and a word ("bvl-13-4-order").</summary>
    public required string Id { get; init; }

    /// <summary>Title in bokmål.</summary>
    public required string Title { get; init; }

    /// <summary>Reason text in bokmål: active voice, with the next step.</summary>
    public required string Reason { get; init; }

    /// <summary>The rung it stands on.</summary>
    public required Step Step { get; init; }

    /// <summary>The law it states; at least one.</summary>
    public required ImmutableArray<Citation> Citations { get; init; }

    /// <summary>How well the law is established.</summary>
    public required Confidence Confidence { get; init; }

    /// <summary>First day in force.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day in force, or null.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Holders it binds or serves.</summary>
    public required ServiceSet Holders { get; init; }

    /// <summary>Receivers it concerns.</summary>
    public required ServiceSet Receivers { get; init; }

    /// <summary>Flows it concerns.</summary>
    public required MemberSet<Flow> Flows { get; init; }

    /// <summary>Bases one of which must be asserted (openings) or invoked (duties); empty: none need be.</summary>
    public MemberSet<Basis> Bases { get; init; }

    /// <summary>Purposes one of which an opening needs. A duty names the one whose needs bound it.</summary>
    public MemberSet<Purpose> Purposes { get; init; }

    /// <summary>Whether the holder invokes it on own initiative: it then applies unless a known fact makes it False.</summary>
    public bool OwnInitiative { get; init; }

    /// <summary>What must hold.</summary>
    public Condition When { get; init; } = Condition.Always;

    /// <summary>Cells it opens in full, or closes. Of an obligation: those it comes with; empty: any.</summary>
    public CellSet Cells { get; init; }

    /// <summary>Cells it opens for entries labelled relevant; the only way to name a softly shielded cell.</summary>
    public CellSet Relevant { get; init; }

    /// <summary>Cells of a duty that are always necessary, listed or not.</summary>
    public CellSet AlwaysNecessary { get; init; }

    /// <summary>What else bounds what it opens.</summary>
    public Scope Within { get; init; }

    /// <summary>The outcome of what it opens. Shields and bases: <see cref="Outcome.Withhold"/>.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>
    /// Whether an objection (hpl § 29) closes what it opens; unreadable objections close it too. A duty towards the guardians that
    /// yields, yields instead to what the child keeps from them (pbrl § 3-4); what is no duty does so in any case.
    /// </summary>
    public bool YieldsToObjection { get; init; }

    /// <summary>Traits whose leaves it closes (routing shields).</summary>
    public MemberSet<Trait> ClosesTraits { get; init; }

    /// <summary>For an obligation: the rules it comes with; empty: any that gives something.</summary>
    public ImmutableArray<string> ComesWith { get; init; } = [];

    /// <summary>What giver and receiver must do.</summary>
    public MemberSet<Obligation> Obligations { get; init; }

    /// <summary>What would open what it does not.</summary>
    public MemberSet<Route> Routes { get; init; }

    /// <summary>Whether it is a shield that closes every cell: it then hangs on the child alone, whatever was asked.</summary>
    public bool IsBlanketShield => Step is Step.RoutingShield or Step.SoftShield && Cells == CellSet.All;

    /// <summary>Whether the rule is in force on a date.</summary>
    public bool InForceOn(DateOnly date) => date >= From && (To is null || date <= To);
}
