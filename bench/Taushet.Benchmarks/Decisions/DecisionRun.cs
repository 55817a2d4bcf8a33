using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace Taushet.Benchmarks.Decisions;

/// <summary>Runs the decision benchmarks in this process: no project is generated and built beside the repository's.</summary>
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
        var failed = new[] { BenchmarkRunner.Run<DecisionBenchmark>(config), BenchmarkRunner.Run<GrowthBenchmark>(config) }
            .Any(summary => summary.HasCriticalValidationErrors || summary.Reports.Any(report => !report.Success));
        return failed ? 1 : 0;
    }
}
