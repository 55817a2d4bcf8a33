using Taushet.Core.Consents;
using Taushet.Core.Policies;
using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;

namespace Taushet.Policies.Assurance.Spec;

/// <summary>When a recorded consent counts (law 7): specific, in time, given by all who must, and only over what is theirs.</summary>
internal sealed class SpecConsents(PolicySet policies)
{
    private const int HeardFrom = 7;
    private const int WeighsFrom = 12;

    /// <summary>Whether it names this holder, receiver and purpose, on this day.</summary>
    public static bool Covers(ConsentFact consent, Request request) =>
        request.LawDate >= consent.From
        && request.LawDate <= consent.To
        && request.Purpose.IsKnown
        && consent.Purposes.ToList().Contains(request.Purpose.Value)
        && consent.Holders.Any(party => IsParty(party, request.Holder))
        && consent.Receivers.Any(party => IsParty(party, request.Receiver));

    /// <summary>Whether the cell is named by it and its givers' to give: about the child, and not kept from them.</summary>
    public static bool Gives(ConsentFact consent, Cell cell, Request request, Facts facts)
    {
        var aboutOthers = SpecWishes.IsOf(cell, Cell.ThirdPerson)
            || SpecWishes.IsOf(cell, Cell.PrivateReporter)
            || SpecWishes.IsOf(cell, Cell.Adoption)
            || SpecWishes.IsOf(cell, Cell.GradedAddress);
        return consent.Cells.Contains(cell)
            && !aboutOthers
            && (Gave(consent, ConsentCapacity.Self) || !SpecWishes.NotTheGuardians(cell, request, facts));
    }

    /// <summary>The facts while the consent is tested.</summary>
    public SpecFacts Testing(ConsentFact consent, SpecFacts below, Request request, Facts facts)
    {
        var named = consent.Cells.ToList();
        bool? kept = facts.Secrecies.IsKnown
            ? named.Count > 0 && named.All(cell => SpecWishes.NotTheGuardians(cell, request, facts))
            : null;
        var told = below.With(
            (FactSlot.ConsentArea, (int)consent.Area),
            (FactSlot.ConsentBySelf, Number(Gave(consent, ConsentCapacity.Self))),
            (FactSlot.ConsentChildHeard, Number(Heard(consent, facts.Age))),
            (FactSlot.ConsentKeptFromGuardians, Number(kept)));
        return told.With((FactSlot.ConsentComplete, Number(IsComplete(consent, request.LawDate, told))));
    }

    private static int? Number(bool? fact) => fact is { } value ? (value ? 1 : 0) : null;

    private static bool IsParty(ConsentParty named, PartyRef party) =>
        named.Service == party.Service && (named.Organisation.Length == 0 || named.Organisation == party.Organisation);

    private static bool Gave(ConsentFact consent, ConsentCapacity capacity) =>
        consent.Givers.Any(giver => giver.Capacity == capacity);

    private static bool? Heard(ConsentFact consent, Known<int> age)
    {
        int? years = age.IsKnown ? age.Value : null;
        if (Gave(consent, ConsentCapacity.Self))
        {
            return true;
        }

        if (consent.ChildAgainst && years is null or >= WeighsFrom)
        {
            return null;
        }

        return consent.ChildHeard ? true : years is { } known ? known < HeardFrom : null;
    }

    private bool IsComplete(ConsentFact consent, DateOnly date, SpecFacts told) =>
        policies.Givers.Any(giver =>
            date >= giver.From
            && (giver.To is not { } to || date <= to)
            && giver.Areas.ToList().Contains(consent.Area)
            && (giver.Purposes.IsEmpty || consent.Purposes.ToList().All(giver.Purposes.Contains))
            && HaveGiven(consent, giver.Requires)
            && SpecCondition.Holds(giver.When, told) == true);

    /// <summary>Whether those whom the requirement's own words name have all given it: "self-and-both-parents".</summary>
    private static bool HaveGiven(ConsentFact consent, GiverRequirement requires)
    {
        var parents = consent.Givers.Where(giver => giver.Capacity == ConsentCapacity.ParentWithResponsibility).ToList();
        return Codes<GiverRequirement>.Of(requires).Split("-and-").All(word => word switch
        {
            "both-parents" => parents.Count >= 2,
            "one-parent" => parents.Count >= 1,
            "home-parent" => parents.Exists(parent => parent.LivesWithChild),
            "carer" => Gave(consent, ConsentCapacity.FosterParentOrInstitution),
            _ => Codes<ConsentCapacity>.TryParse(word, out var capacity) && Gave(consent, capacity),
        });
    }
}
