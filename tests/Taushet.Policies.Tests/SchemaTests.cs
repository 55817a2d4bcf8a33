using System.Text.Json;
using Taushet.Core.Policies;
using Taushet.Core.Vocabulary;
using Taushet.Policies.Book;
using Taushet.Policies.Cases;

namespace Taushet.Policies.Tests;

/// <summary>The schemas document the keys that the readers know, no more and no fewer.</summary>
public sealed class SchemaTests
{
    [Fact]
    public void RuleSchema_Keys_AreThoseOfTheReader() =>
        Properties("rule.schema.json", "rule").ShouldBe(RuleReader.Keys, ignoreOrder: true);

    [Fact]
    public void CaseSchema_Keys_AreThoseOfTheReader() =>
        Properties("case.schema.json", "case").ShouldBe(CaseReader.Keys, ignoreOrder: true);

    [Fact]
    public void CaseSchema_Expectation_NamesEveryKeyOfTheReader()
    {
        using var schema = Open("case.schema.json");
        var expect = schema.RootElement.GetProperty("$defs").GetProperty("case").GetProperty("properties").GetProperty("expect");

        Names(expect.GetProperty("properties")).ShouldBe(ExpectationReader.Keys, ignoreOrder: true);
    }

    [Fact]
    public void RuleSchema_StepsAndConfidence_AreThoseOfTheCore()
    {
        using var schema = Open("rule.schema.json");
        var properties = schema.RootElement.GetProperty("$defs").GetProperty("rule").GetProperty("properties");

        Values(properties, "step").ShouldBe(Codes<Step>.Members.Select(Codes<Step>.Of), ignoreOrder: true);
        Values(properties, "confidence").ShouldBe(Codes<Confidence>.Members.Select(Codes<Confidence>.Of), ignoreOrder: true);
        Values(properties, "within").ShouldBe(Codes<Scope>.Members.Select(Codes<Scope>.Of), ignoreOrder: true);
    }

    private static IEnumerable<string?> Values(JsonElement properties, string key) =>
        [.. properties.GetProperty(key).GetProperty("enum").EnumerateArray().Select(value => value.GetString())];

    private static IReadOnlyList<string> Properties(string file, string definition)
    {
        using var schema = Open(file);
        return Names(schema.RootElement.GetProperty("$defs").GetProperty(definition).GetProperty("properties"));
    }

    private static IReadOnlyList<string> Names(JsonElement properties) =>
        [.. properties.EnumerateObject().Select(property => property.Name)];

    private static JsonDocument Open(string file) => JsonDocument.Parse(File.ReadAllText(Path.Combine(PolicyFolder.Root, file)));
}
