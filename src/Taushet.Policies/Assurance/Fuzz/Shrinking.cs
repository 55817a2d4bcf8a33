using System.Collections.Immutable;
using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;

namespace Taushet.Policies.Assurance.Fuzz;

/// <summary>Takes away what a finding does not need, one part after the other.</summary>
internal static class Shrinking
{
    private static readonly ImmutableArray<Func<Facts, Facts>> FactsAway =
    [
        facts => facts with { Consents = Fewer(facts.Consents) },
        facts => facts with { Consents = Fewer(facts.Consents) },
        facts => facts with { Objections = Fewer(facts.Objections) },
        facts => facts with { Objections = Fewer(facts.Objections) },
        facts => facts with { Secrecies = Fewer(facts.Secrecies) },
        facts => facts with { Secrecies = Fewer(facts.Secrecies) },
        facts => facts with { StandingDecisions = Fewer(facts.StandingDecisions) },
        facts => facts with { StandingDecisions = Fewer(facts.StandingDecisions) },
        facts => facts with { Dead = default },
        facts => facts with { Grading = Grading.Ungraded },
        facts => facts with { Care = default },
        facts => facts with { HiddenAddress = default },
        facts => facts with { ContactBan = default },
        facts => facts with { Responsibility = default },
        facts => facts with { Age = default },
    ];

    private static readonly ImmutableArray<Func<Evidence, Evidence>> EvidenceAway =
    [
        evidence => evidence with { Order = null },
        evidence => evidence with { Report = null },
        evidence => evidence with { Avert = null },
        evidence => evidence with { Danger = null },
        evidence => evidence with { Pregnancy = null },
        evidence => evidence with { HolderDecision = null },
        evidence => evidence with { Feedback = null },
        evidence => evidence with { AuthorityOrder = null },
        evidence => evidence with { Mandate = null },
        evidence => evidence with { InformationRight = null },
        evidence => evidence with { Anonymity = null },
    ];

    /// <summary>A smaller request on which the finding still holds; the same one when nothing can go.</summary>
    public static (Request Request, Facts Facts) Of(Request request, Facts facts, Func<Request, Facts, bool> holds)
    {
        foreach (var without in FactsAway)
        {
            facts = holds(request, without(facts)) ? without(facts) : facts;
        }

        foreach (var without in EvidenceAway)
        {
            var smaller = request with { Evidence = without(request.Evidence) };
            request = holds(smaller, facts) ? smaller : request;
        }

        foreach (var basis in request.Asserted.ToList())
        {
            var smaller = request with { Asserted = request.Asserted - MemberSet<Basis>.Of(basis) };
            request = holds(smaller, facts) ? smaller : request;
        }

        return (FewerNeeds(request, facts, holds), facts);
    }

    private static Request FewerNeeds(Request request, Facts facts, Func<Request, Facts, bool> holds)
    {
        foreach (var cell in Codes<Cell>.Members)
        {
            var smaller = request with { Needs = Without(request.Needs, CellSet.Of(cell)) };
            request = holds(smaller, facts) ? smaller : request;
        }

        return request;
    }

    private static NeedList Without(NeedList needs, CellSet cells) =>
        new(Codes<Need>.Members.Select(need => (need, needs.For(need) - cells)), needs.Unspecified - cells);

    private static Known<ImmutableArray<T>> Fewer<T>(Known<ImmutableArray<T>> records) =>
        !records.IsKnown || records.Value.IsEmpty ? ImmutableArray<T>.Empty : records.Value.RemoveAt(records.Value.Length - 1);
}
