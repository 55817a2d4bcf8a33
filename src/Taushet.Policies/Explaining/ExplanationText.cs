using Taushet.Core.Decisions;
using Taushet.Core.Explaining;
using Taushet.Core.Policies;
using Taushet.Core.Vocabulary;

namespace Taushet.Policies.Explaining;

/// <summary>The full explanation in bokmål, for people: cells that share an explanation stand together.</summary>
public static class ExplanationText
{
    /// <summary>How many of the rules that came near are told of a cell, unless all are asked for.</summary>
    public const int Closest = 3;

    /// <summary>Writes it.</summary>
    /// <param name="explained">The explanation.</param>
    /// <param name="phrases">What members are called.</param>
    /// <param name="closest">How many of the rules that came near to tell of each cell.</param>
    public static IEnumerable<string> Lines(FullExplanation explained, Phrases phrases, int closest = Closest)
    {
        var groups = explained.Cells
            .Select(cell => (cell.Told.Cell, Body: Body(explained.Verdict.WithFacts, cell, phrases, closest).ToList()))
            .GroupBy(cell => string.Join('\n', cell.Body), StringComparer.Ordinal);
        foreach (var group in groups)
        {
            var cells = group.Select(cell => $"{Codes<Cell>.Of(cell.Cell)} ({phrases.Of(cell.Cell)})");
            yield return string.Join(", ", cells);
            foreach (var line in group.First().Body)
            {
                yield return $"  {line}";
            }
        }
    }

    private static IEnumerable<string> Body(Decision decision, CellExplanation cell, Phrases phrases, int closest)
    {
        yield return Outcome(decision, cell.Told, phrases);
        if (cell.Told.DecidingRule is { } deciding)
        {
            yield return $"regel: {deciding.Id} «{deciding.Title}»";
            yield return $"hjemmel: {string.Join("; ", cell.Told.Citations)}";
            yield return $"begrunnelse: {deciding.Reason}";
        }

        foreach (var obligation in cell.Told.Obligations.ToList())
        {
            yield return $"plikt: {phrases.Of(obligation)}";
        }

        foreach (var line in cell.Near.Take(closest).SelectMany(near => Near(near, phrases)))
        {
            yield return line;
        }

        if (cell.Near.Length > closest)
        {
            yield return $"og {cell.Near.Length - closest} regler til som manglet mer";
        }

        if (!cell.Told.Routes.IsEmpty)
        {
            yield return $"veier videre: {string.Join("; ", cell.Told.Routes.ToList().Select(phrases.Of))}";
        }
    }

    private static string Outcome(Decision decision, Explanation told, Phrases phrases)
    {
        var extent = told.Extent == Extent.Relevant ? ", bare det som er merket relevant" : string.Empty;
        var way = decision.ByHand.Contains(told.Cell) ? ", muntlig fra et menneske" : string.Empty;
        return $"{Codes<Core.Vocabulary.Outcome>.Of(told.Outcome)}: {phrases.Of(told.Outcome)}{extent}{way}";
    }

    private static IEnumerable<string> Near(NearRule near, Phrases phrases)
    {
        yield return $"nær ({Kind(near)}): {near.Rule.Id} «{near.Rule.Title}» ({string.Join("; ", near.Rule.Citations)})";
        foreach (var shortfall in near.Shortfalls)
        {
            yield return $"  mangler: {ShortfallText.Of(shortfall, phrases)}";
        }

        if (!near.OrderCases.IsEmpty)
        {
            yield return $"  pålegg kan gis i: {string.Join("; ", near.OrderCases.Select(phrases.Of))}";
        }

        if (!near.Obligations.IsEmpty)
        {
            yield return $"  plikter da: {string.Join("; ", near.Obligations.ToList().Select(phrases.Of))}";
        }
    }

    /// <summary>In what way a rule opens, in a word.</summary>
    public static string Kind(NearRule near) => near.Kind switch
    {
        OpeningKind.HoldersDuty => "plikt avgiver kan ha",
        OpeningKind.Order => "pålegg eller anmodning",
        OpeningKind.OtherDuty => "plikt",
        OpeningKind.Collection => "mottaker kan hente",
        OpeningKind.HoldersChoice => "avgiver kan velge",
        OpeningKind.Human => "et menneske svarer",
        OpeningKind.Consent => "samtykke",
        OpeningKind.AnonymisedDiscussion => "drøfting uten å si hvem",
    };
}
