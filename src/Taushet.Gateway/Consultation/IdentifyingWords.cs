using Google.Protobuf.Reflection;
using Taushet.Core.Vocabulary;
using Taushet.Gateway.Label;
using Wire = Taushet.V1;

namespace Taushet.Gateway.Consultation;

/// <summary>The names, numbers and addresses that a record gives in its own fields: a text that repeats one tells who it is.</summary>
/// <remarks>It only ever narrows: that none of them occurs does not make a text anonymous.</remarks>
internal sealed class IdentifyingWords
{
    private const int Shortest = 3;

    private static readonly CellSet Identifying = CellCategories.WithTopics(Cell.Identity)
        | CellCategories.WithTopics(Cell.Address)
        | CellCategories.WithTopics(Cell.GradedAddress)
        | CellCategories.WithTopics(Cell.ThirdPerson);

    private readonly HashSet<string> words;

    private IdentifyingWords(HashSet<string> words) => this.words = words;

    /// <summary>Gathers them.</summary>
    public static IdentifyingWords Of(Wire.ChildInformation? content)
    {
        var found = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        ContentWalk.Each(content, (leaf, _, _, entry) =>
        {
            if (Points(leaf) && leaf.Field.Accessor.GetValue(entry) is string value)
            {
                found.UnionWith(WordsOf(value).Where(IsNameOrNumber));
            }
        });
        return new IdentifyingWords(found);
    }

    /// <summary>Whether one of them occurs in a text, also with an ending of one letter, as a genitive has.</summary>
    public bool OccurIn(string text) =>
        words.Count > 0 && WordsOf(text).Any(word => words.Contains(word) || (word.Length > Shortest && words.Contains(word[..^1])));

    private static bool Points(Leaf leaf) =>
        leaf.Field.FieldType == FieldType.String
        && !leaf.Traits.Contains(Trait.FreeText)
        && (Identifying.Contains(leaf.Cell) || leaf.Traits.Meets(MemberSet<Trait>.Of(Trait.LocatesChild, Trait.ThirdPerson)));

    // A relation such as "mother" is no name.
    private static bool IsNameOrNumber(string word) => word.Length >= Shortest && (char.IsUpper(word[0]) || char.IsDigit(word[0]));

    private static IEnumerable<string> WordsOf(string text)
    {
        var start = 0;
        for (var place = 0; place <= text.Length; place++)
        {
            if (place < text.Length && char.IsLetterOrDigit(text[place]))
            {
                continue;
            }

            if (place > start)
            {
                yield return text[start..place];
            }

            start = place + 1;
        }
    }
}
