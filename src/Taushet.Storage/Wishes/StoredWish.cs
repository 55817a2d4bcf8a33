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

    public required bool ChildHeard { get; init; }

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
            ChildHeard = ChildHeard,
        };
    }

    /// <summary>
    /// The objections in force that this wish makes towards these parties, one for each pair of holder and receiver it names.
    /// A secrecy that names no receiver is directed at the parents.
    /// </summary>
    public IEnumerable<ObjectionFact> AsObjections(PartyRef holder, PartyRef receiver, DateOnly date)
    {
        if (Kind == WishKind.Consent || History.Standing.IsEmpty || date < From)
        {
            yield break;
        }

        foreach (var from in Directed(holders, holder, whenNone: [null]))
        {
            foreach (var to in Directed(receivers, receiver, Kind == WishKind.Secrecy ? Guardians : [null]))
            {
                yield return new ObjectionFact(Id, Version, from, to, Cells);
            }
        }
    }

    private static ImmutableArray<Service?> Guardians { get; } =
        [Service.ParentWithResponsibility, Service.ParentWithoutResponsibility];

    // A party named with its organisation says nothing of the same service elsewhere.
    private static IEnumerable<Service?> Directed(
        List<ConsentParty> named,
        PartyRef party,
        ImmutableArray<Service?> whenNone) =>
        named.Count == 0
            ? whenNone
            : named
                .Where(name => name.Organisation.Length == 0
                    || string.Equals(name.Organisation, party.Organisation, StringComparison.Ordinal))
                .Select(name => (Service?)name.Service)
                .Distinct();
}
