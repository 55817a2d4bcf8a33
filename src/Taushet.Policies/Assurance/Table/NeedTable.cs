using System.Text;
using Taushet.Core.Policies;
using Taushet.Core.Vocabulary;

namespace Taushet.Policies.Assurance.Table;

/// <summary>The table of what can be necessary: for every purpose and receiver what each stated need justifies at most, groups spelled out.</summary>
public static class NeedTable
{
    /// <summary>The file's name, beside the tables of the acts.</summary>
    public const string File = "purposes.yaml";

    /// <summary>Writes the table.</summary>
    public static string Write(PolicySet policies) => string.Join('\n', policies.Needs
        .Select(needs => needs.Purpose)
        .Distinct()
        .Order()
        .Select(purpose => OfPurpose(policies, purpose)));

    /// <summary>What each need justifies for a purpose of a receiver, whatever entries of the book say so.</summary>
    internal static string AtMost(PolicySet policies, Purpose purpose, Service receiver)
    {
        var justified = policies.Needs
            .Where(needs => needs.Purpose == purpose && needs.Receivers.Contains(receiver))
            .SelectMany(needs => needs.AtMost)
            .GroupBy(entry => entry.Need, entry => entry.Cells)
            .OrderBy(group => group.Key)
            .Select(group => (group.Key, Cells: group.Aggregate(CellSet.Empty, (all, cells) => all | cells)))
            .Where(entry => !entry.Cells.IsEmpty);
        return string.Concat(justified.Select(entry => $"    {Codes<Need>.Of(entry.Key)}: {Words.Of(entry.Cells)}\n"));
    }

    private static string OfPurpose(PolicySet policies, Purpose purpose)
    {
        var text = new StringBuilder().Append("- purpose: ").Append(Codes<Purpose>.Of(purpose)).Append('\n');
        foreach (var same in Codes<Service>.Members
            .Select(receiver => (Receiver: receiver, AtMost: AtMost(policies, purpose, receiver)))
            .Where(entry => entry.AtMost.Length > 0)
            .GroupBy(entry => entry.AtMost, entry => entry.Receiver, StringComparer.Ordinal))
        {
            text.Append("  ").Append(Words.Of(ServiceSet.Of([.. same]))).Append(":\n").Append(same.Key);
        }

        return text.ToString();
    }
}
