using System.Globalization;
using System.Security;
using System.Text;
using Taushet.Core.Explaining;
using Taushet.Core.Policies;
using Taushet.Core.Vocabulary;

namespace Taushet.Policies.Publishing;

/// <summary>A picture of the rule book: for each holder and receiver in what ways something can be given, each way at its own place.</summary>
public static class MatrixPicture
{
    /// <summary>The file's name, beside the rules.</summary>
    public const string File = "matrix.svg";

    /// <summary>The state of law the picture shows: the one the book aims at.</summary>
    public static readonly DateOnly Day = new(2026, 11, 21);

    private const int Side = 24;
    private const int Dot = 7;
    private const int Left = 330;
    private const int Top = 330;
    private const int FirstThatIsNoService = (int)Service.ParentWithResponsibility;

    // In the reading order of a square: three a row.
    private static readonly (OpeningKind Kind, string Colour, string Text)[] Ways =
    [
        (OpeningKind.HoldersDuty, "#b3261e", "plikt avgiver har av eget tiltak (melde, avverge, varsle)"),
        (OpeningKind.Order, "#e8710a", "plikt etter pålegg, skriftlig krav eller mandat fra mottaker"),
        (OpeningKind.OtherDuty, "#8e24aa", "annen plikt: rett til informasjon, tilbakemelding, epikrise"),
        (OpeningKind.Collection, "#188038", "mottaker kan hente det som er nødvendig"),
        (OpeningKind.Consent, "#1a73e8", "samtykke eller tillatelse"),
        (OpeningKind.HoldersChoice, "#00838f", "avgiver kan velge å gi"),
        (OpeningKind.AnonymisedDiscussion, "#80868b", "drøfting uten å si hvem barnet er"),
        (OpeningKind.Human, "#000000", "et menneske svarer"),
    ];

    /// <summary>Draws it.</summary>
    public static string Draw(PolicySet policies)
    {
        var holders = Codes<Service>.Members.Where(service => (int)service < FirstThatIsNoService).ToList();
        var receivers = Codes<Service>.Members.ToList();
        var width = Left + (receivers.Count * Side) + 190;
        var height = Top + (holders.Count * Side) + 30;
        var svg = new StringBuilder(256 * 1024);
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" font-family=\"DejaVu Sans, Verdana, sans-serif\">\n");
        svg.Append("<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
        DrawLegend(svg);
        DrawLabels(svg, holders, receivers, policies.Phrases);
        var rules = policies.Rules.Where(rule => rule.InForceOn(Day) && rule.Step is Step.Duty or Step.Opening or Step.Consent or Step.Anonymised).ToList();
        for (var row = 0; row < holders.Count; row++)
        {
            var ofHolder = rules.Where(rule => rule.InForceOn(Day) && rule.Holders.Contains(holders[row])).ToList();
            for (var column = 0; column < receivers.Count; column++)
            {
                DrawSquare(svg, row, column, [.. ofHolder.Where(rule => rule.Receivers.Contains(receivers[column]))], holders[row], receivers[column]);
            }
        }

        return svg.Append("</svg>\n").ToString();
    }

    private static void DrawLegend(StringBuilder svg)
    {
        Text(svg, 20, 30, "Hva som er mulig, fra hvem til hvem", 15, "font-weight=\"bold\"");
        Text(svg, 20, 50, string.Create(CultureInfo.InvariantCulture, $"Retten {Day:yyyy-MM-dd}. Avgiver nedover, mottaker bortover."), 10);
        Text(svg, 20, 65, "En farge sier at en regel kan åpne for noe;", 10);
        Text(svg, 20, 79, "vilkår, formål og nødvendighet kommer i tillegg.", 10);
        for (var n = 0; n < Ways.Length; n++)
        {
            var y = 98 + (n * 19);
            svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"20\" y=\"{y}\" width=\"11\" height=\"11\" fill=\"{Ways[n].Colour}\"/>\n");
            Text(svg, 37, y + 9, Ways[n].Text, 9);
        }
    }

    private static void DrawLabels(StringBuilder svg, List<Service> holders, List<Service> receivers, Phrases phrases)
    {
        for (var row = 0; row < holders.Count; row++)
        {
            var y = Top + (row * Side);
            svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"10\" y=\"{y}\" width=\"{Left - 10 + (receivers.Count * Side)}\" height=\"{Side}\" fill=\"{(row % 2 == 0 ? "#f1f3f4" : "#ffffff")}\"/>\n");
            Text(svg, Left - 8, y + 16, Label(holders[row], phrases), 10, "text-anchor=\"end\"");
        }

        for (var column = 0; column < receivers.Count; column++)
        {
            var x = Left + (column * Side) + 16;
            svg.Append(CultureInfo.InvariantCulture, $"<g transform=\"translate({x},{Top - 8}) rotate(-55)\">");
            Text(svg, 0, 0, Label(receivers[column], phrases), 10);
            svg.Append("</g>\n");
        }
    }

    private static void DrawSquare(StringBuilder svg, int row, int column, IReadOnlyList<Rule> rules, Service holder, Service receiver)
    {
        var (x, y) = (Left + (column * Side), Top + (row * Side));
        svg.Append("<g>");
        if (rules.Count > 0)
        {
            var title = $"{Codes<Service>.Of(holder)} til {Codes<Service>.Of(receiver)}: {string.Join(", ", rules.Select(rule => rule.Id))}";
            svg.Append("<title>").Append(SecurityElement.Escape(title)).Append("</title>");
        }

        svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{x}\" y=\"{y}\" width=\"{Side}\" height=\"{Side}\" fill=\"none\" stroke=\"#dadce0\" stroke-width=\"0.6\"/>");
        for (var n = 0; n < Ways.Length; n++)
        {
            if (rules.Any(rule => Explainer.KindOf(rule) == Ways[n].Kind))
            {
                svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{x + 1.5 + (n % 3 * Dot)}\" y=\"{y + 1.5 + (n / 3 * Dot)}\" width=\"{Dot - 0.5}\" height=\"{Dot - 0.5}\" fill=\"{Ways[n].Colour}\"/>");
            }
        }

        svg.Append("</g>\n");
    }

    private static string Label(Service service, Phrases phrases)
    {
        const int Most = 38;
        var phrase = phrases.Of(service);
        return $"{Codes<Service>.Of(service)}  {(phrase.Length > Most ? phrase[..(Most - 1)] + "…" : phrase)}";
    }

    private static void Text(StringBuilder svg, int x, int y, string text, int size, string more = "") => svg
        .Append(CultureInfo.InvariantCulture, $"<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\" fill=\"#202124\" {more}>")
        .Append(SecurityElement.Escape(text)).Append("</text>\n");
}
