using Taushet.Core.Consents;
using Taushet.Core.Policies;
using Taushet.Core.Vocabulary;
using Taushet.Policies.Assurance.Draw;
using Taushet.Policies.Reading;

namespace Taushet.Policies.Assurance.Table;

/// <summary>A situation that differs from another in one place.</summary>
/// <param name="What">What differs: a fact, the flow, the day.</param>
/// <param name="Value">What it is here.</param>
/// <param name="Situation">The situation.</param>
internal sealed record Variation(string What, string Value, Situation Situation);

/// <summary>Every situation that differs from a rule's own in one place: at each bound of its facts, and in what may shield the child.</summary>
internal sealed class Grid(PolicySet policies, Boundaries boundaries)
{
    private const string Unknown = "unknown";

    private static readonly DateOnly FirstDay = Proving.Inputs.FirstDay;

    private static readonly FactSlot[] OfTheChild =
    [
        FactSlot.Age, FactSlot.Unborn, FactSlot.Dead, FactSlot.Grading, FactSlot.Care, FactSlot.HiddenAddress, FactSlot.ContactBan,
        FactSlot.Responsibility, FactSlot.HolderForm, FactSlot.ReceiverForm, FactSlot.ReportAbuseSuspected, FactSlot.DangerLifeOrHealth,
    ];

    /// <summary>The variations of a rule's own situation.</summary>
    public IEnumerable<Variation> Of(Rule rule, Situation own)
    {
        var opens = rule.Step is Step.Duty or Step.Opening or Step.Consent or Step.Anonymised;
        var tested = Conditions.SlotsOf(rule.When).Concat(opens ? OfTheChild : rule.Step == Step.Endangerment ? [FactSlot.DangerLifeOrHealth] : []).SelectMany(OnesBelow).Distinct().Order();
        return Moment(rule, own)
            .Concat(tested.SelectMany(slot => Values(slot, own)))
            .Concat(opens ? Wishes(rule, own) : [])
            .Concat(own.Consent is { } consent ? OfConsent(own, consent) : []);
    }

    // Whether it is a child follows from the age, and from being born.
    private static FactSlot[] OnesBelow(FactSlot slot) =>
        slot == FactSlot.Child ? [FactSlot.Age, FactSlot.Unborn] : Settling.IsOfConsent(slot) ? [] : [slot];

    private static IEnumerable<Variation> Moment(Rule rule, Situation own)
    {
        foreach (var flow in Codes<Flow>.Members.Where(flow => flow != own.Flow))
        {
            yield return new("flow", Codes<Flow>.Of(flow), own with { Flow = flow });
        }

        foreach (var day in Boundaries.DatesOf(rule.From, rule.To).Append(FirstDay).Where(day => day >= FirstDay && day != own.Day).Distinct().Order())
        {
            yield return new("date", $"{day:yyyy-MM-dd}", own with { Day = day });
        }

        if (!rule.Bases.IsEmpty)
        {
            yield return new("basis", "none", own with { Asserted = default });
            if (rule.Step == Step.Duty)
            {
                yield return new("basis", "none, nothing stated", own.Unstated() with { Asserted = default });
            }

            foreach (var basis in rule.Bases.ToList().Where(basis => !own.Asserted.Contains(basis)))
            {
                yield return new("basis", Codes<Basis>.Of(basis), own with { Asserted = MemberSet<Basis>.Of(basis) });
            }
        }

        if (rule.Step is Step.Duty or Step.Opening or Step.Consent or Step.Anonymised)
        {
            yield return new("purpose", Unknown, own with { Purpose = default });
        }
    }

    private IEnumerable<Variation> Values(FactSlot slot, Situation own)
    {
        var what = Codes<FactSlot>.Of(slot);
        foreach (var value in boundaries.Of(slot).Where(value => value != (own[slot] ?? (slot == FactSlot.Unborn ? 0 : -1))))
        {
            yield return new(what, SlotType.Of(slot).Word(value), own.With(slot, value));
        }

        if (own[slot] is not null)
        {
            yield return new(what, Unknown, own.With(slot, null));
        }
    }

    private static IEnumerable<Variation> Wishes(Rule rule, Situation own)
    {
        yield return new("listed", "nothing", own with { Listed = CellSet.Empty });
        yield return new("objection", "to everything", own with { Objections = Recorded.OfAll });
        yield return new("objection", "unreadable", own with { Objections = Recorded.Unreadable });
        yield return new("kept from guardians", "everything", own with { Secrecies = Recorded.OfAll });
        yield return new("kept from guardians", "unreadable", own with { Secrecies = Recorded.Unreadable });
        if (own.HolderDecides)
        {
            yield return new("holder's decision", "none", own with { HolderDecides = false });
        }

        if (rule.Within is not (Scope.None or Scope.Consent))
        {
            yield return new("scope", "EVT", own with { Scope = CellSet.Of(Cell.Incident) });
        }
    }

    private IEnumerable<Variation> OfConsent(Situation own, GivenConsent consent)
    {
        Variation With(string value, GivenConsent changed) => new("consent", value, own with { Consent = changed });
        return
        [
            new("consent", "none", own with { Consents = Recorded.Nothing }),
            new("consent", "unreadable", own with { Consents = Recorded.Unreadable }),
            With("by nobody", consent with { Givers = [] }),
            With("to other cells", consent with { Cells = CellSet.Empty }),
            With("for another purpose", consent with { NamesPurpose = false }),
            With("at another holder", consent with { NamesHolder = false }),
            With("for another receiver", consent with { NamesReceiver = false }),
            With("from tomorrow", consent with { From = 1, To = 1 }),
            With("until yesterday", consent with { From = -1, To = -1 }),
            With("child not heard", consent with { ChildHeard = false }),
            With("child against it", consent with { ChildAgainst = true }),
            .. Codes<ConsentArea>.Members.SelectMany(area => InArea(own, consent, area)),
        ];
    }

    /// <summary>The same consent in an area, by those who gave it, by the person itself, and by each who may give it there for this child.</summary>
    private IEnumerable<Variation> InArea(Situation own, GivenConsent consent, ConsentArea area)
    {
        ConsentGiver[][] others = [[.. consent.Givers], [new ConsentGiver(ConsentCapacity.Self, LivesWithChild: false)]];
        return policies.Givers
            .Where(giver => giver.Areas.Contains(area) && own.Day >= giver.From && (giver.To is null || own.Day <= giver.To))
            .Where(giver => own.Truth(giver.When, Step.Consent) == true)
            .Select(giver => RequiredGivers.Of(giver.Requires, () => true, () => false).ToArray())
            .Concat(others)
            .Select(givers => consent with { Area = area, Givers = [.. givers] })
            .Where(changed => changed.Told != consent.Told)
            .DistinctBy(changed => changed.Told, StringComparer.Ordinal)
            .Select(changed => new Variation("consent", $"({changed.Told})", own with { Consent = changed }));
    }
}
