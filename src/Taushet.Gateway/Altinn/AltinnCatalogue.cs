using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using Taushet.Core.Vocabulary;

namespace Taushet.Gateway.Altinn;

/// <summary>What the resources of Altinn's consents mean, as the data file says.</summary>
/// <remarks>INVARIANT: a resource, a metadata key or a metadata value that the catalogue does not name means nothing and is refused.</remarks>
public sealed class AltinnCatalogue
{
    private readonly FrozenDictionary<string, Entry> byResource;

    private AltinnCatalogue(IEnumerable<Entry> entries) =>
        byResource = entries.ToFrozenDictionary(entry => entry.Scope.Resource, StringComparer.Ordinal);

    /// <summary>Reads the file.</summary>
    /// <exception cref="FormatException">It does not hold; every fault in one message.</exception>
    public static AltinnCatalogue Parse(string json)
    {
        var faults = new List<string>();
        var entries = new List<Entry>();
        try
        {
            using var file = JsonDocument.Parse(json, new JsonDocumentOptions { AllowDuplicateProperties = false });
            foreach (var resource in file.RootElement.GetProperty("resources").EnumerateArray())
            {
                entries.Add(ReadEntry(resource, $"resources[{entries.Count}]", faults));
            }
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            faults.Add("is no JSON object with a list of resources");
        }

        faults.AddRange(entries.GroupBy(entry => entry.Scope.Resource, StringComparer.Ordinal)
            .Where(group => group.Count() > 1)
            .Select(_ => "resources: an id stands twice"));
        return faults.Count == 0
            ? new AltinnCatalogue(entries)
            : throw new FormatException($"The catalogue of Altinn's consents does not hold: {string.Join("; ", faults)}.");
    }

    /// <summary>What a right means.</summary>
    /// <param name="resource">The resource's id.</param>
    /// <param name="metadata">The right's metadata.</param>
    /// <param name="at">Where the right stands in the token.</param>
    /// <param name="faults">Where what it does not name is noted.</param>
    /// <returns>The scope, narrowed by the metadata; null when anything is not named.</returns>
    public AltinnScope? ScopeOf(
        string resource, IReadOnlyDictionary<string, string> metadata, string at, ICollection<AltinnFault> faults)
    {
        if (!byResource.TryGetValue(resource, out var entry))
        {
            faults.Add(new AltinnFault($"{at}.resource", "is no resource that this gateway knows"));
            return null;
        }

        var cells = entry.Scope.Cells;
        var holds = true;
        foreach (var (key, value) in metadata)
        {
            if (!entry.Metadata.TryGetValue(key, out var values))
            {
                faults.Add(new AltinnFault($"{at}.metadata", "has a key that the resource does not have"));
                holds = false;
            }
            else if (values is not null && !values.TryGetValue(value, out _))
            {
                faults.Add(new AltinnFault($"{at}.metadata", "has a value that its key does not have"));
                holds = false;
            }
            else
            {
                cells &= values is null ? cells : values[value];
            }
        }

        return holds ? entry.Scope with { Cells = cells } : null;
    }

    private static Entry ReadEntry(JsonElement json, string at, List<string> faults)
    {
        var resource = json.GetProperty("resource").GetString() ?? string.Empty;
        if (resource.Length is 0 or > 128)
        {
            faults.Add($"{at}.resource: is required");
        }

        var holders = Members<Service>(json, "holders", at, faults);
        var receivers = Members<Service>(json, "receivers", at, faults);
        var purposes = Members<Purpose>(json, "purposes", at, faults);
        var cells = Cells(json.GetProperty("cells"), $"{at}.cells", faults);
        var area = Member<ConsentArea>(json.GetProperty("area"), $"{at}.area", faults);
        var scope = new AltinnScope(
            resource,
            area ?? ConsentArea.General,
            ServiceSet.Of([.. holders]),
            ServiceSet.Of([.. receivers]),
            cells,
            MemberSet<Purpose>.Of([.. purposes]));
        return new Entry(scope, Metadata(json, at, faults));
    }

    private static FrozenDictionary<string, FrozenDictionary<string, CellSet>?> Metadata(JsonElement json, string at, List<string> faults)
    {
        var keys = new Dictionary<string, FrozenDictionary<string, CellSet>?>(StringComparer.Ordinal);
        if (json.TryGetProperty("metadata", out var metadata))
        {
            foreach (var key in metadata.EnumerateObject())
            {
                // Either what each value narrows the cells to, or "reference": a text that means nothing here.
                keys[key.Name] = key.Value.ValueKind == JsonValueKind.Object
                    ? key.Value.EnumerateObject().ToFrozenDictionary(
                        value => value.Name,
                        value => Cells(value.Value, $"{at}.metadata", faults),
                        StringComparer.Ordinal)
                    : Reference(key.Value, at, faults);
            }
        }

        return keys.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static FrozenDictionary<string, CellSet>? Reference(JsonElement value, string at, List<string> faults)
    {
        if (value.ValueKind != JsonValueKind.String || !value.ValueEquals("reference"))
        {
            faults.Add($"{at}.metadata: each key has its values, or is a \"reference\"");
        }

        return null;
    }

    private static CellSet Cells(JsonElement list, string at, List<string> faults)
    {
        var cells = CellSet.Empty;
        foreach (var code in list.EnumerateArray())
        {
            cells |= Member<Cell>(code, at, faults) is { } cell ? CellCategories.WithTopics(cell) : CellSet.Empty;
        }

        if (cells.IsEmpty)
        {
            faults.Add($"{at}: names no cell");
        }

        return cells;
    }

    private static ImmutableArray<T> Members<T>(JsonElement json, string field, string at, List<string> faults)
        where T : struct, Enum
    {
        ImmutableArray<T> members =
            [.. json.GetProperty(field).EnumerateArray().Select(code => Member<T>(code, $"{at}.{field}", faults)).OfType<T>()];
        if (members.IsEmpty)
        {
            faults.Add($"{at}.{field}: names none: a consent is never blanket");
        }

        return members;
    }

    private static T? Member<T>(JsonElement code, string at, List<string> faults)
        where T : struct, Enum
    {
        if (code.ValueKind == JsonValueKind.String && Codes<T>.TryParse(code.GetString()!, out var member))
        {
            return member;
        }

        faults.Add($"{at}: has a code that the vocabulary does not have");
        return null;
    }

    private sealed record Entry(AltinnScope Scope, FrozenDictionary<string, FrozenDictionary<string, CellSet>?> Metadata);
}
