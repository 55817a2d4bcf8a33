using System.Diagnostics;
using Taushet.Core.Decisions;
using Taushet.Core.Policies;
using Taushet.Policies.Assurance.Writing;

namespace Taushet.Policies.Assurance.Proving;

/// <summary>Proves the sentences of law 13.3 from the compiled rules, with z3.</summary>
public static class PolicyProof
{
    /// <summary>What is not about a decision, or holds by how the decider is made; never claimed as proved by z3.</summary>
    public static IReadOnlyList<CarriedOtherwise> Otherwise { get; } =
    [
        new(9, "Silence has one shape for pulls, byte for byte and in the same timing class.",
            "the explanation of a refusal is made from the decision without facts, an argument that carries none (InvariantTests.TheExplanationOfWhatIsNotGivenDependsOnTheRequestAlone); bytes: RequestInformationTests.UnknownKnownAndShieldedChild_WithoutBasis_SameBytesAndNoSourceCall; timing: the campaign 'silence'"),
        new(10, "Every decision, refusals included, yields exactly one log entry with law version and citation.",
            "every case over gRPC (CasesOverGrpcTests.Assess_EveryCase_SameOutcomeForEveryCellAndOneEntryWithItsLaw); a release needs an AuditReceipt that only the store makes"),
        new(11, "The outcome is a function of request date and law version: replaying an old request gives the old result.",
            "the decider reads no clock (PurityTests) and decides alike twice (InvariantTests.DecidingTwiceGivesTheSame)"),
        new(12, "A parent's log view never contains an entry whose data the parent would be refused.",
            "the view asks the decider as that parent (LogViewFilterTests.Shows_UnderAnyLawFactsAndEntry_NeverWhatAParentAskingWouldBeRefused)"),
    ];

    /// <summary>Proves every sentence that speaks of decisions, two at a time.</summary>
    /// <param name="policies">The compiled rules.</param>
    /// <param name="folder">Where the files of SMT-LIB go.</param>
    /// <param name="seconds">How long one proof may take.</param>
    /// <param name="done">Told each result as it comes.</param>
    public static IReadOnlyList<ProofResult> Run(PolicySet policies, string folder, int seconds, Action<ProofResult>? done = null)
    {
        Directory.CreateDirectory(folder);
        var results = new ProofResult[Sentences.Count];
        Parallel.For(0, Sentences.Count, new ParallelOptions { MaxDegreeOfParallelism = 2 }, place =>
        {
            results[place] = Prove(Sentences[place], policies, folder, seconds);
            lock (results)
            {
                done?.Invoke(results[place]);
            }
        });
        return results;
    }

    /// <summary>The first sentence that a set of rules breaks; where none is shown to be broken, the first that z3 came to no end with; else null.</summary>
    public static ProofResult? FirstBroken(PolicySet policies, string folder, int seconds)
    {
        var own = Path.Combine(folder, Guid.NewGuid().ToString("N"));
        Directory.CreateDirectory(own);
        ProofResult? open = null;
        ProofResult? broken = null;
        foreach (var invariant in Sentences.TakeWhile(_ => broken is null))
        {
            var result = Prove(invariant, policies, own, seconds);
            broken = result.Broken ? result : null;
            open ??= result.Proved ? null : result;
        }

        Directory.Delete(own, recursive: true);
        return broken ?? open;
    }

    /// <summary>The names of all sentences that are proved.</summary>
    public static IReadOnlyList<string> Names => [.. Sentences.Select(invariant => invariant.Name)];

    private static IReadOnlyList<Invariant> Sentences { get; } =
        [.. Invariants.All.Concat(PairedInvariants.All).OrderBy(invariant => invariant.Number).ThenBy(invariant => invariant.Part, StringComparer.Ordinal)];

    private static ProofResult Prove(Invariant invariant, PolicySet policies, string folder, int seconds)
    {
        var watch = Stopwatch.StartNew();
        var claim = new Claim(policies);
        var violation = invariant.Violation(claim);
        claim.Script.Line($"(assert {violation})");
        claim.Script.Line("(check-sat)");
        claim.Script.Line($"(get-value ({string.Join(' ', Inputs.All.Select(input => input.Name).Concat(claim.Differing.Values))}))");
        var file = Path.Combine(folder, $"invariant-{invariant.Name.Replace(' ', '-')}.smt2");
        File.WriteAllText(file, claim.Script.ToString());
        var printed = Z3.Run(file, seconds);
        var answer = printed.Split('\n', 2)[0].Trim();
        return answer switch
        {
            "unsat" => new ProofResult(invariant.Name, invariant.Sentence, Proved: true, string.Empty, watch.Elapsed),
            "sat" => new ProofResult(invariant.Name, invariant.Sentence, Proved: false, Cases(invariant, claim, printed, policies), watch.Elapsed) { Broken = true },
            _ => new ProofResult(invariant.Name, invariant.Sentence, Proved: false, $"z3 came to no end: {answer} ({file})", watch.Elapsed),
        };
    }

    private static string Cases(Invariant invariant, Claim claim, string printed, PolicySet policies)
    {
        var id = $"breaks-{invariant.Name.Replace(' ', '-')}";
        var text = Case(id, invariant, new Model(printed, input => input), policies);
        return claim.Second is null
            ? text
            : text + Case($"{id}-then", invariant, new Model(printed, claim.Second.Inputs), policies);
    }

    private static string Case(string id, Invariant invariant, Model model, PolicySet policies)
    {
        var (request, facts) = (model.Request(), model.Facts());
        return CaseText.Of(id, $"Breaks: {invariant.Sentence}", request, facts, Expectations.Of(Decider.Decide(request, facts, policies)));
    }
}

/// <summary>What came of one proof.</summary>
/// <param name="Name">The number in law 13.3, with its part.</param>
/// <param name="Sentence">The sentence.</param>
/// <param name="Proved">Whether no request breaks it.</param>
/// <param name="Counterexample">Cases that show how it is broken; or why z3 came to no end; empty when proved.</param>
/// <param name="Took">How long it took.</param>
public sealed record ProofResult(string Name, string Sentence, bool Proved, string Counterexample, TimeSpan Took)
{
    /// <summary>Whether z3 found a request that breaks it; when it is neither proved nor broken, z3 came to no end.</summary>
    public bool Broken { get; init; }
}
