using System.Collections.Immutable;
using Taushet.Core.Consents;
using Taushet.Core.Policies;
using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Decisions;

/// <summary>Whether a recorded consent is specific, covers the request, and was given by all who must give it.</summary>
internal static class ConsentValidity
{
    /// <summary>From this age a consent record without a hearing of the child is defective.</summary>
    private const int HeardFrom = 7;

    /// <summary>Whether the consent names this holder, receiver and purpose on this date. A blanket consent names nothing.</summary>
    public static bool Covers(ConsentFact consent, Request request) =>
        request.LawDate >= consent.From
        && request.LawDate <= consent.To
        && request.Purpose.IsKnown
        && consent.Purposes.Contains(request.Purpose.Value)
        && Names(consent.Holders, request.Holder)
        && Names(consent.Receivers, request.Receiver);

    /// <summary>Writes the consent under test into its slots.</summary>
    public static void Read(ConsentFact consent, in Ladder ladder)
    {
        var vector = ladder.Vector;
        vector[FactSlot.ConsentArea] = (int)consent.Area;
        vector[FactSlot.ConsentBySelf] = Gave(consent, ConsentCapacity.Self) ? 1 : 0;
        vector.Set(FactSlot.ConsentChildHeard, Heard(consent, ladder.Facts.Age));
        vector[FactSlot.ConsentComplete] = IsComplete(consent, ladder) ? 1 : 0;
    }

    /// <summary>Takes the consent out of its slots again.</summary>
    public static void Clear(in Ladder ladder)
    {
        var vector = ladder.Vector;
        vector[FactSlot.ConsentArea] = FactVector.Unknown;
        vector[FactSlot.ConsentBySelf] = FactVector.Unknown;
        vector[FactSlot.ConsentChildHeard] = FactVector.Unknown;
        vector[FactSlot.ConsentComplete] = FactVector.Unknown;
    }

    private static Known<bool> Heard(ConsentFact consent, Known<int> age)
    {
        if (consent.ChildHeard)
        {
            return true;
        }

        return age.IsKnown ? age.Value < HeardFrom : Known<bool>.Unknown;
    }

    private static bool IsComplete(ConsentFact consent, in Ladder ladder)
    {
        foreach (var giver in ladder.Policies.Givers)
        {
            var inForce = ladder.Request.LawDate >= giver.From && (giver.To is null || ladder.Request.LawDate <= giver.To);
            if (inForce
                && giver.Areas.Contains(consent.Area)
                && giver.When.Evaluate(ladder.Vector) == Truth.True
                && Meets(consent, giver.Requires))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Meets(ConsentFact consent, GiverRequirement requires) => requires switch
    {
        GiverRequirement.Self => Gave(consent, ConsentCapacity.Self),
        GiverRequirement.BothParents => Parents(consent) >= 2,
        GiverRequirement.OneParent => Parents(consent) >= 1,
        GiverRequirement.HomeParent => HomeParentGave(consent),
        GiverRequirement.BarnevernAndCarer => Gave(consent, ConsentCapacity.Barnevern)
            && Gave(consent, ConsentCapacity.FosterParentOrInstitution),
        GiverRequirement.Barnevern => Gave(consent, ConsentCapacity.Barnevern),
        GiverRequirement.Guardian => Gave(consent, ConsentCapacity.Guardian),
        GiverRequirement.Representative => Gave(consent, ConsentCapacity.Representative),
        GiverRequirement.SelfAndBothParents => Gave(consent, ConsentCapacity.Self) && Parents(consent) >= 2,
    };

    private static bool Gave(ConsentFact consent, ConsentCapacity capacity)
    {
        foreach (var giver in consent.Givers)
        {
            if (giver.Capacity == capacity)
            {
                return true;
            }
        }

        return false;
    }

    private static int Parents(ConsentFact consent)
    {
        var count = 0;
        foreach (var giver in consent.Givers)
        {
            count += giver.Capacity == ConsentCapacity.ParentWithResponsibility ? 1 : 0;
        }

        return count;
    }

    private static bool HomeParentGave(ConsentFact consent)
    {
        foreach (var giver in consent.Givers)
        {
            if (giver is { Capacity: ConsentCapacity.ParentWithResponsibility, LivesWithChild: true })
            {
                return true;
            }
        }

        return false;
    }

    private static bool Names(ImmutableArray<ConsentParty> parties, PartyRef party)
    {
        foreach (var named in parties)
        {
            var service = named.Service == party.Service;
            if (service && (named.Organisation.Length == 0 || named.Organisation == party.Organisation))
            {
                return true;
            }
        }

        return false;
    }
}
