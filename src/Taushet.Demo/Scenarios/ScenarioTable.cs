using Spectre.Console;
using Taushet.Core.Vocabulary;

namespace Taushet.Demo.Scenarios;

/// <summary>Writes played stories for people. People are shown by synthetic name, never by number.</summary>
internal static class ScenarioTable
{
    private const int LawsShown = 3;

    /// <summary>Writes one story: who asked whom for what, the outcome per cell, the law, and the receipt.</summary>
    public static void Write(IAnsiConsole console, int place, Played played)
    {
        var inquiry = played.Scenario.Inquiry;
        var table = new Table { Border = TableBorder.Rounded, Expand = true };
        table.Title = new TableTitle(Markup.Escape($"{place}. {played.Scenario.Story}"));
        table.AddColumns(
            new TableColumn("Outcome").Width(16),
            new TableColumn("Cells").Width(46),
            new TableColumn("Law").Width(40),
            new TableColumn("Then"));
        foreach (var group in played.Answer.Groups)
        {
            table.AddRow(
                Markup.Escape(Outcome(group)),
                Markup.Escape(string.Join(' ', group.Cells.Select(cell => Code<Cell>((int)cell)))),
                Markup.Escape(Law(group)),
                Markup.Escape(Then(group)));
        }

        table.Caption = new TableTitle(Markup.Escape(Caption(played, inquiry)));
        console.Write(table);
        console.WriteLine();
    }

    private static string Caption(Played played, V1.Inquiry inquiry)
    {
        var receipt = played.Answer.Receipt;
        var broken = played.Proofs.Where(proof => !proof.Holds).Select(proof => proof.Statement).ToList();
        var proofs = broken.Count == 0 ? $"{played.Proofs.Count} proofs hold" : $"DOES NOT HOLD: {string.Join("; ", broken)}";
        return $"{Party(inquiry.Receiver)} <- {Party(inquiry.Holder)}, {Code<Purpose>((int)inquiry.Purpose)}"
            + $" | receipt: entry {receipt.Index}, leaf {Convert.ToHexStringLower(receipt.LeafHash.Span[..6])}"
            + $" | released: {played.Answer.Released.Length} bytes | {proofs}";
    }

    private static string Outcome(V1.CellGroup group) =>
        group.Extent == V1.Extent.Relevant
            ? $"{Code<Outcome>((int)group.Outcome)} (relevant)"
            : Code<Outcome>((int)group.Outcome);

    private static string Law(V1.CellGroup group)
    {
        var shown = string.Join(", ", group.Citations.Take(LawsShown).Select(LawText));
        var more = group.Citations.Count - LawsShown;
        return $"{group.RuleId}: {shown}{(more > 0 ? $" +{more}" : string.Empty)}";
    }

    private static string LawText(V1.Citation citation)
    {
        var paragraph = citation.Paragraph > 0 ? $" ({citation.Paragraph})" : string.Empty;
        var letter = citation.Letter.Length > 0 ? $" {citation.Letter}" : string.Empty;
        return $"{citation.Act} § {citation.Section}{paragraph}{letter}";
    }

    private static string Then(V1.CellGroup group) => string.Join(
        ' ',
        group.Obligations.Select(obligation => Code<Obligation>((int)obligation))
            .Concat(group.Routes.Select(route => "→" + Code<Core.Vocabulary.Route>((int)route))));

    private static string Party(V1.Party party) => Town.Organisations.All
        .FirstOrDefault(organisation => organisation.Number == party.OrganisationNumber)?.Name ?? Code<Service>((int)party.Service);

    private static string Code<T>(int number)
        where T : struct, Enum => number == 0 ? "-" : Codes<T>.Of((T)Enum.ToObject(typeof(T), number));
}
