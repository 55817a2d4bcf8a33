using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace Taushet.Benchmarks.Decisions;

/// <summary>Runs the decision benchmark in this process: no project is generated and built beside the repository's.</summary>
internal static class DecisionRun
{
    /// <summary>Runs it.</summary>
    public static int Run()
    {
        var job = Job.Default
            .WithToolchain(InProcessEmitToolchain.Instance)
            .WithWarmupCount(5)
            .WithIterationCount(15);
        var config = DefaultConfig.Instance
            .AddJob(job)
            .AddColumn(StatisticColumn.Median)
            .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "taushet-benchmarks"));
        var summary = BenchmarkRunner.Run<DecisionBenchmark>(config);
        return summary.HasCriticalValidationErrors || summary.Reports.Any(report => !report.Success) ? 1 : 0;
    }
}
