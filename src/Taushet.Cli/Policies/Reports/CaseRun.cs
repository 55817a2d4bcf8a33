using System.Collections.Immutable;
using Taushet.Policies;
using Taushet.Policies.Cases;
using Taushet.Policies.Faults;

namespace Taushet.Cli.Policies.Reports;

/// <summary>What running a folder of cases came to: a report, or the faults for which no case was run; never both.</summary>
/// <param name="PolicySet">The hash of the policy set, or null when it did not load.</param>
/// <param name="Report">The results, or null.</param>
/// <param name="Faults">Every fault of the policy folder, or of the cases; empty when the cases were run.</param>
internal sealed record CaseRun(string? PolicySet, CaseReport? Report, ImmutableArray<Fault> Faults)
{
    /// <summary>0 when there were cases and all passed, else 1.</summary>
    public int ExitCode => Report is { Failed: 0, Results.Length: > 0 } ? 0 : 1;

    /// <summary>Loads the policy folder and the cases, and runs them.</summary>
    /// <param name="policies">The policy folder.</param>
    /// <param name="cases">A case file or a folder of them.</param>
    public static CaseRun Of(string policies, string cases)
    {
        var loaded = PolicyLoader.Load(policies);
        if (!loaded.Succeeded)
        {
            return new CaseRun(null, null, loaded.Faults);
        }

        var hash = loaded.Book.Policies.Hash;
        var read = CaseLoader.Load(cases, loaded.Book);
        return read.Succeeded
            ? new CaseRun(hash, CaseRunner.Run(read.Cases, loaded.Book.Policies), [])
            : new CaseRun(hash, null, read.Faults);
    }
}
