using System.Globalization;
using System.Net;
using System.Text;
using Taushet.Core.Consents;
using Taushet.Core.Policies;
using Taushet.Core.Vocabulary;
using Taushet.Storage.Ports;

namespace Taushet.Gateway.Consent;

/// <summary>A wish in plain bokmål, to be printed for the one who gives it. It names no person and no number of one.</summary>
internal sealed class WishSummary(Phrases names)
{
    private const int Width = 100;
    private const string DayForm = "d. MMMM yyyy";
    private static readonly CultureInfo Norwegian = Months();

    /// <summary>Writes it.</summary>
    public (string Text, string Html) Of(WishRecord record, WishStatus status, DateOnly today)
    {
        var parts = Parts(record, status, today).ToList();
        var title = Capital(names.Of(record.Kind));
        return (Plain(title, parts), Page(title, parts));
    }

    private IEnumerable<Part> Parts(WishRecord record, WishStatus status, DateOnly today)
    {
        var terms = record.Terms;
        yield return new Part("Status", [$"{Capital(names.Of(status))} ({Day(today)})."]);
        yield return new Part(
            record.Kind == WishKind.Consent ? "Hva kan deles" : "Hva det gjelder",
            [.. terms.Cells.ToList().Where(cell => CellCategories.IsCategory(cell) || !Within(terms.Cells, cell)).Select(names.Of)]);
        yield return new Part("Fra hvem", Parties(terms.Holders, "alle som har opplysningene"));
        yield return new Part(record.Kind == WishKind.Consent ? "Til hvem" : "Overfor hvem", Receivers(record));
        if (!terms.Purposes.IsEmpty)
        {
            yield return new Part("Hva skal det brukes til", [.. terms.Purposes.ToList().Select(names.Of)]);
        }

        yield return new Part("Hvor lenge", [Period(terms)]);
        yield return new Part("Hvem har sagt ja", [.. Givers(record)]);
        if (terms.ChildHeard is { } heard)
        {
            yield return new Part("Barnet er hørt", [$"{Day(heard)}: {names.Of(terms.ChildView ?? ChildView.NoWish)}."]);
        }

        yield return new Part("Slik trekker du det tilbake", Withdrawing(record.Kind));
    }

    private string[] Receivers(WishRecord record) => record.Kind switch
    {
        WishKind.Consent => Parties(record.Terms.Receivers, string.Empty),
        WishKind.Objection => Parties(record.Terms.Receivers, "alle som spør"),
        WishKind.Secrecy => Parties(record.Terms.Receivers, "begge foreldrene"),
    };

    private string[] Parties(IReadOnlyList<ConsentParty> parties, string none) => parties.Count == 0
        ? [none]
        : [.. parties.Select(party => party.Organisation.Length == 0
            ? names.Of(party.Service)
            : $"{names.Of(party.Service)} (organisasjonsnummer {party.Organisation})")];

    private IEnumerable<string> Givers(WishRecord record)
    {
        if (record.Givers.IsEmpty)
        {
            yield return "Ingen står ved det lenger.";
        }

        foreach (var happened in record.Events.Where(one => one.Giver is not null))
        {
            var said = happened.Event == ConsentEventKind.Withdrawn ? "trakk det tilbake" : "sa ja";
            var proof = happened.Proof is { } shown ? $", {names.Of(shown)}" : string.Empty;
            yield return $"{Capital(names.Of(happened.Giver!.Value.Capacity))} {said} {Day(Core.Requests.OsloTime.DateAt(happened.At))}{proof}.";
        }
    }

    private static string Period(WishTerms terms) => terms.To.Year == DateOnly.MaxValue.Year
        ? $"Fra {Day(terms.From)}, til det blir trukket tilbake."
        : $"Fra {Day(terms.From)} til og med {Day(terms.To)}. Det kan falle bort før, for eksempel når barnet selv får bestemme.";

    private static string[] Withdrawing(WishKind kind) => kind == WishKind.Consent
        ?
        [
            "Du kan når som helst trekke samtykket, og du trenger ikke å si hvorfor.",
            "Si fra til en av dem som står over. Fra da av blir ingenting mer delt. Det som alt er delt, blir ikke hentet tilbake.",
        ]
        : ["Du kan når som helst ombestemme deg. Si fra til den som skrev det ned."];

    private static bool Within(CellSet cells, Cell topic) => cells.ToList().Any(cell =>
        cell != topic && CellCategories.IsCategory(cell) && CellCategories.WithTopics(cell).Contains(topic));

    private static string Plain(string title, IReadOnlyList<Part> parts)
    {
        var text = new StringBuilder(title).Append("\n\n");
        foreach (var part in parts)
        {
            text.Append(part.Heading).Append('\n');
            foreach (var line in part.Lines)
            {
                Wrap(text, line);
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    private static void Wrap(StringBuilder text, string line)
    {
        const string Indent = "    ";
        text.Append("  -");
        var length = Indent.Length - 1;
        foreach (var word in line.Split(' '))
        {
            if (length + 1 + word.Length > Width)
            {
                text.Append('\n').Append(Indent).Append(word);
                length = Indent.Length + word.Length;
            }
            else
            {
                text.Append(' ').Append(word);
                length += 1 + word.Length;
            }
        }

        text.Append('\n');
    }

    private static string Page(string title, IReadOnlyList<Part> parts)
    {
        var html = new StringBuilder();
        html.Append("<!DOCTYPE html>\n<html lang=\"nb\"><head><meta charset=\"utf-8\"><title>").Append(Safe(title)).Append("</title>\n");
        html.Append("<style>body{font:11pt/1.35 sans-serif;max-width:42em;margin:2em auto}h1{font-size:16pt}h2{font-size:11pt;margin:.8em 0 .1em}ul{margin:0}@page{size:A4;margin:15mm}</style>\n");
        html.Append("</head><body><h1>").Append(Safe(title)).Append("</h1>\n");
        foreach (var part in parts)
        {
            html.Append("<h2>").Append(Safe(part.Heading)).Append("</h2><ul>");
            foreach (var line in part.Lines)
            {
                html.Append("<li>").Append(Safe(line)).Append("</li>");
            }

            html.Append("</ul>\n");
        }

        return html.Append("</body></html>\n").ToString();
    }

    private static string Safe(string text) => WebUtility.HtmlEncode(text);

    private static string Day(DateOnly day) => day.ToString(DayForm, Norwegian);

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    // The machine need not know Norwegian.
    private static CultureInfo Months()
    {
        string[] months =
        [
            "januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober", "november", "desember", string.Empty,
        ];
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.DateTimeFormat.MonthNames = months;
        culture.DateTimeFormat.MonthGenitiveNames = months;
        return culture;
    }

    private sealed record Part(string Heading, string[] Lines);
}
