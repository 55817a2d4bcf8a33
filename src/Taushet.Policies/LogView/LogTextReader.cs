using System.Collections.Frozen;
using Taushet.Core.Policies;
using Taushet.Core.Trail.OwnView;
using Taushet.Core.Vocabulary;
using Taushet.Policies.Book;
using Taushet.Policies.Yaml;
using YamlDotNet.RepresentationModel;

namespace Taushet.Policies.LogView;

/// <summary>Reads from phrases.yaml how the person's own log names things: as everywhere, unless 'log' has another form.</summary>
internal static class LogTextReader
{
    private const string Log = "log";

    /// <summary>Everything called by its code.</summary>
    public static LogTexts WithoutNames { get; } = Of(Phrases.None, None<Service>(), None<Purpose>(), None<Cell>());

    private static IReadOnlyList<Cell> Categories =>
        [.. Codes<Cell>.Members.Where(cell => !Codes<Cell>.Of(cell).Contains('/', StringComparison.Ordinal))];

    /// <summary>Reads the file.</summary>
    public static LogTexts Read(Source source, YamlNode root)
    {
        var texts = new Dictionary<(Type Kind, int Number), string>();
        PhraseReader.Read(source, root, texts);
        var phrases = new Phrases(texts);
        return root is YamlMappingNode { Children: var kinds } && kinds.TryGetValue(new YamlScalarNode(Log), out var node)
            && source.Map(node, $"'{Log}'", ["services", "purposes", "categories"]) is { } map
            ? Of(
                phrases,
                Forms(source, map.Find("services"), Codes<Service>.Members),
                Forms(source, map.Find("purposes"), Codes<Purpose>.Members),
                Forms(source, map.Find("categories"), Categories))
            : Of(phrases, None<Service>(), None<Purpose>(), None<Cell>());
    }

    private static LogTexts Of(
        Phrases phrases, IReadOnlyDictionary<Service, string> services, IReadOnlyDictionary<Purpose, string> purposes, IReadOnlyDictionary<Cell, string> categories) => new(
            Names(Codes<Service>.Members, phrases, services),
            Names(Codes<Purpose>.Members, phrases, purposes),
            Names(Codes<Basis>.Members, phrases, None<Basis>()),
            Names(Categories, phrases, categories));

    private static FrozenDictionary<T, string> Names<T>(IReadOnlyList<T> members, Phrases phrases, IReadOnlyDictionary<T, string> forms)
        where T : struct, Enum =>
        members.ToFrozenDictionary(member => member, member => forms.GetValueOrDefault(member) ?? phrases.Of(member));

    private static Dictionary<T, string> None<T>()
        where T : struct, Enum => [];

    private static Dictionary<T, string> Forms<T>(Source source, YamlNode? node, IReadOnlyList<T> members)
        where T : struct, Enum
    {
        var forms = None<T>();
        if (node is not null && source.Map(node, $"The forms of {typeof(T).Name}", [.. members.Select(Codes<T>.Of)]) is { } map)
        {
            foreach (var member in members)
            {
                if (map.FindText(Codes<T>.Of(member)) is { } form)
                {
                    forms[member] = form;
                }
            }
        }

        return forms;
    }
}
