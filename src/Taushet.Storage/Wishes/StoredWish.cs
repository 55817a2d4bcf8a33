using System.Collections.Immutable;
using Taushet.Core.Consents;
using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;

namespace Taushet.Storage.Wishes;

/// <summary>A wish read back with its events, and what it says to the decider.</summary>
internal sealed class StoredWish
{
    private readonly List<ConsentParty> holders = [];
    private readonly List<ConsentParty> receivers = [];

    public StoredWish(Guid id, WishKind kind)
    {
        Id = id;
        Kind = kind;
        History = new WishHistory(kind);
    }

    public Guid Id { get; }

    public WishKind Kind { get; }

    public required ConsentArea Area { get; init; }

    public required CellSet Cells { get; init; }

    public required MemberSet<Purpose> Purposes { get; init; }

    public required DateOnly From { get; init; }

    public required DateOnly To { get; init; }

    public required DateOnly? ChildHeard { get; init; }

    public required ChildView? ChildView { get; init; }

    public ImmutableArray<ConsentParty> Holders => [.. holders];

    public ImmutableArray<ConsentParty> Receivers => [.. receivers];

    public WishHistory History { get; }

    /// <summary>The number of events.</summary>
    public int Version { get; set; }

    public void NameHolder(ConsentParty party) => holders.Add(party);

    public void NameReceiver(ConsentParty party) => receivers.Add(party);

    /// <summary>The consent, if anybody stands by it.</summary>
    public ConsentFact? AsConsent()
    {
        var givers = History.Standing;
        return Kind != WishKind.Consent || givers.IsEmpty ? null : new ConsentFact
        {
            Id = Id,
            Version = Version,
            Area = Area,
            Givers = givers,
            Holders = [.. holders],
            Receivers = [.. receivers],
            Purposes = Purposes,
            Cells = Cells,
            From = From,
            To = To,
            ChildHeard = ChildHeard is not null,
            ChildAgainst = ChildView == Core.Vocabulary.ChildView.Against,
        };
    }

    /// <summary>
    /// The objections in force that this wish makes towards these parties, one for each pair of holder and receiver it names.
    /// </summary>
    public IEnumerable<ObjectionFact> AsObjections(PartyRef holder, PartyRef receiver, DateOnly date)
    {
        if (Kind != WishKind.Objection || !StandsOn(date))
        {
            yield break;
        }

        foreach (var from in Directed(holders, holder))
        {
            foreach (var to in Directed(receivers, receiver))
            {
                yield return new ObjectionFact(Id, Version, from, to, Cells);
            }
        }
    }

    /// <summary>
    /// What this wish keeps from the guardians at this holder, one for each pair it names. One that names no receiver keeps it
    /// from the parents.
    /// </summary>
    public IEnumerable<SecrecyFact> AsSecrecies(PartyRef holder, DateOnly date)
    {
        if (Kind != WishKind.Secrecy || !StandsOn(date))
        {
            yield break;
        }

        var keptFrom = receivers.Count == 0 ? Parents : [.. receivers.Select(party => party.Service).Distinct()];
        foreach (var at in Directed(holders, holder))
        {
            foreach (var guardian in keptFrom)
            {
                yield return new SecrecyFact(Id, Version, at, guardian, Cells);
            }
        }
    }

    private static ImmutableArray<Service> Parents { get; } =
        [Service.ParentWithResponsibility, Service.ParentWithoutResponsibility];

    private bool StandsOn(DateOnly date) => !History.Standing.IsEmpty && date >= From;

    // None named means all. A party named with its organisation says nothing of the same service elsewhere.
    private static IEnumerable<Service?> Directed(List<ConsentParty> named, PartyRef party) =>
        named.Count == 0
            ? [null]
            : named
                .Where(name => name.Organisation.Length == 0
                    || string.Equals(name.Organisation, party.Organisation, StringComparison.Ordinal))
                .Select(name => (Service?)name.Service)
                .Distinct();
}
