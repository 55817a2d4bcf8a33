using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;

namespace Taushet.Policies.Assurance.Writing;

/// <summary>The few shapes of YAML that a written case needs. Null stands for what is left out.</summary>
internal static class YamlFlow
{
    public static string Map(params IEnumerable<(string Key, string? Value)> entries) =>
        $"{{ {string.Join(", ", entries.Where(entry => entry.Value is not null).Select(entry => $"{entry.Key}: {entry.Value}"))} }}";

    public static string List(IEnumerable<string> words) => $"[{string.Join(", ", words)}]";

    /// <summary>Exactly these cells: a category is not widened to its topics.</summary>
    public static string Cells(CellSet cells) =>
        cells == CellSet.All ? "all" : List(cells.ToList().Select(cell => Exactly(cell)));

    public static string? SomeCells(CellSet cells) => cells.IsEmpty ? null : Cells(cells);

    public static string? Known(Known<bool> fact) => fact.IsKnown ? Yes(fact.Value) : null;

    public static string? Known(Known<int> fact) => fact.IsKnown ? $"{fact.Value}" : null;

    public static string? Known<T>(Known<T> fact, Func<T, string> code) => fact.IsKnown ? code(fact.Value) : null;

    public static string Yes(bool fact) => fact ? "yes" : "no";

    private static string Exactly(Cell cell) => CellCategories.WithTopics(cell).Count > 1 ? $"{Codes<Cell>.Of(cell)}/rest" : Codes<Cell>.Of(cell);
}
