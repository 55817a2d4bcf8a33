using System.Collections.Immutable;
using Taushet.Core.Policies;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Explaining;

/// <summary>One thing that kept a rule from giving one cell. A rule with none gives it.</summary>
public abstract record Shortfall
{
    private Shortfall()
    {
    }

    /// <summary>The rule is for other flows.</summary>
    /// <param name="Meant">Those it is for.</param>
    public sealed record OtherFlow(MemberSet<Flow> Meant) : Shortfall;

    /// <summary>The rule is not in force on the law date.</summary>
    /// <param name="From">Its first day.</param>
    /// <param name="To">Its last day, or null.</param>
    public sealed record NotInForce(DateOnly From, DateOnly? To) : Shortfall;

    /// <summary>None of the bases that it needs is asserted or, for a duty, follows from what was stated.</summary>
    /// <param name="OneOf">The bases.</param>
    public sealed record NoBasis(MemberSet<Basis> OneOf) : Shortfall;

    /// <summary>The purpose is missing, or another.</summary>
    /// <param name="OneOf">The purposes.</param>
    public sealed record OtherPurpose(MemberSet<Purpose> OneOf) : Shortfall;

    /// <summary>The cell is not listed under a need that can justify it for the rule's purpose.</summary>
    /// <param name="Justifying">The needs that can; empty where none can for this receiver.</param>
    public sealed record NoNeed(MemberSet<Need> Justifying) : Shortfall;

    /// <summary>A part of its condition does not hold, or is not known to.</summary>
    /// <param name="Failed">The part.</param>
    public sealed record Fact(FailedCondition Failed) : Shortfall;

    /// <summary>The cell is outside the order, request or mandate that bounds the rule, or there is none.</summary>
    /// <param name="Within">What bounds it.</param>
    public sealed record OutsideScope(Scope Within) : Shortfall;

    /// <summary>The patient has objected, or whether is not known.</summary>
    /// <param name="Readable">Whether the objections could be read.</param>
    public sealed record Objected(bool Readable) : Shortfall;

    /// <summary>The child keeps it from those who would receive it, or whether it does is not known.</summary>
    /// <param name="Readable">Whether what the child keeps could be read.</param>
    public sealed record KeptByChild(bool Readable) : Shortfall;

    /// <summary>A shield, or danger to the child, closes the cell.</summary>
    /// <param name="Closes">The rule that closes it.</param>
    public sealed record Closed(Rule Closes) : Shortfall;

    /// <summary>The receiver is bound by no confidentiality, and the rule is not made for it.</summary>
    /// <param name="Limits">The rule that says so.</param>
    public sealed record UnboundReceiver(Rule Limits) : Shortfall;

    /// <summary>No recorded consent gives the cell.</summary>
    /// <param name="Givers">Who may give it: for the child as known, or everyone who might where that is not known.</param>
    /// <param name="ChildMustBeHeard">Whether the child is to be heard first.</param>
    /// <param name="Tried">The recorded consents, and what each lacks.</param>
    public sealed record NoConsent(
        ImmutableArray<GiverRule> Givers,
        bool ChildMustBeHeard,
        ImmutableArray<TriedConsent> Tried) : Shortfall;

    /// <summary>The law leaves it to the holder, which has not decided to give it.</summary>
    public sealed record HolderHasNotDecided : Shortfall;
}

/// <summary>A recorded consent that did not give a cell.</summary>
/// <param name="Id">The consent.</param>
/// <param name="CoversRequest">Whether it names this holder, receiver and purpose on this date.</param>
/// <param name="NamesCell">Whether it names the cell, and the cell is its givers' to give.</param>
/// <param name="Failed">What of it does not hold: its area, its givers, the hearing of the child.</param>
public sealed record TriedConsent(Guid Id, bool CoversRequest, bool NamesCell, ImmutableArray<FailedCondition> Failed)
{
    /// <summary>Whether it lacks nothing.</summary>
    public bool Gives => CoversRequest && NamesCell && Failed.IsEmpty;
}
