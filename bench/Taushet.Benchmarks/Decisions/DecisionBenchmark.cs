using BenchmarkDotNet.Attributes;
using Taushet.Core.Decisions;
using Taushet.Core.Policies;
using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;
using Taushet.Policies;
using Taushet.Policies.Cases;

namespace Taushet.Benchmarks.Decisions;

/// <summary>The pure decision with the real rule book, every cell of the vocabulary asked.</summary>
[MemoryDiagnoser]
public class DecisionBenchmark
{
    private PolicySet policies = null!;
    private Request request = null!;
    private Facts facts = null!;

    /// <summary>The case that is decided: an order, a change of school, health care, and a refusal.</summary>
    [Params("L01", "L07", "L09", "L16")]
    public string Case { get; set; } = string.Empty;

    /// <summary>Loads the rule book and the case, and widens the case to all cells.</summary>
    [GlobalSetup]
    public void Load()
    {
        var book = PolicyLoader.Load(Repository.Policies).Book!;
        var cases = CaseLoader.Load(Path.Combine(Repository.Policies, "cases"), book).Cases;
        var picked = cases.Single(policyCase => policyCase.Id == Case);
        policies = book.Policies;
        facts = picked.Facts;
        request = picked.Request with
        {
            Needs = new NeedList(Codes<Need>.Members.Select(need => (need, CellSet.All))),
        };
    }

    /// <summary>Once, with the facts: what the aim of 5 microseconds is about.</summary>
    [Benchmark]
    public Decision Once() => Decider.Decide(request, facts, policies);

    /// <summary>Twice, as every request is decided: with the facts, and without any.</summary>
    [Benchmark]
    public Verdict Twice() => Decider.DecideTwice(request, facts, policies);
}
