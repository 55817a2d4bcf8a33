using System.Text;
using Taushet.Core.Duties;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Trail;

/// <summary>The record form of an assessment of duties: lines of codes, the same for the same findings, without any value.</summary>
public static class DutyText
{
    /// <summary>Writes the findings.</summary>
    public static string Write(DutyFindings findings)
    {
        var text = new StringBuilder(512);
        text.Append("duties.v1\n");
        foreach (var duty in findings.Owed)
        {
            text.Append("owed ").Append(duty.Rule.Id).Append(" to").AppendJoin(string.Empty, duty.Receivers.ToList().Select(service => $" {Codes<Service>.Of(service)}"));
            text.Append('\n');
            Line(text, "cells", duty.Cells);
            Line(text, "relevant", duty.Relevant);
            Line(text, "by-hand", duty.ByHand);
            foreach (var advice in duty.Advice)
            {
                text.Append("obligation ").Append(Codes<Obligation>.Of(advice.Obligation)).Append(' ').Append(advice.Rule.Id).Append('\n');
            }
        }

        foreach (var duty in findings.Absent)
        {
            text.Append("absent ").Append(duty.Rule.Id).Append('\n');
        }

        return text.ToString();
    }

    private static void Line(StringBuilder text, string name, CellSet cells)
    {
        if (!cells.IsEmpty)
        {
            text.Append(name).Append(' ').Append(cells).Append('\n');
        }
    }
}
