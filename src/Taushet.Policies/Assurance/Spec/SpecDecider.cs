using Taushet.Core.Decisions;
using Taushet.Core.Policies;
using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;

namespace Taushet.Policies.Assurance.Spec;

/// <summary>
/// A second decider, written from the law's ladder alone: slow and plain, one cell after the other. It is a specification; the
/// gateway decides with <see cref="Decider"/>, and the two are held against each other.
/// </summary>
public sealed class SpecDecider
{
    private readonly List<SpecRule> rules;
    private readonly SpecNecessity necessity;
    private readonly SpecConsents consents;

    /// <summary>Takes the rules as loaded, and sorts them by step and id.</summary>
    public SpecDecider(PolicySet policies)
    {
        rules = [.. policies.Rules
            .OrderBy(rule => (int)rule.Step)
            .ThenBy(rule => rule.Id, StringComparer.Ordinal)
            .Select(rule => new SpecRule(rule))];
        necessity = new SpecNecessity(policies);
        consents = new SpecConsents(policies);
    }

    /// <summary>Decides one request for one set of facts.</summary>
    public SpecDecision Decide(Request request, Facts facts)
    {
        var concerning = rules.Where(rule => rule.Concerns(request)).ToList();
        var ladder = new SpecLadder(concerning, request, facts, necessity, consents);
        var cells = Codes<Cell>.Members.Select(ladder.Judge).ToList();
        return new SpecObligations(ladder, cells).Conclude();
    }
}
