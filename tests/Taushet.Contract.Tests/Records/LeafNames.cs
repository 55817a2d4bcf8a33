namespace Taushet.Contract.Tests.Records;

/// <summary>What a leaf's name gives away, word by word. A second pair of eyes beside the options.</summary>
internal static class LeafNames
{
    private static readonly HashSet<string> s_placeWords =
    [
        "address", "carers", "class", "clinic", "contact", "coordinator", "department", "hospital", "kindergarten",
        "municipality", "office", "phone", "place", "postal", "residence", "school", "street", "teacher", "unit", "ward",
    ];

    private static readonly HashSet<string> s_freeTextWords =
    [
        "account", "comment", "conclusion", "conduct", "description", "finding", "goals", "instructions", "measures",
        "note", "reason", "recommendation", "result", "suspicion", "tactics", "text", "view",
    ];

    public static bool TellsPlace(string name) => name.Split('_').Any(s_placeWords.Contains);

    public static bool TellsFreeText(string name) => s_freeTextWords.Contains(name);
}
