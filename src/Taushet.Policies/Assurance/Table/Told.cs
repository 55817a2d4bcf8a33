using Taushet.Core.Decisions;
using Taushet.Core.Policies;
using Taushet.Core.Vocabulary;

namespace Taushet.Policies.Assurance.Table;

/// <summary>What a decision says, as the table tells it for one rule.</summary>
/// <param name="Rule">What the rule itself does.</param>
/// <param name="Cells">The cells that the rule opens, closes or speaks of.</param>
/// <param name="Cited">Of what it opens: the cells for which it is cited, since they are decided as it says.</param>
/// <param name="Given">What is decided of each cell; of a rule that gives nothing only what it obliges to and which traits it closes.</param>
/// <param name="Owed">Of a rule that gives: one cell that it is cited for, and what must be done with that cell.</param>
internal readonly record struct Told(Speech Rule, CellSet Cells, CellSet Cited, Given Given, (Cell Cell, MemberSet<Obligation> Obligations)? Owed)
{
    /// <summary>What a decision says for a rule.</summary>
    public static Told Of(Decision decision, Rule rule)
    {
        var (speech, cells, outcome) = (Speech.Silent, CellSet.Empty, Outcome.Withhold);
        foreach (var applied in decision.Applied)
        {
            if (applied.Rule.Id == rule.Id)
            {
                speech = applied.Near && speech != Speech.Applies ? Speech.Near : Speech.Applies;
                cells |= applied.Cells;
                outcome = applied.Rule.Outcome;
            }
        }

        var given = OwnSituation.Opens(rule) ? Given.Of(decision)
            : speech == Speech.Applies ? OwnOf(decision, rule)
            : default;
        var cited = cells & given.With(outcome);
        return new Told(speech, cells, cited, given, OwedOf(decision, rule, cited));
    }

    /// <summary>What must be done with one of the cells: one that no other rule gives, where there is any.</summary>
    private static (Cell, MemberSet<Obligation>)? OwedOf(Decision decision, Rule rule, CellSet cited)
    {
        if (cited.IsEmpty)
        {
            return null;
        }

        var others = decision.Applied
            .Where(applied => OwnSituation.Opens(applied.Rule) && !applied.Near && applied.Rule.Id != rule.Id)
            .Aggregate(CellSet.Empty, (all, applied) => all | applied.Cells);
        var cell = (cited - others).IsEmpty ? cited.ToList()[0] : (cited - others).ToList()[0];
        return (cell, Explanation.Of(decision, cell).Obligations);
    }

    /// <summary>Of a rule that gives nothing: what it obliges to and which traits it closes, as far as the decision says so.</summary>
    private static Given OwnOf(Decision decision, Rule rule) => new()
    {
        Obligations = rule.Step is Step.Obligation or Step.Endangerment ? decision.Obligations & rule.Obligations : default,
        ClosedTraits = decision.ClosedTraits & rule.ClosesTraits,
    };

    /// <summary>Whether the rule opens or closes something, speaks or obliges.</summary>
    public bool Applies => Rule == Speech.Applies && (!Cells.IsEmpty);
}

/// <summary>What a rule does in a decision.</summary>
internal enum Speech
{
    /// <summary>Nothing.</summary>
    Silent,

    /// <summary>It would open if a fact were known: it tells a way.</summary>
    Near,

    /// <summary>It applies.</summary>
    Applies,
}

/// <summary>What is decided of the cells.</summary>
internal readonly record struct Given(
    CellSet Must,
    CellSet OnRequest,
    CellSet ByHolder,
    CellSet Human,
    CellSet Relevant,
    CellSet ByHand,
    CellSet InSilence,
    MemberSet<Trait> ClosedTraits,
    MemberSet<Obligation> Obligations)
{
    public static Given Of(Decision decision)
    {
        var byHolder = decision.HolderMayGive & decision.HolderDecided;
        return new Given(
            decision.Must,
            decision.MayOnRequest,
            byHolder,
            decision.RoutedToHuman,
            decision.Relevant & (decision.Must | decision.MayOnRequest | byHolder),
            decision.ByHand - decision.ByHandInSilence,
            decision.ByHandInSilence,
            decision.ClosedTraits,
            decision.Obligations);
    }

    /// <summary>The cells with an outcome.</summary>
    public CellSet With(Outcome outcome) => outcome switch
    {
        Outcome.Must => Must,
        Outcome.MayOnRequest => OnRequest,
        Outcome.MayByHolder => ByHolder,
        Outcome.RouteToHuman => Human,
        Outcome.Withhold => CellSet.Empty,
    };

    public bool IsNothing => (Must | OnRequest | ByHolder | Human | InSilence).IsEmpty;

    /// <summary>Each set of cells with its name, in the order in which they are told.</summary>
    public IEnumerable<(string Name, CellSet Cells)> Parts() =>
    [
        (Codes<Outcome>.Of(Outcome.Must), Must),
        (Codes<Outcome>.Of(Outcome.MayOnRequest), OnRequest),
        (Codes<Outcome>.Of(Outcome.MayByHolder), ByHolder),
        (Codes<Outcome>.Of(Outcome.RouteToHuman), Human),
        ("relevant", Relevant),
        ("by_hand", ByHand),
        ("by_hand_in_silence", InSilence),
    ];
}
