using System.Collections.Frozen;
using Taushet.Core.Vocabulary;

namespace Taushet.Gateway.Consent;

/// <summary>What members of the vocabulary are called in plain bokmål, read from names-bokmal.tsv. They decide nothing.</summary>
internal sealed class PlainNames
{
    private const string Resource = "Taushet.Gateway.Consent.names-bokmal.tsv";
    private readonly FrozenDictionary<(string Kind, string Code), string> names;

    private PlainNames(IEnumerable<string> lines) => names = lines
        .Select(line => line.Split('\t'))
        .Where(parts => parts.Length == 3)
        .ToFrozenDictionary(parts => (parts[0], parts[1]), parts => parts[2]);

    /// <summary>The names that are part of this assembly.</summary>
    public static PlainNames Bokmal { get; } = Read();

    /// <summary>What a member is called; its code when it has no name.</summary>
    public string Of<T>(T member)
        where T : struct, Enum =>
        names.GetValueOrDefault((typeof(T).Name, Codes<T>.Of(member)), Codes<T>.Of(member));

    /// <summary>Whether a member has a name.</summary>
    public bool Has<T>(T member)
        where T : struct, Enum =>
        names.ContainsKey((typeof(T).Name, Codes<T>.Of(member)));

    private static PlainNames Read()
    {
        using var reader = new StreamReader(typeof(PlainNames).Assembly.GetManifestResourceStream(Resource)!);
        return new PlainNames(reader.ReadToEnd().Split('\n'));
    }
}
