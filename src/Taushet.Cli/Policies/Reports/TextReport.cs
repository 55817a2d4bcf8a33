using Taushet.Policies.Cases;

namespace Taushet.Cli.Policies.Reports;

/// <summary>A run of cases for people: one line a case, then the rules that fired, then the sum.</summary>
internal static class TextReport
{
    /// <summary>Writes the report.</summary>
    public static void Write(CaseRun run, TextWriter output)
    {
        foreach (var fault in run.Faults)
        {
            output.WriteLine(fault);
        }

        if (run.Report is not { } report)
        {
            output.WriteLine($"{run.Faults.Length} faults; no case was run");
            return;
        }

        foreach (var result in report.Results)
        {
            output.WriteLine(result);
            foreach (var difference in result.Differences)
            {
                output.WriteLine($"      {result.Case.File}:{result.Case.Line}: {difference}");
            }
        }

        WriteCoverage(report.Coverage, output);
        output.WriteLine($"{report.Results.Length} cases: {report.Passed} passed, {report.Failed} failed");
    }

    private static void WriteCoverage(RuleCoverage coverage, TextWriter output)
    {
        var rules = coverage.Fired.Count + coverage.NeverFired.Length;
        output.WriteLine($"rules: {coverage.Fired.Count} of {rules} fired in at least one case");
        if (!coverage.NeverFired.IsEmpty)
        {
            output.WriteLine($"never fired: {string.Join(' ', coverage.NeverFired)}");
        }
    }
}
