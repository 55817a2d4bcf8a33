using Taushet.Core.Policies;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Decisions;

/// <summary>Step 10: danger to the child closes fields towards private receivers, owed or not. Never towards a service.</summary>
internal static class Endangerment
{
    private static readonly ServiceSet PrivateReceivers = ServiceSet.Of(
        Service.ParentWithResponsibility,
        Service.ParentWithoutResponsibility,
        Service.Child,
        Service.FosterParentOrInstitution,
        Service.PrivatePerson);

    /// <summary>Whether a receiver is a private one.</summary>
    public static bool IsPrivate(Service receiver) => PrivateReceivers.Contains(receiver);

    public static void Climb(ref Ladder ladder)
    {
        // INVARIANT: the endangerment step never changes what a service receives under a duty.
        if (!IsPrivate(ladder.Request.Receiver.Service))
        {
            return;
        }

        foreach (var rule in ladder.RulesOf(Step.Endangerment))
        {
            if (ladder.IsNotFalse(rule))
            {
                ladder.Must -= rule.Cells;
                ladder.MayOnRequest -= rule.Cells;
                ladder.HolderMayGive -= rule.Cells;
                ladder.Obligations |= rule.Obligations;
                ladder.ClosedTraits |= rule.ClosesTraits;
                ladder.Note(rule, rule.Cells);
            }
        }

        // Towards a private receiver with an information right a shielded field is closed, not carried by hand.
        ladder.Must -= ladder.ByHand;
        ladder.ByHand = CellSet.Empty;
    }
}
