using Taushet.Core.Policies;
using Taushet.Core.Vocabulary;
using Taushet.Policies.Yaml;
using YamlDotNet.RepresentationModel;

namespace Taushet.Policies.Book;

/// <summary>Reads phrases.yaml: for each kind of word what its members are called in bokmål.</summary>
internal static class PhraseReader
{
    private static readonly Dictionary<string, Kind> Kinds = new(StringComparer.Ordinal)
    {
        ["cells"] = KindOf<Cell>(),
        ["services"] = KindOf<Service>(),
        ["flows"] = KindOf<Flow>(),
        ["steps"] = KindOf<Step>(),
        ["outcomes"] = KindOf<Outcome>(),
        ["purposes"] = KindOf<Purpose>(),
        ["needs"] = KindOf<Need>(),
        ["bases"] = KindOf<Basis>(),
        ["obligations"] = KindOf<Obligation>(),
        ["routes"] = KindOf<Route>(),
        ["facts"] = KindOf<FactSlot>(),
        ["givers"] = KindOf<GiverRequirement>(),
        ["gradings"] = KindOf<Grading>(),
        ["care"] = KindOf<CareSituation>(),
        ["responsibility"] = KindOf<ParentalResponsibility>(),
        ["orders"] = KindOf<OrderCase>(),
        ["levels"] = KindOf<EvidenceLevel>(),
        ["triggers"] = KindOf<Trigger>(),
        ["certainty"] = KindOf<Certainty>(),
        ["areas"] = KindOf<ConsentArea>(),
        ["forms"] = KindOf<ServiceForm>(),
        ["scopes"] = KindOf<Scope>(),
        ["capacities"] = KindOf<ConsentCapacity>(),
        ["wishes"] = KindOf<WishKind>(),
        ["statuses"] = KindOf<WishStatus>(),
        ["proofs"] = KindOf<ConsentProof>(),
        ["views"] = KindOf<ChildView>(),
    };

    // Read by whoever writes the person's own log.
    private const string Log = "log";

    /// <summary>Reads the file into a dictionary by enum and number.</summary>
    public static void Read(Source source, YamlNode root, Dictionary<(Type Kind, int Number), string> phrases)
    {
        if (source.Map(root, "phrases.yaml", [.. Kinds.Keys, Log]) is not { } map)
        {
            return;
        }

        foreach (var (name, kind) in Kinds)
        {
            if (map.Find(name) is { } node && source.Map(node, $"'{name}'", kind.Codes) is { } members)
            {
                ReadKind(members, kind, phrases);
            }
        }
    }

    private static void ReadKind(MapReader members, Kind kind, Dictionary<(Type Kind, int Number), string> phrases)
    {
        for (var at = 0; at < kind.Codes.Length; at++)
        {
            if (members.FindText(kind.Codes[at]) is { } text)
            {
                phrases[(kind.Enum, kind.Numbers[at])] = text;
            }
        }
    }

    private static Kind KindOf<T>()
        where T : struct, Enum =>
        new(typeof(T), [.. Codes<T>.Members.Select(Codes<T>.Of)], [.. Codes<T>.Members.Select(MemberNumber.Of)]);

    private sealed record Kind(Type Enum, string[] Codes, int[] Numbers);
}
