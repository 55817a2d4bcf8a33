using Taushet.Core.Vocabulary;

namespace Taushet.Policies.Assurance.Table;

/// <summary>Sets in the words of the rule files, as short as they can be said.</summary>
internal static class Words
{
    private static readonly ServiceSet AllServices =
        ServiceSet.Of([.. Codes<Service>.Members.Where(service => service < Service.ParentWithResponsibility)]);

    /// <summary>A category means it with its topics; <c>/rest</c> is what lies outside them.</summary>
    public static string Of(CellSet cells)
    {
        var told = Plain(cells);
        var but = $"all but {Plain(CellSet.All - cells)}";
        return cells == CellSet.All ? "all" : but.Length < told.Length ? but : told;
    }

    public static string Of(ServiceSet services)
    {
        var told = Plain(services);
        var but = $"all but {Plain(ServiceSet.All - services)}";
        var butServices = (services - AllServices).IsEmpty ? $"services but {Plain(AllServices - services)}" : told;
        return services == ServiceSet.All ? "all"
            : services == AllServices ? "services"
            : new[] { told, but, butServices }.MinBy(text => text.Length)!;
    }

    public static string Of<T>(MemberSet<T> members)
        where T : struct, Enum =>
        string.Join(' ', members.ToList().Select(Codes<T>.Of));

    private static string Plain(ServiceSet services) => string.Join(' ', services.ToList().Select(Codes<Service>.Of));

    private static string Plain(CellSet cells)
    {
        var words = new List<string>();
        var told = CellSet.Empty;
        foreach (var cell in cells)
        {
            var family = CellCategories.WithTopics(cell);
            if (!told.Contains(cell))
            {
                var whole = family.Count > 1 && cells.Covers(family);
                words.Add(family.Count > 1 && !whole ? $"{Codes<Cell>.Of(cell)}/rest" : Codes<Cell>.Of(cell));
                told |= whole ? family : CellSet.Of(cell);
            }
        }

        return string.Join(' ', words);
    }
}
