using Taushet.Core.Policies;
using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;

namespace Taushet.Policies.Assurance.Draw;

/// <summary>Draws requests with facts from the boundaries of the book's own rules.</summary>
/// <remarks>
/// Each begins from one rule: its parties, flow, bases and purpose, a day at one of its dates, and facts that make its condition hold
/// or just fail. The rest is drawn around it.
/// </remarks>
internal sealed class RequestDraw
{
    private static readonly FactSlot[] OfTheChild =
        [FactSlot.Age, FactSlot.Grading, FactSlot.Care, FactSlot.Responsibility, FactSlot.HiddenAddress, FactSlot.ContactBan, FactSlot.Dead];

    private readonly PolicySet policies;
    private readonly Chance chance;
    private readonly Boundaries boundaries;
    private readonly Satisfying satisfying;
    private readonly WishesDraw wishes;
    private readonly List<Rule> opening;

    public RequestDraw(PolicySet policies, int seed)
    {
        this.policies = policies;
        chance = new Chance(seed);
        boundaries = new Boundaries(policies);
        satisfying = new Satisfying(boundaries, chance);
        wishes = new WishesDraw(policies, chance, satisfying);
        opening = [.. policies.Rules.Where(rule => rule.Step is Step.Duty or Step.Opening or Step.Consent or Step.Anonymised)];
    }

    /// <summary>The next request, with the facts on the child.</summary>
    public (Request Request, Facts Facts) Next()
    {
        var rule = opening.Count > 0 && chance.Percent(85) ? chance.Of(opening) : chance.Of(policies.Rules);
        var receiver = chance.Percent(97) ? chance.Of([.. rule.Receivers.ToList()]) : chance.Member<Service>();
        var holder = chance.Percent(97) ? chance.Of([.. rule.Holders.ToList()]) : chance.Member<Service>();
        var date = Date(rule);
        var chosen = new Dictionary<FactSlot, int?>();
        var giver = rule.Step == Step.Consent || chance.Percent(10) ? Consenting(rule, date, chosen) : null;
        satisfying.Choose(rule.When, hold: chance.Percent(80), chosen);
        var purpose = PurposeFor(rule);
        var needs = Needs(rule, receiver, purpose);
        var evidence = new EvidenceDraw(chance, chosen, Free, needs.All);
        var request = new Request
        {
            Flow = chance.Percent(95) ? chance.Of([.. rule.Flows.ToList()]) : chance.Member<Flow>(),
            Receiver = new PartyRef("314159260", string.Empty, receiver, evidence.Member<ServiceForm>(FactSlot.ReceiverForm)),
            Holder = new PartyRef("271828180", string.Empty, holder, evidence.Member<ServiceForm>(FactSlot.HolderForm)),
            Purpose = purpose,
            Needs = needs,
            Asserted = Bases(rule, holder, receiver),
            Evidence = evidence.Make(),
            Unborn = chosen.GetValueOrDefault(FactSlot.Unborn) == 1 || chance.Percent(3),
            LawDate = date,
        };
        return (request, wishes.Add(FactsFrom(chosen, evidence), request, giver, chosen.GetValueOrDefault(FactSlot.ConsentArea)));
    }

    private GiverRule? Consenting(Rule rule, DateOnly date, Dictionary<FactSlot, int?> chosen)
    {
        satisfying.Choose(rule.When, hold: true, chosen);
        return wishes.Giver(date, chosen);
    }

    private DateOnly Date(Rule rule)
    {
        var near = Boundaries.DatesOf(rule.From, rule.To).Where(date => date.Year is >= 2022 and <= 2031).ToList();
        return chance.Below(10) switch
        {
            < 3 when near.Count > 0 => chance.Of(near),
            < 6 => chance.Of(boundaries.Dates),
            _ => new DateOnly(2026, 7, 1).AddDays(chance.Below(400)),
        };
    }

    private Known<Purpose> PurposeFor(Rule rule)
    {
        var own = rule.Purposes.ToList().ToList();
        return own.Count > 0 && chance.Percent(93) ? chance.Of(own)
            : chance.Percent(20) ? Known<Purpose>.Unknown
            : chance.Of(policies.Needs).Purpose;
    }

    private NeedList Needs(Rule rule, Service receiver, Known<Purpose> purpose)
    {
        var purposes = purpose.IsKnown ? rule.Purposes | MemberSet<Purpose>.Of(purpose.Value) : rule.Purposes;
        var stated = policies.Needs
            .Where(needs => purposes.Contains(needs.Purpose) && needs.Receivers.Contains(receiver))
            .SelectMany(needs => needs.AtMost)
            .Where(_ => chance.Percent(70))
            .Select(entry => (entry.Need, chance.Some(chance.Percent(80) ? entry.Cells : CellSet.All)))
            .ToList();
        if (chance.Percent(25))
        {
            stated.Add((chance.Member<Need>(), chance.Some(CellSet.All)));
        }

        return new NeedList(stated, chance.Percent(30) ? chance.Some(rule.Cells | rule.Relevant) : CellSet.Empty);
    }

    /// <summary>The rule's own basis, and bases of other rules between the same two.</summary>
    private MemberSet<Basis> Bases(Rule rule, Service holder, Service receiver)
    {
        var own = rule.Bases.ToList().ToList();
        var bases = own.Count > 0 && chance.Percent(92) ? MemberSet<Basis>.Of(chance.Of(own)) : default;
        if (chance.Percent(35))
        {
            var other = chance.Of(policies.Rules);
            bases |= other.Holders.Contains(holder) && other.Receivers.Contains(receiver) ? other.Bases : default;
        }

        return bases | (chance.Percent(12) ? MemberSet<Basis>.Of(chance.Member<Basis>()) : default);
    }

    private Facts FactsFrom(Dictionary<FactSlot, int?> chosen, EvidenceDraw facts)
    {
        if (chosen.GetValueOrDefault(FactSlot.Child) is { } child && !chosen.ContainsKey(FactSlot.Age))
        {
            var ages = boundaries.Of(FactSlot.Age).Where(age => age < 18 == (child == 1)).ToList();
            chosen[FactSlot.Age] = chance.Percent(85) ? chance.Of(ages) : null;
        }

        // Most children live ungraded: a shield that is not known to be absent closes nearly everything.
        chosen.TryAdd(FactSlot.Grading, chance.Percent(75) ? (int)Grading.Ungraded : Free(FactSlot.Grading));
        return new Facts
        {
            Age = facts.Number(FactSlot.Age),
            Dead = facts.YesNo(FactSlot.Dead),
            Grading = facts.Member<Grading>(FactSlot.Grading),
            Care = facts.Member<CareSituation>(FactSlot.Care),
            HiddenAddress = facts.YesNo(FactSlot.HiddenAddress),
            ContactBan = facts.YesNo(FactSlot.ContactBan),
            Responsibility = facts.Member<ParentalResponsibility>(FactSlot.Responsibility),
        };
    }

    /// <summary>A fact that no chosen condition settled: a boundary value, or unknown.</summary>
    private int? Free(FactSlot slot) =>
        chance.Percent(OfTheChild.Contains(slot) ? 15 : 40) ? null : chance.Of(boundaries.Of(slot));
}
