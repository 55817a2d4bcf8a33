namespace Taushet.Storage.Trail.Index;

/// <summary>The numbers of texts that recur: rules, rule books, callers. A number keeps its text as long as the index lasts.</summary>
internal sealed class IndexTexts
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<int, string> texts = [];

    /// <summary>How many there are.</summary>
    public int Count => texts.Count;

    public string? Find(int number) => texts.GetValueOrDefault(number);

    public int? Find(string text) => numbers.TryGetValue(text, out var number) ? number : null;

    public void Add(int number, string text)
    {
        numbers[text] = number;
        texts[number] = text;
    }
}
