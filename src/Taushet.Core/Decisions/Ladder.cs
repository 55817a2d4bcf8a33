using Taushet.Core.Policies;
using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Decisions;

/// <summary>What one decision has established so far, as it climbs the ladder. Lives on the decider's stack.</summary>
internal ref struct Ladder(
    Request request,
    Facts facts,
    PolicySet policies,
    FactVector vector,
    Candidates candidates,
    Span<AppliedRule> scratch)
{
    private readonly Span<AppliedRule> applied = scratch;
    private readonly Candidates candidates = candidates;
    private int appliedCount;

    public Request Request { get; } = request;

    public Facts Facts { get; } = facts;

    public PolicySet Policies { get; } = policies;

    public FactVector Vector { get; } = vector;

    /// <summary>Owed, open to collection, open to the holder's choice, for a human.</summary>
    public CellSet Must { get; set; }

    public CellSet MayOnRequest { get; set; }

    public CellSet HolderMayGive { get; set; }

    public CellSet RoutedToHuman { get; set; }

    /// <summary>Owed or open to collection with extent ALL by at least one rule; what is so only otherwise is RELEVANT.</summary>
    public CellSet OpenedWhole { get; set; }

    /// <summary>Open to the holder's choice with extent ALL: it widens nothing until the holder has decided.</summary>
    public CellSet HolderMayGiveWhole { get; set; }

    /// <summary>What the holder has decided to give, where the law leaves it the choice.</summary>
    public CellSet HolderDecided { get; set; }

    /// <summary>What asserted openings leave to the holder unless they are known not to hold, whatever closes it.</summary>
    public CellSet LeftToHolder { get; set; }

    public CellSet ByHand { get; set; }

    /// <summary>Of these: what a blanket shield turns to silence towards the one who pulls.</summary>
    public CellSet ByHandInSilence { get; set; }

    /// <summary>Closed by a routing shield: for everything that is not owed, whatever names it.</summary>
    public CellSet ClosedHard { get; set; }

    /// <summary>Closed by a soft shield: for everything that is not owed, unless a rule names it.</summary>
    public CellSet ClosedSoft { get; set; }

    public MemberSet<Trait> ClosedTraits { get; set; }

    public MemberSet<Obligation> Obligations { get; set; }

    public readonly ReadOnlySpan<AppliedRule> Applied => applied[..appliedCount];

    /// <summary>Whether the rule concerns this request at all: its flow and dates. Step, holder and receiver are indexed.</summary>
    public readonly bool Concerns(Rule rule) => rule.Flows.Contains(Request.Flow) && rule.InForceOn(Request.LawDate);

    /// <summary>Whether a rule that closes, tells or obliges applies: it concerns the request and is not known to be False.</summary>
    public readonly bool IsNotFalse(Rule rule) => Concerns(rule) && rule.When.Evaluate(Vector) != Truth.False;

    /// <summary>The candidate rules of a step, in order of id.</summary>
    public readonly ReadOnlySpan<Rule> RulesOf(Step step) => candidates.Of(step);

    /// <summary>Notes that a rule applied to these cells, or came near.</summary>
    public void Note(Rule rule, CellSet cells, bool near = false) =>
        applied[appliedCount++] = new AppliedRule(rule, cells, near);

    /// <summary>Opens cells with the rule's outcome.</summary>
    public void Open(Rule rule, CellSet whole, CellSet relevant)
    {
        var cells = whole | relevant;
        switch (rule.Outcome)
        {
            case Outcome.Must:
                Must |= cells;
                OpenedWhole |= whole;
                break;
            case Outcome.MayOnRequest:
                MayOnRequest |= cells;
                OpenedWhole |= whole;
                break;
            case Outcome.MayByHolder:
                HolderMayGive |= cells;
                HolderMayGiveWhole |= whole;
                break;
            case Outcome.RouteToHuman:
                RoutedToHuman |= cells;
                break;
            case Outcome.Withhold:
                return;
        }

        Note(rule, cells);
    }
}
