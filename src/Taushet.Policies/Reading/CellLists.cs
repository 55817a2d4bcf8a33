using Taushet.Core.Vocabulary;
using Taushet.Policies.Faults;
using Taushet.Policies.Yaml;
using YamlDotNet.RepresentationModel;

namespace Taushet.Policies.Reading;

/// <summary>
/// Reads lists of cells: <c>X_MED</c> (with topics), <c>X_MED/diagnosis</c>, <c>X_MED/rest</c> (outside the topics),
/// <c>S_*</c>, <c>all</c>, a group's name, or a mapping <c>{ include: [...], except: [...] }</c>.
/// </summary>
internal static class CellLists
{
    private const string Rest = "/rest";

    public static CellSet ReadCells(this Groups groups, Source source, YamlNode? node)
    {
        if (node is YamlMappingNode)
        {
            var map = source.Map(node, "A list of cells", ["include", "except"])!;
            return groups.ReadCells(source, map.Need("include")) - groups.ReadCells(source, map.Find("except"));
        }

        var cells = CellSet.Empty;
        foreach (var item in source.Items(node, "A list of cells"))
        {
            cells |= groups.ReadCell(source, item);
        }

        return cells;
    }

    private static CellSet ReadCell(this Groups groups, Source source, YamlNode node)
    {
        if (source.Word(node, "A cell") is not { } text)
        {
            return CellSet.Empty;
        }

        if (Named(groups, text) is { IsEmpty: false } cells)
        {
            return cells;
        }

        source.Report(
            node,
            FaultKind.UnknownCode,
            $"'{text}' is no cell, group of cells or pattern that meets one.",
            "Use a code such as S_EMO, X_MED/rest, S_*, all, or a group of groups.yaml.");
        return CellSet.Empty;
    }

    private static CellSet Named(Groups groups, string text)
    {
        if (text == "all")
        {
            return CellSet.All;
        }

        if (text.EndsWith('*'))
        {
            var prefix = text[..^1];
            return CellSet.Of([.. Codes<Cell>.Members.Where(cell => Codes<Cell>.Of(cell).StartsWith(prefix, StringComparison.Ordinal))]);
        }

        if (text.EndsWith(Rest, StringComparison.Ordinal) && Codes<Cell>.TryParse(text[..^Rest.Length], out var category))
        {
            return CellSet.Of(category);
        }

        return Codes<Cell>.TryParse(text, out var cell)
            ? CellCategories.WithTopics(cell)
            : groups.Cells.GetValueOrDefault(text);
    }
}
