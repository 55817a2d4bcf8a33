using System.Collections.Immutable;
using Taushet.Core.Decisions;
using Taushet.Core.Policies;
using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Explaining;

/// <summary>Explains a decision in full. It decides nothing: what it tells is read off the decision and its rules.</summary>
/// <remarks>INVARIANT: a rule that the full explanation finds nothing lacking in gives the cell.</remarks>
public static class Explainer
{
    /// <summary>Explains one request for one set of facts.</summary>
    public static FullExplanation Explain(Request request, Facts facts, PolicySet policies)
    {
        var verdict = Decider.DecideTwice(request, facts, policies);
        var decision = verdict.WithFacts;
        Span<int> slots = stackalloc int[FactVector.Size];
        var vector = new FactVector(slots);
        FactReader.Read(request, facts, vector);
        var ladder = new Ladder(request, facts, policies, vector, default, []);
        var trials = new List<RuleTrial>();
        var presumed = true;
        foreach (var rule in policies.Rules.Where(rule => Opens(rule, request)))
        {
            if (presumed && rule.Step != Step.Duty)
            {
                FactReader.EndPresumption(request, facts, vector);
                presumed = false;
            }

            trials.Add(new RuleTrial(rule, decision, ladder));
        }

        var duties = ObligationsOf(policies, ladder);
        var cells = decision.Asked | verdict.WithoutFacts.Asked;
        return new FullExplanation(verdict, [.. cells.ToList().Select(cell => Explain(decision, cell, trials, duties))]);
    }

    /// <summary>What one duty lacks, whatever the cell.</summary>
    internal static ImmutableArray<Shortfall> LacksOf(Rule duty, Request request, Facts facts, PolicySet policies)
    {
        Span<int> slots = stackalloc int[FactVector.Size];
        var vector = new FactVector(slots);
        FactReader.Read(request, facts, vector);
        var ladder = new Ladder(request, facts, policies, vector, default, []);
        return new RuleTrial(duty, Decider.Decide(request, facts, policies), ladder).Whatever;
    }

    /// <summary>In what way a rule opens.</summary>
    public static OpeningKind KindOf(Rule rule) => rule.Step switch
    {
        Step.Consent => OpeningKind.Consent,
        Step.Anonymised => OpeningKind.AnonymisedDiscussion,
        Step.Duty when rule.OwnInitiative => OpeningKind.HoldersDuty,
        Step.Duty => rule.Within is Scope.None or Scope.Consent ? OpeningKind.OtherDuty : OpeningKind.Order,
        _ when rule.Outcome == Outcome.RouteToHuman => OpeningKind.Human,
        _ => rule.Outcome == Outcome.MayByHolder ? OpeningKind.HoldersChoice : OpeningKind.Collection,
    };

    private static bool Opens(Rule rule, Request request) =>
        rule.Step is Step.Duty or Step.Opening or Step.Consent or Step.Anonymised
        && rule.Holders.Contains(request.Holder.Service)
        && rule.Receivers.Contains(request.Receiver.Service);

    private static ImmutableArray<Rule> ObligationsOf(PolicySet policies, in Ladder ladder)
    {
        var rules = ImmutableArray.CreateBuilder<Rule>();
        foreach (var rule in policies.Rules)
        {
            var meant = rule.Step == Step.Obligation
                && rule.Holders.Contains(ladder.Request.Holder.Service)
                && rule.Receivers.Contains(ladder.Request.Receiver.Service);
            if (meant && ladder.IsNotFalse(rule))
            {
                rules.Add(rule);
            }
        }

        return rules.ToImmutable();
    }

    private static CellExplanation Explain(Decision decision, Cell cell, List<RuleTrial> trials, ImmutableArray<Rule> duties)
    {
        var told = Explanation.Of(decision, cell);
        if (told.Outcome is not (Outcome.Withhold or Outcome.RouteToHuman))
        {
            return new CellExplanation(told, []);
        }

        // Trials stand in the order of the ladder, which a stable sort keeps among those that lack as much.
        var near = trials
            .Where(trial => (trial.Rule.Cells | trial.Rule.Relevant).Contains(cell))
            .Select(trial => Near(trial, cell, duties))
            .Where(rule => !rule.Shortfalls.IsEmpty)
            .OrderBy(rule => rule.Shortfalls.Length);
        return new CellExplanation(told, [.. near]);
    }

    private static NearRule Near(RuleTrial trial, Cell cell, ImmutableArray<Rule> duties)
    {
        var obligations = duties
            .Where(duty => duty.ComesWith.IsEmpty || duty.ComesWith.Contains(trial.Rule.Id))
            .Where(duty => duty.Cells.IsEmpty || duty.Cells.Contains(cell))
            .Aggregate(trial.Rule.Obligations, (set, duty) => set | duty.Obligations);
        return new NearRule(trial.Rule, KindOf(trial.Rule), trial.For(cell), obligations);
    }
}
