using System.Collections.Immutable;
using Taushet.Core.Policies;
using Taushet.Policies.Faults;
using Taushet.Policies.Reading;
using Taushet.Policies.Yaml;
using YamlDotNet.RepresentationModel;

namespace Taushet.Policies.Book;

/// <summary>Reads a folder in the order in which its files build on each other, then validates the whole.</summary>
internal sealed class BookReader
{
    private readonly FaultList faults = new();
    private readonly Groups groups = new();
    private readonly Dictionary<string, string> lovdataIds = new(StringComparer.Ordinal);
    private readonly List<Act> acts = [];
    private readonly List<Term> terms = [];
    private readonly List<(PurposeNeeds Needs, MapReader Map)> purposes = [];
    private readonly List<(GiverRule Giver, MapReader Map)> givers = [];
    private readonly List<RuleDraft> rules = [];
    private readonly Dictionary<(Type Kind, int Number), string> phrases = [];

    public LoadResult Read(string folder) => Read(PolicyFiles.Read(folder, faults));

    /// <summary>Reads a set that was kept.</summary>
    public LoadResult Read(ReadOnlySpan<byte> content) => Read(PolicyFiles.Of(content));

    private LoadResult Read(PolicyFiles files)
    {
        var citations = new CitationReader(lovdataIds);
        Parse(files, "acts.yaml", ReadActs);
        Parse(files, "glossary.yaml", ReadTerms);
        Parse(files, "phrases.yaml", (source, root) => PhraseReader.Read(source, root, phrases));
        Parse(files, "groups.yaml", groups.Read);
        Parse(files, "purposes.yaml", (source, root) => purposes.AddRange(new PurposeReader(groups).Read(source, root)));
        Parse(files, "givers.yaml", (source, root) => givers.AddRange(new GiverReader(citations).Read(source, root)));
        foreach (var name in files.RuleFiles)
        {
            Parse(files, name, (source, root) => rules.AddRange(new RuleReader(groups, citations, new UndatedRules(acts)).Read(source, root)));
        }

        new BookValidation(rules, givers, purposes).Check();
        return faults.IsEmpty ? new LoadResult(Compose(files, citations), []) : new LoadResult(null, faults.Sorted());
    }

    private void Parse(PolicyFiles files, string name, Action<Source, YamlNode> read)
    {
        var source = new Source(name, faults);
        if (files.Text(name) is { } text && source.Parse(text) is { } root)
        {
            read(source, root);
        }
    }

    private void ReadActs(Source source, YamlNode root)
    {
        foreach (var (act, map) in CatalogueReader.ReadActs(source, root))
        {
            acts.Add(act);
            if (!lovdataIds.TryAdd(act.Name, act.LovdataId))
            {
                source.Report(map.At("act"), FaultKind.DuplicateId, $"The act '{act.Name}' is there twice.", "Keep one.");
            }
        }
    }

    private void ReadTerms(Source source, YamlNode root)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (term, map) in CatalogueReader.ReadTerms(source, root))
        {
            terms.Add(term);
            if (!known.Add(term.Norsk))
            {
                source.Report(map.At("norsk"), FaultKind.DuplicateId, $"The term '{term.Norsk}' is there twice.", "Keep one.");
            }
        }
    }

    private PolicyBook Compose(PolicyFiles files, CitationReader citations) => new(groups, citations)
    {
        Policies = new PolicySet(
            files.Hash(),
            rules.Where(draft => !draft.IsUndated).Select(draft => draft.Rule),
            givers.Select(draft => draft.Giver),
            purposes.Select(draft => draft.Needs))
        {
            Phrases = new Phrases(phrases),
        },
        Content = files.Content(),
        Acts = [.. acts],
        Glossary = [.. terms],
        Undated = [.. rules.Where(draft => draft.IsUndated).Select(draft => draft.Rule)],
        Doubts = [.. Doubts()],
    };

    private ImmutableArray<Doubt> Doubts() =>
    [
        .. givers.Select(draft => DoubtOf(draft.Giver.Id, draft.Giver.Confidence, draft.Map))
            .Concat(rules.Select(draft => DoubtOf(draft.Rule.Id, draft.Rule.Confidence, draft.Map)))
            .Where(doubt => doubt.Confidence is Confidence.Memory or Confidence.Unsure),
    ];

    private static Doubt DoubtOf(string id, Confidence confidence, MapReader map) =>
        new(id, confidence, map.Source.File, (int)map.Node.Start.Line);
}
