using System.Collections.Immutable;
using Taushet.Core.Policies;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Explaining;

/// <summary>A rule that could give a cell and did not, with everything it lacked.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Kind">In what way it would open the cell.</param>
/// <param name="Shortfalls">What it lacked; never empty.</param>
/// <param name="Obligations">What giver and receiver would have to do if it gave.</param>
public sealed record NearRule(Rule Rule, OpeningKind Kind, ImmutableArray<Shortfall> Shortfalls, MemberSet<Obligation> Obligations)
{
    /// <summary>The cases in which an order opens it; empty for what is no order of barnevern.</summary>
    public ImmutableArray<OrderCase> OrderCases { get; } = [.. ValuesOf(Rule.When, FactSlot.OrderCase).Select(number => (OrderCase)number)];

    /// <summary>The values a condition asks of a fact where it asks for it and does not deny it.</summary>
    internal static IEnumerable<int> ValuesOf(Condition condition, FactSlot slot) => condition switch
    {
        Condition.All all => all.Parts.SelectMany(part => ValuesOf(part, slot)),
        Condition.Any any => any.Parts.SelectMany(part => ValuesOf(part, slot)),
        Condition.In test when test.Slot == slot => test.Values,
        _ => [],
    };
}

/// <summary>In what way a rule opens.</summary>
public enum OpeningKind
{
    /// <summary>A duty that the holder has on its own initiative.</summary>
    HoldersDuty,

    /// <summary>A duty that an order, request or mandate of the receiver makes.</summary>
    Order,

    /// <summary>Another duty: an information right, a duty that follows from the case.</summary>
    OtherDuty,

    /// <summary>The receiver may collect.</summary>
    Collection,

    /// <summary>The holder may choose to give.</summary>
    HoldersChoice,

    /// <summary>A human at the holder answers.</summary>
    Human,

    /// <summary>Consent or permission.</summary>
    Consent,

    /// <summary>Discussion without saying who the child is.</summary>
    AnonymisedDiscussion,
}
