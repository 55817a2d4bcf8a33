using System.Collections.Immutable;
using Taushet.Core.Consents;
using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;
using Taushet.Policies.Cases;

namespace Taushet.Policies.Assurance.Table;

/// <summary>A recorded consent between two parties: sound unless something is said against it.</summary>
internal sealed record GivenConsent(ConsentArea Area, ImmutableArray<ConsentGiver> Givers)
{
    public CellSet Cells { get; init; } = CellSet.All;

    public bool NamesHolder { get; init; } = true;

    public bool NamesReceiver { get; init; } = true;

    public bool NamesPurpose { get; init; } = true;

    /// <summary>Days from today to its first day.</summary>
    public int From { get; init; }

    /// <summary>Days from today to its last day.</summary>
    public int To { get; init; }

    public bool ChildHeard { get; init; } = true;

    public bool ChildAgainst { get; init; }

    /// <summary>The area and who gave it: "health by self".</summary>
    public string Told => $"{Codes<ConsentArea>.Of(Area)} by {string.Join(" and ", Givers.Select(Capacity))}";

    public ConsentFact Between(Service holder, Service receiver, Known<Purpose> purpose, DateOnly day) => new()
    {
        Id = CaseFactsReader.IdOf(1, 1),
        Version = 1,
        Area = Area,
        Givers = Givers,
        Holders = NamesHolder ? [new ConsentParty(holder, string.Empty)] : [],
        Receivers = NamesReceiver ? [new ConsentParty(receiver, string.Empty)] : [],
        Purposes = NamesPurpose && purpose.IsKnown ? MemberSet<Purpose>.Of(purpose.Value) : default,
        Cells = Cells,
        From = day.AddDays(From),
        To = day.AddDays(To),
        ChildHeard = ChildHeard,
        ChildAgainst = ChildAgainst,
    };

    private static string Capacity(ConsentGiver giver) =>
        Codes<ConsentCapacity>.Of(giver.Capacity) + (giver.LivesWithChild ? " at home" : string.Empty);
}
