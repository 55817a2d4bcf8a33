using System.Collections.Immutable;
using Taushet.Core.Consents;
using Taushet.Core.Vocabulary;

namespace Taushet.Storage.Wishes;

/// <summary>
/// Where a wish stands after its events, in their order: who has given it and not withdrawn, and whether it has ended.
/// </summary>
/// <remarks>
/// Doubt narrows. When somebody withdraws a consent who has not given it, nobody stands by it any longer; an objection or a
/// secrecy, which close, are only withdrawn by one who gave them. Expiry, lapse and replacement end a wish for good.
/// </remarks>
internal sealed class WishHistory(WishKind kind)
{
    private readonly List<(WishGiver Id, ConsentGiver Giver)> standing = [];
    private bool ended;

    /// <summary>Those who stand by it, in the order in which they first gave it; none when it has ended.</summary>
    public ImmutableArray<ConsentGiver> Standing => ended ? [] : [.. standing.Select(entry => entry.Giver)];

    /// <summary>The same history, to go on with apart from this one.</summary>
    public WishHistory Copy()
    {
        var copy = new WishHistory(kind) { ended = ended };
        copy.standing.AddRange(standing);
        return copy;
    }

    /// <summary>Takes the next event.</summary>
    /// <param name="happened">What happened.</param>
    /// <param name="id">Tells the giver from other givers.</param>
    /// <param name="giver">The giver; null only for expiry and lapse.</param>
    public void Take(ConsentEventKind happened, WishGiver id, ConsentGiver? giver)
    {
        _ = happened switch
        {
            ConsentEventKind.Given or ConsentEventKind.Confirmed => Give(id, giver),
            ConsentEventKind.Withdrawn => Withdraw(id),
            ConsentEventKind.Expired or ConsentEventKind.Lapsed or ConsentEventKind.Replaced => ended = true,
        };
    }

    private bool Give(WishGiver id, ConsentGiver? giver)
    {
        var value = giver ?? throw new StoredValueException("A stored event lacks its giver.");
        var place = standing.FindIndex(entry => entry.Id == id);
        if (place < 0)
        {
            standing.Add((id, value));
        }
        else
        {
            standing[place] = (id, value);
        }

        return true;
    }

    private bool Withdraw(WishGiver id)
    {
        var known = standing.RemoveAll(entry => entry.Id == id) > 0;
        if (!known && kind == WishKind.Consent)
        {
            standing.Clear();
        }

        return true;
    }
}

/// <summary>Tells one giver of a wish from another.</summary>
/// <param name="Capacity">In what capacity; null for expiry and lapse.</param>
/// <param name="Mark">The giver's mark in this wish, hex; empty when the giver has no number, such as barnevern.</param>
internal readonly record struct WishGiver(ConsentCapacity? Capacity, string Mark);
