using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Taushet.Policies.Tests;

/// <summary>The schemas hold for every file of the real folder, and refuse what the readers refuse.</summary>
public sealed class CaseSchemaTests
{
    private static readonly JsonSchema Rules = Schema("rule.schema.json");
    private static readonly JsonSchema Cases = Schema("case.schema.json");
    private static readonly EvaluationOptions Options = new() { OutputFormat = OutputFormat.List };

    [Fact]
    public void CaseSchema_EveryCaseFile_Validates()
    {
        var files = Directory.GetFiles(Path.Combine(PolicyFolder.Root, "cases"), "*.yaml", SearchOption.AllDirectories);

        files.Length.ShouldBeGreaterThan(3);
        foreach (var file in files)
        {
            Faults(Cases, File.ReadAllText(file)).ShouldBeEmpty(Path.GetFileName(file));
        }
    }

    [Fact]
    public void RuleSchema_EveryRuleFile_Validates()
    {
        foreach (var file in Directory.GetFiles(Path.Combine(PolicyFolder.Root, "rules"), "*.yaml"))
        {
            Faults(Rules, File.ReadAllText(file)).ShouldBeEmpty(Path.GetFileName(file));
        }
    }

    [Theory]
    [InlineData("colour: red")]
    [InlineData("evidence: { report: { colour: red } }")]
    [InlineData("facts: { colour: red }")]
    [InlineData("facts: { consents: [{ area: school, givers: [], holders: SKO, receivers: SKO, purposes: [], cells: all, colour: red }] }")]
    [InlineData("needed: { colour: all }")]
    [InlineData("child: { colour: red }")]
    [InlineData("receiver: { service: SKO, colour: red }")]
    public void CaseSchema_UnknownKey_IsRefusedAtEveryDepth(string line) =>
        Faults(Cases, $"- case: one\n  title: t\n  expect: {{}}\n  {line}\n").ShouldNotBeEmpty();

    private static IEnumerable<string> Faults(JsonSchema schema, string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        using var document = JsonDocument.Parse(Json(stream.Documents[0].RootNode)!.ToJsonString());
        var results = schema.Evaluate(document.RootElement, Options);
        return results.IsValid
            ? []
            : results.Details!.Where(detail => detail.Errors is { Count: > 0 })
                .Select(detail => $"{detail.InstanceLocation}: {string.Join("; ", detail.Errors!.Values)}");
    }

    // As the readers take it: a plain number is a number, everything else is a word.
    private static JsonNode? Json(YamlNode node) => node switch
    {
        YamlMappingNode map => new JsonObject(map.Children.Select(entry => KeyValuePair.Create(entry.Key.ToString(), Json(entry.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(Json)]),
        YamlScalarNode { Style: ScalarStyle.Plain } scalar when int.TryParse(scalar.Value, CultureInfo.InvariantCulture, out var number) =>
            JsonValue.Create(number),
        YamlScalarNode scalar => JsonValue.Create(scalar.Value),
        _ => null,
    };

    private static JsonSchema Schema(string file) => JsonSchema.FromText(File.ReadAllText(Path.Combine(PolicyFolder.Root, file)));
}
