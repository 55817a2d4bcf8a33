using Taushet.Core.Policies;

namespace Taushet.Policies.Assurance.Mutation;

/// <summary>How a rule was changed.</summary>
public enum MutationKind
{
    /// <summary>A part of the condition was left out.</summary>
    ConditionDropped,

    /// <summary>A part of the condition was turned round.</summary>
    ConditionFlipped,

    /// <summary>A bound was moved by one.</summary>
    BoundMoved,

    /// <summary>A cell was added.</summary>
    CellAdded,

    /// <summary>A cell was left out.</summary>
    CellDropped,

    /// <summary>The outcome was changed.</summary>
    OutcomeChanged,

    /// <summary>A holder or receiver was left out.</summary>
    PartyDropped,

    /// <summary>The first or last day was moved by a day.</summary>
    DateMoved,

    /// <summary>A flow was left out.</summary>
    FlowDropped,

    /// <summary>A basis was left out.</summary>
    BasisDropped,

    /// <summary>A purpose was left out.</summary>
    PurposeDropped,

    /// <summary>A cell that is always owed, or what else bounds or marks what the rule opens, was changed.</summary>
    BoundChanged,

    /// <summary>A rule that it comes with, or lets through, was left out.</summary>
    CarrierDropped,

    /// <summary>Something that giver or receiver must do was left out.</summary>
    ObligationDropped,

    /// <summary>A trait that it closes was left out.</summary>
    TraitDropped,

    /// <summary>Another must consent.</summary>
    GiverChanged,

    /// <summary>An area of consent was added or left out.</summary>
    AreaChanged,
}

/// <summary>A rule with one change.</summary>
/// <param name="Kind">How it was changed.</param>
/// <param name="What">The change, in words.</param>
/// <param name="Original">The rule as it stands in the book.</param>
/// <param name="Changed">The rule as changed.</param>
public sealed record Mutant(MutationKind Kind, string What, Rule Original, Rule Changed);
