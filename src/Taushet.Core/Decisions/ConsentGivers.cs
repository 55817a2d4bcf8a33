using Taushet.Core.Consents;
using Taushet.Core.Policies;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Decisions;

/// <summary>Who has given a consent, held against who must.</summary>
internal static class ConsentGivers
{
    /// <summary>Whether everyone a rule requires has given it.</summary>
    public static bool Meet(ConsentFact consent, GiverRequirement requires) => requires switch
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
        GiverRequirement.SelfAndOneParent => Gave(consent, ConsentCapacity.Self) && Parents(consent) >= 1,
        GiverRequirement.SelfAndGuardian => Gave(consent, ConsentCapacity.Self) && Gave(consent, ConsentCapacity.Guardian),
        GiverRequirement.SelfAndRepresentative => Gave(consent, ConsentCapacity.Self)
            && Gave(consent, ConsentCapacity.Representative),
        GiverRequirement.SelfAndBarnevern => Gave(consent, ConsentCapacity.Self) && Gave(consent, ConsentCapacity.Barnevern),
        GiverRequirement.NextOfKin => Gave(consent, ConsentCapacity.NextOfKin),
    };

    /// <summary>Whether somebody has given it in this capacity.</summary>
    public static bool Gave(ConsentFact consent, ConsentCapacity capacity)
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
}
