using BenchmarkDotNet.Attributes;
using Taushet.Core.Decisions;
using Taushet.Core.Policies;
using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;
using Taushet.Policies;
using Taushet.Policies.Cases;

namespace Taushet.Benchmarks.Decisions;

/// <summary>What a decision costs when the law has grown around it, with the index and searched one by one.</summary>
[MemoryDiagnoser]
public class GrowthBenchmark
{
    private PolicySet indexed = null!;
    private PolicySet searched = null!;
    private Request request = null!;
    private Facts facts = null!;

    /// <summary>How many times the rules of the real book.</summary>
    [Params(1, 4, 16)]
    public int Times { get; set; }

    /// <summary>The case: the dearest, an order, and a refusal.</summary>
    [Params("L01", "L16")]
    public string Case { get; set; } = string.Empty;

    /// <summary>Loads the book, grows it, and widens the case to all cells.</summary>
    [GlobalSetup]
    public void Load()
    {
        var book = PolicyLoader.Load(Repository.Policies).Book!;
        var cases = CaseLoader.Load(Path.Combine(Repository.Policies, "cases"), book).Cases;
        var picked = cases.Single(policyCase => policyCase.Id == Case);
        facts = picked.Facts;
        request = picked.Request with
        {
            Needs = new NeedList(Codes<Need>.Members.Select(need => (need, CellSet.All))),
        };
        indexed = GrownBook.Grow(book.Policies, Times, request.Holder.Service, request.Flow);
        searched = indexed.WithoutIndex();
        if (Decider.Decide(request, facts, indexed).Must != Decider.Decide(request, facts, searched).Must)
        {
            throw new InvalidOperationException("The index changes what is owed.");
        }
    }

    /// <summary>As the gateway decides.</summary>
    [Benchmark(Baseline = true)]
    public Decision Indexed() => Decider.Decide(request, facts, indexed);

    /// <summary>Through every rule of the book.</summary>
    [Benchmark]
    public Decision OneByOne() => Decider.Decide(request, facts, searched);
}
