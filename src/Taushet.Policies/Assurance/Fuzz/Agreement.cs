using System.Collections.Immutable;
using Taushet.Core.Decisions;
using Taushet.Core.Policies;
using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;
using Taushet.Policies.Assurance.Spec;

namespace Taushet.Policies.Assurance.Fuzz;

/// <summary>Whether the decider and the specification say the same of one request.</summary>
public sealed class Agreement(PolicySet policies)
{
    private readonly SpecDecider spec = new(policies);

    /// <summary>What both say of a request, and where they differ.</summary>
    /// <param name="request">The request.</param>
    /// <param name="facts">The facts on the child.</param>
    /// <param name="refusals">Whether to compare the decision without facts too, by which each refusal is explained.</param>
    public AgreementResult Of(Request request, Facts facts, bool refusals = true)
    {
        var decision = Decider.Decide(request, facts, policies);
        var wanted = spec.Decide(request, facts);
        var differences = ImmutableArray.CreateBuilder<string>();
        CompareWhole(decision, wanted, "with facts", differences);
        CompareGiven(decision, wanted, differences);
        if (refusals)
        {
            var refused = Decider.Decide(request, Facts.None, policies);
            var withoutFacts = spec.Decide(request, Facts.None);
            CompareWhole(refused, withoutFacts, "without facts", differences);
            CompareRefusals(refused, withoutFacts, differences);
        }

        return new AgreementResult(decision, wanted, differences.ToImmutable());
    }

    private static void CompareWhole(
        Decision decision,
        SpecDecision wanted,
        string which,
        ImmutableArray<string>.Builder differences)
    {
        foreach (var cell in wanted.Cells)
        {
            if (!Same(cell, decision))
            {
                Same(differences, $"{which}, {Codes<Cell>.Of(cell.Cell)}", Tell(cell), Tell(decision, cell.Cell));
            }
        }

        Same(differences, $"{which}, closed traits", Sorted(wanted.ClosedTraits), Sorted(decision.ClosedTraits.ToList()));
        Same(differences, $"{which}, obligations", Sorted(wanted.Obligations), Sorted(decision.Obligations.ToList()));
        Same(differences, $"{which}, relied consents", Sorted(wanted.Relied), Sorted(decision.ReliedConsents));
    }

    private static void CompareGiven(Decision decision, SpecDecision wanted, ImmutableArray<string>.Builder differences)
    {
        foreach (var cell in wanted.Cells)
        {
            if (cell.Outcome is Outcome.Must or Outcome.MayOnRequest or Outcome.MayByHolder)
            {
                Explained(differences, $"given {Codes<Cell>.Of(cell.Cell)}", SpecExplanation.OfGiven(cell, wanted), Explanation.Of(decision, cell.Cell));
            }
        }
    }

    private static void CompareRefusals(Decision refused, SpecDecision withoutFacts, ImmutableArray<string>.Builder differences)
    {
        foreach (var cell in withoutFacts.Cells)
        {
            Explained(differences, $"refused {Codes<Cell>.Of(cell.Cell)}", SpecExplanation.OfRefusal(cell, withoutFacts), Explanation.OfRefusal(refused, cell.Cell));
        }
    }

    private static void Explained(
        ImmutableArray<string>.Builder differences,
        string what,
        SpecExplanation wanted,
        Explanation got)
    {
        var same = ReferenceEquals(wanted.Deciding, got.DecidingRule)
            && wanted.Citations.AsSpan().SequenceEqual(got.Citations.AsSpan())
            && wanted.Obligations.SetEquals(got.Obligations.ToList());
        if (!same)
        {
            Same(differences, what, Tell(wanted), Tell(got));
        }
    }

    private static bool Same(SpecCell wanted, Decision decision) =>
        wanted.Outcome == decision.OutcomeOf(wanted.Cell)
        && wanted.Relevant == decision.Relevant.Contains(wanted.Cell)
        && wanted.HolderMay == decision.HolderMayGive.Contains(wanted.Cell)
        && wanted.ByHand == decision.ByHand.Contains(wanted.Cell)
        && wanted.InSilence == decision.ByHandInSilence.Contains(wanted.Cell);

    private static void Same(ImmutableArray<string>.Builder differences, string what, string wanted, string got)
    {
        if (wanted != got)
        {
            differences.Add($"{what}: the law's ladder says {wanted}; the decider says {got}");
        }
    }

    private static string Tell(SpecCell cell) =>
        Tell(cell.Outcome, cell.Relevant, cell.HolderMay, cell.ByHand, cell.InSilence);

    private static string Tell(Decision decision, Cell cell) => Tell(
        decision.OutcomeOf(cell),
        decision.Relevant.Contains(cell),
        decision.HolderMayGive.Contains(cell),
        decision.ByHand.Contains(cell),
        decision.ByHandInSilence.Contains(cell));

    private static string Tell(Outcome outcome, bool relevant, bool holderMay, bool byHand, bool inSilence) =>
        (outcome, relevant, holderMay, byHand, inSilence) == (Outcome.Withhold, false, false, false, false)
            ? "silence"
            : Codes<Outcome>.Of(outcome)
                + (relevant ? ", relevant" : string.Empty)
                + (holderMay ? ", left to the holder" : string.Empty)
                + (byHand ? ", by hand" : string.Empty)
                + (inSilence ? ", in silence" : string.Empty);

    private static string Tell(SpecExplanation wanted) =>
        $"{wanted.Deciding?.Id ?? "no rule"} [{string.Join("; ", wanted.Citations)}] {Sorted(wanted.Obligations)}";

    private static string Tell(Explanation got) =>
        $"{got.DecidingRule?.Id ?? "no rule"} [{string.Join("; ", got.Citations)}] {Sorted(got.Obligations.ToList())}";

    private static string Sorted<T>(IEnumerable<T> members) => string.Join(' ', members.Order());
}

/// <summary>What both deciders said of one request.</summary>
/// <param name="Decision">What the decider said.</param>
/// <param name="Wanted">What the specification says, with the facts.</param>
/// <param name="Differences">Where they differ; empty when they agree.</param>
public sealed record AgreementResult(Decision Decision, SpecDecision Wanted, ImmutableArray<string> Differences)
{
    /// <summary>Whether they agree.</summary>
    public bool Agrees => Differences.IsEmpty;
}
