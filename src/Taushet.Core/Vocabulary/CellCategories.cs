using System.Collections.Frozen;

namespace Taushet.Core.Vocabulary;

/// <summary>Categories and their topics, read from the cells' codes: <c>X_MED/diagnosis</c> is a topic of <c>X_MED</c>.</summary>
public static class CellCategories
{
    private static readonly FrozenDictionary<Cell, CellSet> WithTopicsByCell = Codes<Cell>.Members
        .ToFrozenDictionary(cell => cell, FamilyOf);

    /// <summary>What naming a cell means: a category with all its topics, or the one topic.</summary>
    public static CellSet WithTopics(Cell cell) => WithTopicsByCell[cell];

    /// <summary>What naming cells means: the union over all of them.</summary>
    public static CellSet WithTopics(params ReadOnlySpan<Cell> cells)
    {
        var set = CellSet.Empty;
        foreach (var cell in cells)
        {
            set |= WithTopics(cell);
        }

        return set;
    }

    /// <summary>Whether the cell is a category, not a topic of one.</summary>
    public static bool IsCategory(Cell cell) => !Codes<Cell>.Of(cell).Contains('/');

    private static CellSet FamilyOf(Cell cell)
    {
        var prefix = Codes<Cell>.Of(cell) + "/";
        var topics = Codes<Cell>.Members.Where(other => Codes<Cell>.Of(other).StartsWith(prefix, StringComparison.Ordinal));
        return CellSet.Of([cell, .. topics]);
    }
}
