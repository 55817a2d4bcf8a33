using System.Collections.Immutable;
using System.Text;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Trail.Reading;

/// <summary>A decision as an entry's holder part tells it: the sets of cells, and the rules that applied.</summary>
public sealed record RecordedDecision
{
    private const string Version = "decision.v1";

    /// <summary>Nothing was decided: the text is of another kind of entry.</summary>
    public static RecordedDecision None { get; } = new();

    /// <summary>Every cell that was listed, and what a duty owes.</summary>
    public CellSet Asked { get; init; }

    /// <summary>Owed.</summary>
    public CellSet Must { get; init; }

    /// <summary>Owed, but by a human's hand.</summary>
    public CellSet ByHand { get; init; }

    /// <summary>Open to the receiver.</summary>
    public CellSet MayOnRequest { get; init; }

    /// <summary>Open to the holder's choice.</summary>
    public CellSet HolderMayGive { get; init; }

    /// <summary>What the holder has decided to give.</summary>
    public CellSet HolderDecided { get; init; }

    /// <summary>What a human must answer.</summary>
    public CellSet RoutedToHuman { get; init; }

    /// <summary>Of what is given: of which only what is relevant.</summary>
    public CellSet Relevant { get; init; }

    /// <summary>The obligations.</summary>
    public MemberSet<Obligation> Obligations { get; init; }

    /// <summary>The rules, in the order of the ladder, each with the cells it speaks of.</summary>
    public ImmutableArray<RecordedRule> Rules { get; init; } = [];

    /// <summary>What the holder gave by its own decision.</summary>
    public CellSet MayByHolder => HolderMayGive & HolderDecided;

    /// <summary>What was asked for and not given by any outcome.</summary>
    public CellSet Withheld => Asked - Must - MayOnRequest - MayByHolder - RoutedToHuman;

    /// <summary>Every outcome that some cell had.</summary>
    public MemberSet<Outcome> Outcomes =>
        When(Must, Outcome.Must) | When(MayOnRequest, Outcome.MayOnRequest) | When(MayByHolder, Outcome.MayByHolder)
        | When(RoutedToHuman, Outcome.RouteToHuman) | When(Withheld, Outcome.Withhold);

    /// <summary>The outcome of a cell.</summary>
    public Outcome OutcomeOf(Cell cell) =>
        Must.Contains(cell) ? Outcome.Must
        : MayOnRequest.Contains(cell) ? Outcome.MayOnRequest
        : MayByHolder.Contains(cell) ? Outcome.MayByHolder
        : RoutedToHuman.Contains(cell) ? Outcome.RouteToHuman
        : Outcome.Withhold;

    /// <summary>Reads the text of a holder part.</summary>
    /// <returns><see cref="None"/> when it is no decision.</returns>
    /// <exception cref="FormatException">It is a decision with a line or a code that this version does not know.</exception>
    public static RecordedDecision Read(string text)
    {
        var lines = text.AsSpan().EnumerateLines();
        return lines.MoveNext() && lines.Current.SequenceEqual(Version) ? ReadLines(lines) : None;
    }

    private static RecordedDecision ReadLines(SpanLineEnumerator lines)
    {
        var decision = new RecordedDecision();
        var rules = ImmutableArray.CreateBuilder<RecordedRule>();
        while (lines.MoveNext())
        {
            if (!lines.Current.IsEmpty)
            {
                decision = decision.With(new CodeLine(lines.Current), rules);
            }
        }

        return decision with { Rules = rules.DrainToImmutable() };
    }

    private RecordedDecision With(CodeLine line, ImmutableArray<RecordedRule>.Builder rules)
    {
        switch (line.Name)
        {
            case "asked":
                return this with { Asked = line.Cells() };
            case "must":
                return this with { Must = line.Cells() };
            case "by-hand":
                return this with { ByHand = line.Cells() };
            case "may-on-request":
                return this with { MayOnRequest = line.Cells() };
            case "holder-may-give":
                return this with { HolderMayGive = line.Cells() };
            case "holder-decided":
                return this with { HolderDecided = line.Cells() };
            case "routed-to-human":
                return this with { RoutedToHuman = line.Cells() };
            case "relevant":
                return this with { Relevant = line.Cells() };
            case "obligation":
                return this with { Obligations = Obligations | MemberSet<Obligation>.Of(line.Member<Obligation>()) };
            case "rule" or "near":
                rules.Add(new RecordedRule(line.Word(), line.Name is "near", line.Cells()));
                return this;
            case "by-hand-in-silence" or "consent":
                return this;
            default:
                throw new FormatException("A recorded decision has a line that this version does not know.");
        }
    }

    private static MemberSet<Outcome> When(CellSet cells, Outcome outcome) =>
        cells.IsEmpty ? default : MemberSet<Outcome>.Of(outcome);
}

/// <summary>A rule that applied.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Near">Whether it did not open, but would if its unknown facts held.</param>
/// <param name="Cells">The cells it speaks of.</param>
public sealed record RecordedRule(string Id, bool Near, CellSet Cells);
