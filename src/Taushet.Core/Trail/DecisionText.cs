using System.Text;
using Taushet.Core.Decisions;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Trail;

/// <summary>The record form of a decision: lines of codes, the same for the same decision, without any value.</summary>
public static class DecisionText
{
    /// <summary>Writes a decision.</summary>
    public static string Write(Decision decision)
    {
        var text = TextRoom.Take();
        text.Append("decision.v1\n");
        Line(text, "asked", decision.Asked);
        Line(text, "must", decision.Must);
        Line(text, "by-hand", decision.ByHand);
        Line(text, "by-hand-in-silence", decision.ByHandInSilence);
        Line(text, "may-on-request", decision.MayOnRequest);
        Line(text, "holder-may-give", decision.HolderMayGive);
        Line(text, "holder-decided", decision.HolderDecided);
        Line(text, "routed-to-human", decision.RoutedToHuman);
        Line(text, "relevant", decision.Relevant);
        foreach (var obligation in decision.Obligations.ToList())
        {
            text.Append("obligation ").Append(Codes<Obligation>.Of(obligation)).Append('\n');
        }

        foreach (var consent in decision.ReliedConsents)
        {
            text.Append("consent ").Append(consent.ToString("N")).Append('\n');
        }

        foreach (var applied in decision.Applied)
        {
            applied.Cells.AppendTo(text.Append(applied.Near ? "near " : "rule ").Append(applied.Rule.Id).Append(' ')).Append('\n');
        }

        return TextRoom.Finish(text);
    }

    private static void Line(StringBuilder text, string name, CellSet cells)
    {
        if (!cells.IsEmpty)
        {
            cells.AppendTo(text.Append(name).Append(' ')).Append('\n');
        }
    }
}
