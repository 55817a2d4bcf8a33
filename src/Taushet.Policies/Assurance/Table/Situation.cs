using System.Collections.Immutable;
using Taushet.Core.Consents;
using Taushet.Core.Policies;
using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;
using Taushet.Policies.Assurance.Spec;
using Taushet.Policies.Cases;

namespace Taushet.Policies.Assurance.Table;

/// <summary>A situation that holder and receiver can stand in, whoever they are.</summary>
internal sealed record Situation
{
    private static readonly NeedList Everything = Under(CellSet.All);

    public required Flow Flow { get; init; }

    public required DateOnly Day { get; init; }

    public Known<Purpose> Purpose { get; init; }

    public MemberSet<Basis> Asserted { get; init; }

    /// <summary>The facts on the child, the parties' forms and what is stated; what is not there is unknown or not stated.</summary>
    public required ImmutableSortedDictionary<FactSlot, int> Facts { get; init; }

    /// <summary>The cells that are listed, each under every need.</summary>
    public CellSet Listed { get; init; } = CellSet.All;

    /// <summary>What an order or mandate asks for.</summary>
    public CellSet Scope { get; init; } = CellSet.All;

    /// <summary>Whether the holder has decided to give everything that is its to give.</summary>
    public bool HolderDecides { get; init; }

    public GivenConsent? Consent { get; init; }

    public Recorded Consents { get; init; } = Recorded.OfAll;

    public Recorded Objections { get; init; }

    public Recorded Secrecies { get; init; }

    public int? this[FactSlot slot] => Facts.TryGetValue(slot, out var value) ? value : null;

    public Situation With(FactSlot slot, int? value) =>
        this with { Facts = value is { } known ? Facts.SetItem(slot, known) : Facts.Remove(slot) };

    /// <summary>The same child and parties, and nothing stated in support of any basis.</summary>
    public Situation Unstated() => this with
    {
        Facts = Facts.Where(fact => fact.Key < FactSlot.OrderCase).ToImmutableSortedDictionary(),
        HolderDecides = false,
    };

    /// <summary>The request and the facts between two parties.</summary>
    public (Request Request, Facts Facts) Between(Service holder, Service receiver)
    {
        var stated = new StatedEvidence(this);
        var request = new Request
        {
            Flow = Flow,
            Receiver = new PartyRef(string.Empty, string.Empty, receiver, stated.Member<ServiceForm>(FactSlot.ReceiverForm)),
            Holder = new PartyRef(string.Empty, string.Empty, holder, stated.Member<ServiceForm>(FactSlot.HolderForm)),
            Purpose = Purpose,
            Needs = Listed == CellSet.All ? Everything : Under(Listed),
            Asserted = Asserted,
            Evidence = stated.Make(),
            Unborn = this[FactSlot.Unborn] == 1,
            LawDate = Day,
        };
        return (request, FactsOn(stated, holder, receiver));
    }

    /// <summary>Whether a condition holds, read as the step reads it: of a child whose age is unknown a duty says that it is a child.</summary>
    public bool? Truth(Condition condition, Step step)
    {
        var (request, facts) = Between(Service.Kindergarten, Service.Barnevern);
        var read = new SpecFacts(request, facts);
        return SpecCondition.Holds(condition, step == Step.Duty ? read : read.BelowTheDuties());
    }

    private static NeedList Under(CellSet cells) => new(Codes<Need>.Members.Select(need => (need, cells)), cells);

    private Facts FactsOn(StatedEvidence stated, Service holder, Service receiver) => new()
    {
        Age = stated.Number(FactSlot.Age),
        Dead = stated.YesNo(FactSlot.Dead),
        Grading = stated.Member<Grading>(FactSlot.Grading),
        Care = stated.Member<CareSituation>(FactSlot.Care),
        HiddenAddress = stated.YesNo(FactSlot.HiddenAddress),
        ContactBan = stated.YesNo(FactSlot.ContactBan),
        Responsibility = stated.Member<ParentalResponsibility>(FactSlot.Responsibility),
        Consents = Records(Consent is null && Consents != Recorded.Unreadable ? Recorded.Nothing : Consents, () => Consent!.Between(holder, receiver, Purpose, Day)),
        Objections = Records(Objections, () => new ObjectionFact(CaseFactsReader.IdOf(2, 1), 1, null, null, CellSet.All)),
        Secrecies = Records(
            Secrecies,
            () => new SecrecyFact(CaseFactsReader.IdOf(4, 1), 1, null, Service.ParentWithResponsibility, CellSet.All),
            () => new SecrecyFact(CaseFactsReader.IdOf(4, 2), 1, null, Service.ParentWithoutResponsibility, CellSet.All),
            () => new SecrecyFact(CaseFactsReader.IdOf(4, 3), 1, null, Service.FosterParentOrInstitution, CellSet.All)),
        StandingDecisions = HolderDecides && Purpose.IsKnown
            ? ImmutableArray.Create(new StandingDecisionFact(CaseFactsReader.IdOf(3, 1), 1, receiver, Purpose.Value, CellSet.All))
            : ImmutableArray<StandingDecisionFact>.Empty,
    };

    private static Known<ImmutableArray<T>> Records<T>(Recorded recorded, params ReadOnlySpan<Func<T>> make)
    {
        if (recorded == Recorded.Unreadable)
        {
            return Known<ImmutableArray<T>>.Unknown;
        }

        var records = ImmutableArray.CreateBuilder<T>();
        foreach (var one in recorded == Recorded.OfAll ? make : [])
        {
            records.Add(one());
        }

        return records.ToImmutable();
    }
}

/// <summary>What a register says.</summary>
internal enum Recorded
{
    /// <summary>Nothing is recorded.</summary>
    Nothing,

    /// <summary>What is recorded names every cell.</summary>
    OfAll,

    /// <summary>The register could not be read.</summary>
    Unreadable,
}
