using System.Collections.Immutable;
using Taushet.Core.Consents;
using Taushet.Core.Policies;
using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Decisions;

/// <summary>What one consent is worth, apart from any decision: for those who record it and ask what it lacks.</summary>
/// <remarks>INVARIANT: a check never finds a cell covered that a decision would not open under that consent, shields aside.</remarks>
public static class ConsentCheck
{
    /// <summary>Who has given it held against who must, and whether the child was heard, on a date.</summary>
    public static ConsentGiving GivingOf(ConsentFact consent, Facts facts, DateOnly date, PolicySet policies)
    {
        var request = Neutral(consent, date);
        Span<int> slots = stackalloc int[FactVector.Size];
        var vector = new FactVector(slots);
        FactReader.Read(request, facts, vector);
        FactReader.EndPresumption(request, facts, vector);
        ConsentValidity.Read(consent, request, facts, vector);
        var (rule, open) = ConsentValidity.GiverRuleMet(consent, date, policies, vector);
        return new ConsentGiving(rule, open, ConsentValidity.Heard(consent, facts.Age));
    }

    /// <summary>Whether it would cover a request, and what it lacks if not.</summary>
    /// <remarks>
    /// Looks at the consent, its givers and the law of consent alone. Shields and other consents play no part, so that the
    /// finding tells nothing of them. A request that asserts nothing is taken to assert consent.
    /// </remarks>
    public static ConsentCover CoverOf(ConsentFact consent, Request request, Facts facts, PolicySet policies)
    {
        var unshielded = new Facts
        {
            Age = facts.Age,
            Care = facts.Care,
            Responsibility = facts.Responsibility,
            Grading = Grading.Ungraded,
            HiddenAddress = false,
            ContactBan = false,
            Consents = new[] { consent }.ToKnown(),
            Objections = Array.Empty<ObjectionFact>().ToKnown(),
            Secrecies = facts.Secrecies,
            StandingDecisions = Array.Empty<StandingDecisionFact>().ToKnown(),
        };
        var asserted = request with { Asserted = request.Asserted | MemberSet<Basis>.Of(Basis.Consent), Evidence = Evidence.None };
        var covered = Opened(Decider.Decide(asserted, unshielded, policies), consent);
        var lacks = Terms(consent, request) | Giving(GivingOf(consent, facts, request.LawDate, policies));
        var unlawful = covered.IsEmpty && lacks.IsEmpty;
        return new ConsentCover(covered, unlawful ? MemberSet<ConsentLack>.Of(ConsentLack.Law) : lacks);
    }

    private static CellSet Opened(Decision decision, ConsentFact consent)
    {
        var cells = CellSet.Empty;
        if (!decision.ReliedConsents.Contains(consent.Id))
        {
            return cells;
        }

        foreach (var applied in decision.Applied)
        {
            cells |= applied.Rule.Step == Step.Consent && !applied.Near ? applied.Cells : CellSet.Empty;
        }

        return cells;
    }

    private static MemberSet<ConsentLack> Terms(ConsentFact consent, Request request)
    {
        var needed = request.Needs.All;
        var bySelf = ConsentGivers.Gave(consent, ConsentCapacity.Self);
        var childsOwn = consent.Cells & needed & CellCategories.WithTopics(Cell.KeptFromGuardians);
        return Lack(ConsentLack.Started, request.LawDate < consent.From)
            | Lack(ConsentLack.Unexpired, request.LawDate > consent.To)
            | Lack(ConsentLack.Holder, !ConsentValidity.Names(consent.Holders, request.Holder))
            | Lack(ConsentLack.Receiver, !ConsentValidity.Names(consent.Receivers, request.Receiver))
            | Lack(ConsentLack.Purpose, !request.Purpose.IsKnown || !consent.Purposes.Contains(request.Purpose.Value))
            | Lack(ConsentLack.Cells, !consent.Cells.Covers(needed))
            | Lack(ConsentLack.OtherPersons, consent.Cells.Meets(needed & ConsentBounds.OnOthers))
            | Lack(ConsentLack.ChildsOwn, !bySelf && !childsOwn.IsEmpty);
    }

    private static MemberSet<ConsentLack> Giving(ConsentGiving giving) =>
        Lack(ConsentLack.Givers, giving.Under is null)
        | Lack(ConsentLack.Hearing, !giving.Heard.Or(false));

    private static MemberSet<ConsentLack> Lack(ConsentLack lack, bool lacks) =>
        lacks ? MemberSet<ConsentLack>.Of(lack) : default;

    // Giver rules look at the child and the consent, never at the parties.
    private static Request Neutral(ConsentFact consent, DateOnly date) => new()
    {
        Flow = Flow.Pull,
        Receiver = Party(consent.Receivers),
        Holder = Party(consent.Holders),
        Needs = new NeedList([]),
        LawDate = date,
    };

    private static PartyRef Party(ImmutableArray<ConsentParty> parties) => parties.IsEmpty
        ? new PartyRef(string.Empty, string.Empty, Service.PrivatePerson, Known<ServiceForm>.Unknown)
        : new PartyRef(parties[0].Organisation, string.Empty, parties[0].Service, Known<ServiceForm>.Unknown);

    private static Known<ImmutableArray<T>> ToKnown<T>(this T[] facts) =>
        ImmutableArray.Create(facts);
}

/// <summary>Who has given a consent, held against who must.</summary>
/// <param name="Under">The giver rule by which it is complete, or null when none holds.</param>
/// <param name="Open">Whether none holds for certain only because a fact on the child is unknown.</param>
/// <param name="Heard">Whether the child was heard or need not be; unknown when a human must weigh its view.</param>
public readonly record struct ConsentGiving(GiverRule? Under, bool Open, Known<bool> Heard);

/// <summary>What a consent is worth for a request.</summary>
/// <param name="Covered">The cells it would open, shields aside.</param>
/// <param name="Lacks">What it lacks for the rest; empty when it covers all that is needed.</param>
public readonly record struct ConsentCover(CellSet Covered, MemberSet<ConsentLack> Lacks);
