using System.Globalization;
using System.Text;
using Taushet.Core.Policies;
using Taushet.Core.Vocabulary;
using Taushet.Policies.Book;

namespace Taushet.Policies.Publishing;

/// <summary>The rule book as a page for jurists: each act with its rules in the order of its sections.</summary>
public static class BookPage
{
    /// <summary>The file's name, beside the rules.</summary>
    public const string File = "BOOK.md";

    private static readonly ServiceSet ServicesAlone =
        ServiceSet.Of([.. Codes<Service>.Members.Where(service => service < Service.ParentWithResponsibility)]);

    /// <summary>Writes the page.</summary>
    public static string Write(PolicyBook book)
    {
        var page = new StringBuilder(64 * 1024);
        var rules = book.Policies.Rules;
        page.Append("# Regelboka\n\n")
            .Append("Laget av `taushet policy book`; endre regelfilene, ikke denne siden. ")
            .Append(CultureInfo.InvariantCulture, $"{rules.Length} regler i {rules.Select(rule => ActOf(rule, book.Acts)).Distinct(StringComparer.Ordinal).Count()} lover, ")
            .Append(CultureInfo.InvariantCulture, $"{book.Policies.Givers.Length} regler om hvem som samtykker. ")
            .Append(CultureInfo.InvariantCulture, $"{book.Doubts.Length} er merket M eller U og venter på en jurist.\n\n")
            .Append(CultureInfo.InvariantCulture, $"Regelsett: `{book.Policies.Hash}`\n\n")
            .Append("![Hva som er mulig mellom hvem](matrix.svg)\n\n")
            .Append("Tjenestene er forkortet som i bildet; «alle» er alle tjenester og alle andre mottakere. Sikkerhet: V lest i loven, V-F lest i endringsloven, ")
            .Append("S annen kilde, M etter hukommelsen, U usikkert.\n\n")
            .Append("Hva hver regel gir, til hvilket formål, og hva som endrer det, står i `table/`, med en fil for hver lov. ")
            .Append("Hva som er tvilsomt ved en regel merket M eller U, står i `doubts.yaml`.\n");
        AppendServices(page, book.Policies.Phrases);
        foreach (var act in book.Acts)
        {
            var ofAct = rules.Where(rule => ActOf(rule, book.Acts) == act.Name)
                .OrderBy(rule => SectionOrder.Of(rule, act.Name), StringComparer.Ordinal)
                .ThenBy(rule => rule.Id, StringComparer.Ordinal);
            AppendAct(page, act, [.. ofAct], book.Policies.Phrases);
        }

        AppendGivers(page, book);
        return page.ToString();
    }

    // A rule's id begins with its act's name; of "fvl" and "fvl-2025" the longer one.
    private static string ActOf(Rule rule, IEnumerable<Act> acts) => acts
        .Select(act => act.Name)
        .Where(name => rule.Id.StartsWith(name + "-", StringComparison.Ordinal))
        .MaxBy(name => name.Length) ?? string.Empty;

    private static void AppendServices(StringBuilder page, Phrases phrases)
    {
        page.Append("\n## Forkortelser\n\n| Forkortelse | Tjeneste eller mottaker |\n|---|---|\n");
        foreach (var service in Codes<Service>.Members)
        {
            page.Append(CultureInfo.InvariantCulture, $"| {Codes<Service>.Of(service)} | {Cell(phrases.Of(service))} |\n");
        }
    }

    private static void AppendAct(StringBuilder page, Act act, IReadOnlyList<Rule> rules, Phrases phrases)
    {
        if (rules.Count == 0)
        {
            return;
        }

        page.Append(CultureInfo.InvariantCulture, $"\n## {act.Title} ({act.Name}, {act.LovdataId})\n\n")
            .Append("| Hjemmel | Regel | Trinn og utfall | Fra hvem til hvem | Gjelder | Sikkerhet |\n|---|---|---|---|---|---|\n");
        foreach (var rule in rules)
        {
            page.Append("| ").Append(string.Join("<br>", rule.Citations))
                .Append(" | ").Append(Cell(rule.Title)).Append("<br>`").Append(rule.Id).Append('`')
                .Append(" | ").Append(phrases.Of(rule.Step)).Append(Outcome(rule, phrases))
                .Append(" | ").Append(Services(rule.Holders)).Append(" → ").Append(Services(rule.Receivers))
                .Append(" | ").Append(Dates(rule.From, rule.To))
                .Append(" | ").Append(Codes<Confidence>.Of(rule.Confidence)).Append(" |\n");
        }
    }

    private static void AppendGivers(StringBuilder page, PolicyBook book)
    {
        page.Append("\n## Hvem som samtykker for barnet\n\n| Hjemmel | Regel | Område | Når | Hvem | Gjelder | Sikkerhet |\n|---|---|---|---|---|---|---|\n");
        foreach (var giver in book.Policies.Givers)
        {
            page.Append("| ").Append(string.Join("<br>", giver.Citations)).Append(" | `").Append(giver.Id).Append("` | ")
                .Append(string.Join(", ", giver.Areas.ToList().Select(book.Policies.Phrases.Of)))
                .Append(" | ").Append(Cell(GiverCircumstances.Of(giver, book.Policies.Phrases)))
                .Append(" | ").Append(book.Policies.Phrases.Of(giver.Requires))
                .Append(" | ").Append(Dates(giver.From, giver.To))
                .Append(" | ").Append(Codes<Confidence>.Of(giver.Confidence)).Append(" |\n");
        }
    }

    private static string Outcome(Rule rule, Phrases phrases) =>
        rule.Outcome == Core.Vocabulary.Outcome.Withhold ? string.Empty : $"<br>{phrases.Of(rule.Outcome)}";

    private static string Services(ServiceSet services) =>
        services == ServiceSet.All ? "alle"
        : AllBut(services, ServiceSet.All, "alle")
        ?? AllBut(services, ServicesAlone, "alle tjenester")
        ?? string.Join(", ", services.ToList().Select(Codes<Service>.Of));

    private static string? AllBut(ServiceSet services, ServiceSet whole, string name)
    {
        const int Few = 8;
        var missing = (whole - services).ToList().ToList();
        if (missing.Count > Few || !(services - whole).IsEmpty)
        {
            return null;
        }

        return missing.Count == 0 ? name : $"{name} unntatt {string.Join(", ", missing.Select(Codes<Service>.Of))}";
    }

    private static string Dates(DateOnly from, DateOnly? to) => to is { } last
        ? string.Create(CultureInfo.InvariantCulture, $"{from:yyyy-MM-dd} til {last:yyyy-MM-dd}")
        : string.Create(CultureInfo.InvariantCulture, $"fra {from:yyyy-MM-dd}");

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
