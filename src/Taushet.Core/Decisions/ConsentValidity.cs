using System.Collections.Immutable;
using Taushet.Core.Consents;
using Taushet.Core.Policies;
using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Decisions;

/// <summary>Whether a recorded consent is specific, covers the request, and was given by all who must give it.</summary>
/// <remarks>
/// INVARIANT: validity is computed from the events, the facts and the law at each decision, never from a mark that some job has set.
/// </remarks>
internal static class ConsentValidity
{
    /// <summary>From this age a consent record without a hearing of the child is defective.</summary>
    private const int HeardFrom = 7;

    /// <summary>From this age a child's view has great weight: what it is against is not for a machine to open.</summary>
    private const int WeighsFrom = 12;

    /// <summary>Whether the consent names this holder, receiver and purpose on this date. A blanket consent names nothing.</summary>
    public static bool Covers(ConsentFact consent, Request request) =>
        request.LawDate >= consent.From
        && request.LawDate <= consent.To
        && request.Purpose.IsKnown
        && consent.Purposes.Contains(request.Purpose.Value)
        && Names(consent.Holders, request.Holder)
        && Names(consent.Receivers, request.Receiver);

    /// <summary>The cells the consent can open: of those it names, the ones that are its givers' to give.</summary>
    /// <remarks>
    /// INVARIANT: a consent covers only data on the person who gives it.
    /// INVARIANT: the guardians cannot consent to the release of what the child keeps from them.
    /// </remarks>
    public static CellSet CellsOf(ConsentFact consent, Request request, Facts facts)
    {
        var cells = consent.Cells - ConsentBounds.OnOthers;
        return ConsentGivers.Gave(consent, ConsentCapacity.Self) ? cells : cells - Secrecies.NotTheirsToGive(request, facts);
    }

    /// <summary>Writes the consent under test into its slots.</summary>
    public static void Read(ConsentFact consent, in Ladder ladder)
    {
        var vector = ladder.Vector;
        Read(consent, ladder.Request, ladder.Facts, vector);
        var complete = GiverRuleMet(consent, ladder.Request.LawDate, ladder.Policies, vector).Rule is not null;
        vector[FactSlot.ConsentComplete] = complete ? 1 : 0;
    }

    /// <summary>Writes what the consent under test is, but for whether it is complete.</summary>
    public static void Read(ConsentFact consent, Request request, Facts facts, FactVector vector)
    {
        vector[FactSlot.ConsentArea] = (int)consent.Area;
        vector[FactSlot.ConsentBySelf] = ConsentGivers.Gave(consent, ConsentCapacity.Self) ? 1 : 0;
        vector.Set(FactSlot.ConsentChildHeard, Heard(consent, facts.Age));
        vector.Set(FactSlot.ConsentKeptFromGuardians, Kept(consent, request, facts));
    }

    /// <summary>Takes the consent out of its slots again.</summary>
    public static void Clear(in Ladder ladder)
    {
        var vector = ladder.Vector;
        vector[FactSlot.ConsentArea] = FactVector.Unknown;
        vector[FactSlot.ConsentBySelf] = FactVector.Unknown;
        vector[FactSlot.ConsentChildHeard] = FactVector.Unknown;
        vector[FactSlot.ConsentComplete] = FactVector.Unknown;
        vector[FactSlot.ConsentKeptFromGuardians] = FactVector.Unknown;
    }

    /// <summary>The giver rule by which the consent is complete, and whether none could be for want of a fact.</summary>
    /// <returns>The rule or null; Open when there is none, but an unknown fact might make one hold.</returns>
    public static (GiverRule? Rule, bool Open) GiverRuleMet(
        ConsentFact consent,
        DateOnly date,
        PolicySet policies,
        FactVector vector)
    {
        var open = false;
        foreach (var giver in policies.Givers)
        {
            var inForce = date >= giver.From && (giver.To is null || date <= giver.To);
            if (!inForce || !giver.Concerns(consent.Area, consent.Purposes) || !ConsentGivers.Meet(consent, giver.Requires))
            {
                continue;
            }

            var truth = giver.When.Evaluate(vector);
            if (truth == Truth.True)
            {
                return (giver, Open: false);
            }

            open |= truth == Truth.Unknown;
        }

        return (null, open);
    }

    /// <summary>Whether the child was heard, or need not be.</summary>
    public static Known<bool> Heard(ConsentFact consent, Known<int> age)
    {
        // Who consents has been heard; its own consent is its view.
        if (ConsentGivers.Gave(consent, ConsentCapacity.Self))
        {
            return true;
        }

        var weighs = !age.IsKnown || age.Value >= WeighsFrom;
        if (consent.ChildAgainst && weighs)
        {
            return Known<bool>.Unknown;
        }

        return consent.ChildHeard ? true : age.IsKnown ? age.Value < HeardFrom : Known<bool>.Unknown;
    }

    /// <summary>Whether one of the parties named is this one.</summary>
    public static bool Names(ImmutableArray<ConsentParty> parties, PartyRef party)
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

    private static Known<bool> Kept(ConsentFact consent, Request request, Facts facts) =>
        facts.Secrecies.IsKnown
            ? !consent.Cells.IsEmpty && Secrecies.NotTheirsToGive(request, facts).Covers(consent.Cells)
            : Known<bool>.Unknown;
}
