using System.Text.Json;
using System.Text.Json.Nodes;

namespace Taushet.Cli.Doctor;

/// <summary>Findings for people, and for monitoring.</summary>
internal static class FindingReport
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>A line for each, and below it what to do.</summary>
    public static void Write(TextWriter output, IReadOnlyList<Finding> findings)
    {
        var width = findings.Select(one => one.Check.Length).DefaultIfEmpty().Max();
        foreach (var one in findings)
        {
            output.WriteLine($"{Name(one.Level),-4}  {one.Check.PadRight(width)}  {one.Found}");
            if (one.Remedy is { } remedy)
            {
                output.WriteLine($"      {string.Empty.PadRight(width)}  to do: {remedy}");
            }
        }
    }

    /// <summary>One object: <c>worst</c>, and <c>findings</c> with <c>check</c>, <c>level</c>, <c>found</c> and <c>remedy</c>.</summary>
    public static void WriteJson(TextWriter output, IReadOnlyList<Finding> findings) => output.WriteLine(new JsonObject
    {
        ["worst"] = Name(Worst(findings)),
        ["findings"] = new JsonArray([.. findings.Select(one => new JsonObject
        {
            ["check"] = one.Check,
            ["level"] = Name(one.Level),
            ["found"] = one.Found,
            ["remedy"] = one.Remedy,
        })]),
    }.ToJsonString(Indented));

    /// <summary>The worst of them.</summary>
    public static FindingLevel Worst(IEnumerable<Finding> findings) => findings.Select(one => one.Level).DefaultIfEmpty().Max();

    private static string Name(FindingLevel level) => level switch
    {
        FindingLevel.Ok => "ok",
        FindingLevel.Warn => "warn",
        FindingLevel.Bad => "bad",
    };
}
