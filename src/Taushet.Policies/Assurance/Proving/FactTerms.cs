using Taushet.Core.Policies;

namespace Taushet.Policies.Assurance.Proving;

/// <summary>The facts of one decision as terms, and conditions over them in three values.</summary>
/// <param name="script">Where terms are named.</param>
/// <param name="read">The term that stands for an input in this decision.</param>
internal sealed class FactTerms(Script script, Func<string, string> read)
{
    private const int Majority = 18;

    /// <summary>The truth of a condition.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="atDuties">Whether a child of unknown age counts as a child.</param>
    /// <param name="consent">The consent under test, as truths of its facts; null when there is none.</param>
    public Tri Of(Condition condition, bool atDuties, ConsentTerms? consent = null) => condition switch
    {
        Condition.All all => Joined([.. all.Parts.Select(part => Of(part, atDuties, consent))]),
        Condition.Any any => Joined([.. any.Parts.Select(part => Of(part, atDuties, consent).Not())]).Not(),
        Condition.Not not => Of(not.Part, atDuties, consent).Not(),
        Condition.In among => Among(among, atDuties, consent),
        Condition.Between bounds => Between(bounds),
        Condition.IsKnown known => new Tri(Known(known.Slot, atDuties, consent), Term.Not(Known(known.Slot, atDuties, consent))),
        _ => throw new NotSupportedException($"The form does not know {condition.GetType().Name}."),
    };

    private Tri Joined(List<Tri> parts) => new(
        script.Named(Term.And(parts.Select(part => part.IsTrue)), "t"),
        script.Named(Term.Or(parts.Select(part => part.IsFalse)), "f"));

    private Tri Among(Condition.In among, bool atDuties, ConsentTerms? consent)
    {
        var known = Known(among.Slot, atDuties, consent);
        if (among.Slot == FactSlot.ConsentArea)
        {
            return Tri.Of(known, consent is null ? Term.False : Term.Or(among.Values.Select(value => Term.Is(consent.Area, value, Inputs.Code))));
        }

        if (Truth(among.Slot, consent) is { } truth)
        {
            return Tri.Of(known, Term.Or(among.Values.Select(value => value == 1 ? truth : value == 0 ? Term.Not(truth) : Term.False)));
        }

        var width = Inputs.WidthOf(among.Slot)!.Value;
        return Tri.Of(known, Term.Or(among.Values.Select(value => Term.Is(read(Inputs.Name(among.Slot)), value, width))));
    }

    private Tri Between(Condition.Between bounds)
    {
        var width = Inputs.WidthOf(bounds.Slot)!.Value;
        var value = read(Inputs.Name(bounds.Slot));
        var least = bounds.Least <= -2 ? Term.True : $"(bvsge {value} {Term.Number(bounds.Least, width)})";
        var most = bounds.Most >= 9999 ? Term.True : $"(bvsle {value} {Term.Number(bounds.Most, width)})";
        return Tri.Of(Known(bounds.Slot, atDuties: false, consent: null), Term.And(least, most));
    }

    private string Known(FactSlot slot, bool atDuties, ConsentTerms? consent)
    {
        switch (slot)
        {
            case FactSlot.Unborn:
                return Term.True;
            case FactSlot.Child:
                return atDuties ? Term.True : Term.Or(read("unborn"), read("known-age"));
            case FactSlot.ConsentArea or FactSlot.ConsentBySelf or FactSlot.ConsentComplete:
                return Term.Bool(consent is not null);
            case FactSlot.ConsentChildHeard:
                return consent is null ? Term.False : Term.Or(consent.Heard.IsTrue, consent.Heard.IsFalse);
            case FactSlot.ConsentKeptFromGuardians:
                return consent is null ? Term.False : read("known-secrecies");
        }

        var stated = Inputs.EvidenceOf(slot) is { } evidence ? read($"has-{evidence}") : Term.True;
        return Inputs.AlwaysStated.Contains(slot) ? stated : Term.And(stated, read($"known-{Inputs.Name(slot)}"));
    }

    /// <summary>The value of a fact that is yes or no; null for others.</summary>
    private string? Truth(FactSlot slot, ConsentTerms? consent) => slot switch
    {
        FactSlot.Unborn => read("unborn"),
        FactSlot.Child => Term.And(
            Term.Not(read("unborn")),
            Term.Or(Term.Not(read("known-age")), $"(bvslt {read("age")} {Term.Number(Majority, Inputs.Whole)})")),
        FactSlot.OrderComplete => Term.And(
            read("order-reference"),
            read("order-necessity"),
            Term.Not(Term.Is(read("order-scope"), 0, Inputs.CellWidth))),
        FactSlot.ConsentBySelf => consent?.BySelf ?? Term.False,
        FactSlot.ConsentComplete => consent?.Complete ?? Term.False,
        FactSlot.ConsentChildHeard => consent?.Heard.IsTrue ?? Term.False,
        FactSlot.ConsentKeptFromGuardians => consent?.Kept ?? Term.False,
        _ => Inputs.WidthOf(slot) is null ? read(Inputs.Name(slot)) : null,
    };
}

/// <summary>What a condition can ask of the consent under test.</summary>
internal sealed record ConsentTerms(string Area, string BySelf, Tri Heard, string Kept, string Complete);
