using System.Collections.Immutable;
using Taushet.Core.Consents;
using Taushet.Core.Policies;
using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;

namespace Taushet.Policies.Assurance.Draw;

/// <summary>Draws consents, objections, secrecies and standing decisions that lie near the request's own scope.</summary>
internal sealed class WishesDraw(PolicySet policies, Chance chance, Satisfying satisfying)
{
    private static readonly Service[] KeptFrom =
        [Service.ParentWithResponsibility, Service.ParentWithoutResponsibility, Service.FosterParentOrInstitution];

    /// <summary>Chooses who could consent, and the facts on the child under which they can.</summary>
    public GiverRule? Giver(DateOnly date, Dictionary<FactSlot, int?> chosen)
    {
        var area = chosen.GetValueOrDefault(FactSlot.ConsentArea);
        var givers = policies.Givers
            .Where(giver => date >= giver.From && (giver.To is null || date <= giver.To))
            .Where(giver => area is null || giver.Areas.Contains((ConsentArea)area.Value))
            .ToList();
        if (givers.Count == 0)
        {
            return null;
        }

        var giver = chance.Of(givers);
        if (chance.Percent(80))
        {
            satisfying.Choose(giver.When, hold: true, chosen);
        }

        return giver;
    }

    public Facts Add(Facts facts, Request request, GiverRule? giver, int? area) => facts with
    {
        Consents = Records(giver is null ? 10 : 90, number => Consent(request, giver, area, number)),
        Objections = Records(20, number => new ObjectionFact(
            Id(2, number), 1, Or(request.Holder.Service), Or(request.Receiver.Service), chance.Some(request.Needs.All))),
        Secrecies = Records(25, number => new SecrecyFact(
            Id(4, number), 1, Or(request.Holder.Service), chance.Of(KeptFrom), chance.Some(request.Needs.All))),
        StandingDecisions = Records(40, number => new StandingDecisionFact(
            Id(3, number), 1, request.Receiver.Service, request.Purpose.Or(chance.Member<Purpose>()), chance.Some(request.Needs.All))),
    };

    private static Guid Id(int kind, int number) => Cases.CaseFactsReader.IdOf(kind, number);

    /// <summary>Some records this many times in a hundred, otherwise none; and now and then none that could be read.</summary>
    private Known<ImmutableArray<T>> Records<T>(int share, Func<int, T> make) =>
        chance.Percent(5) ? Known<ImmutableArray<T>>.Unknown
        : chance.Percent(share) ? Enumerable.Range(1, 1 + chance.Below(2)).Select(make).ToImmutableArray()
        : ImmutableArray<T>.Empty;

    private Service? Or(Service service) =>
        chance.Below(4) switch { 0 => null, 1 => chance.Member<Service>(), _ => service };

    private ConsentFact Consent(Request request, GiverRule? giver, int? area, int number) => new()
    {
        Id = Id(1, number),
        Version = 1,
        Area = area is { } given ? (ConsentArea)given
            : giver is null || chance.Percent(10) ? chance.Member<ConsentArea>() : chance.Of([.. giver.Areas.ToList()]),
        Givers = [.. Givers(giver)],
        Holders = Parties(request.Holder),
        Receivers = Parties(request.Receiver),
        Purposes = MemberSet<Purpose>.Of(request.Purpose.Or(Purpose.HealthCare))
            | (chance.Percent(20) ? MemberSet<Purpose>.Of(chance.Member<Purpose>()) : default),
        Cells = chance.Some(chance.Percent(90) ? request.Needs.All : CellSet.All),
        From = request.LawDate.AddDays(chance.Percent(90) ? -chance.Below(2) : 1),
        To = request.LawDate.AddDays(chance.Percent(90) ? chance.Below(2) : -1),
        ChildHeard = chance.Percent(70),
        ChildAgainst = chance.Percent(10),
    };

    private ImmutableArray<ConsentParty> Parties(PartyRef party) =>
        [new(chance.Percent(92) ? party.Service : chance.Member<Service>(), chance.Percent(80) ? string.Empty : party.Organisation)];

    private IEnumerable<ConsentGiver> Givers(GiverRule? giver)
    {
        var required = giver is null || chance.Percent(10)
            ? []
            : RequiredGivers.Of(giver.Requires, () => chance.Percent(80), () => chance.Percent(50));
        return chance.Percent(85) ? required : required.Append(new ConsentGiver(chance.Member<ConsentCapacity>(), chance.Percent(50)));
    }
}
