namespace Taushet.Core.Policies;

/// <summary>One place in the law, in the structured form of the protos.</summary>
/// <param name="Act">Short name of the act ("bvl").</param>
/// <param name="LovdataId">The act's id at Lovdata.</param>
/// <param name="Section">Section without the sign ("13-4", "13 b").</param>
/// <param name="Paragraph">Paragraph (ledd) from 1, or 0 for the section.</param>
/// <param name="Letter">Letter (bokstav), or empty.</param>
/// <param name="Number">Number (nr.), or 0.</param>
/// <param name="Sentence">Sentence (punktum), or 0.</param>
public sealed record Citation(
    string Act,
    string LovdataId,
    string Section,
    int Paragraph = 0,
    string Letter = "",
    int Number = 0,
    int Sentence = 0)
{
    // The one cited act that is divided into articles, and whose numbers stand above its letters.
    private const string Regulation = "gdpr";

    /// <summary>Whether this citation is at the wanted place: equal in act, section and every part the other gives.</summary>
    public bool Satisfies(Citation wanted) =>
        Act == wanted.Act
        && Section == wanted.Section
        && (wanted.Paragraph == 0 || Paragraph == wanted.Paragraph)
        && (wanted.Letter.Length == 0 || Letter == wanted.Letter)
        && (wanted.Number == 0 || Number == wanted.Number)
        && (wanted.Sentence == 0 || Sentence == wanted.Sentence);

    /// <summary>The citation as jurists write it: "bvl § 13-4 første ledd bokstav a", "GDPR art. 5 nr. 1 bokstav c".</summary>
    public override string ToString() => Act == Regulation ? InRegulation() : InAct();

    private string InRegulation()
    {
        var text = $"GDPR art. {Section}";
        text += Number == 0 ? string.Empty : $" nr. {Number}";
        return text + (Letter.Length == 0 ? string.Empty : $" bokstav {Letter}");
    }

    private string InAct()
    {
        var text = $"{Act} § {Section}";
        text += Paragraph == 0 ? string.Empty : $" {Ordinals.Of(Paragraph)} ledd";
        text += Sentence == 0 ? string.Empty : $" {Ordinals.Of(Sentence)} punktum";
        text += Letter.Length == 0 ? string.Empty : $" bokstav {Letter}";
        return text + (Number == 0 ? string.Empty : $" nr. {Number}");
    }
}
