using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Taushet.Policies.Cases;

namespace Taushet.Cli.Policies.Reports;

/// <summary>A run of cases as one JSON object; policies/CASES.md documents its members.</summary>
internal static class JsonReport
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Writes the report.</summary>
    public static void Write(CaseRun run, TextWriter output)
    {
        var coverage = run.Report?.Coverage;
        output.WriteLine(JsonSerializer.Serialize(
            new
            {
                run.PolicySet,
                Passed = run.Report?.Passed ?? 0,
                Failed = run.Report?.Failed ?? 0,
                run.Faults,
                Cases = run.Report?.Results.Select(Form) ?? [],
                Rules = coverage is null ? null : new
                {
                    Fired = coverage.Fired.Count,
                    Of = coverage.Fired.Count + coverage.NeverFired.Length,
                    coverage.NeverFired,
                },
            },
            Options));
    }

    private static object Form(CaseResult result) => new
    {
        result.Case.Id,
        result.Case.Title,
        result.Case.File,
        result.Case.Line,
        result.Passed,
        result.Differences,
    };
}
