using System.Collections.Concurrent;
using Taushet.Core.Policies;
using Taushet.Core.Vocabulary;

namespace Taushet.Policies.Assurance.Table;

/// <summary>Tells whether a changed rule shows in the table of the book as it was: the situations stay, the decisions may change.</summary>
internal sealed class TableWatch(PolicySet policies)
{
    private readonly Sections sections = new(policies);
    private readonly ConcurrentDictionary<string, Lazy<List<IGrouping<(Service Holder, Service Receiver), Place>>>> places = new(StringComparer.Ordinal);

    /// <summary>The first place of the rule's own section, or of a rule's that it no longer comes with, where something else is said; or null.</summary>
    /// <param name="rule">The rule of the book.</param>
    /// <param name="changed">The rule that takes its place.</param>
    public Place? Notices(Rule rule, Rule changed) => policies.Rules
        .Where(other => rule.ComesWith.Contains(other.Id) && !changed.ComesWith.Contains(other.Id))
        .Prepend(rule)
        .Select(told => Notices(rule, changed, told))
        .FirstOrDefault(place => place is not null);

    private Place? Notices(Rule rule, Rule changed, Rule told)
    {
        foreach (var pair in PlacesOf(told))
        {
            // A change that can only show where a party was left out is not looked for elsewhere.
            var kept = changed.Holders.Contains(pair.Key.Holder) && changed.Receivers.Contains(pair.Key.Receiver);
            if (kept && (changed.Holders, changed.Receivers) != (rule.Holders, rule.Receivers))
            {
                continue;
            }

            var set = OfPair(rule, changed, pair.Key);
            foreach (var place in pair)
            {
                if (OwnSituation.Tell(told, place.Situation, place.Holder, place.Receiver, set) != place.Told)
                {
                    return place;
                }
            }
        }

        return null;
    }

    private List<IGrouping<(Service Holder, Service Receiver), Place>> PlacesOf(Rule rule) => places.GetOrAdd(
        rule.Id,
        _ => new(() => [.. sections.Of(rule).Places().GroupBy(place => (place.Holder, place.Receiver))])).Value;

    /// <summary>The rules between two parties alone, which is all that decides there.</summary>
    private PolicySet OfPair(Rule rule, Rule changed, (Service Holder, Service Receiver) pair) => policies.Trying(policies.Rules
        .Select(found => ReferenceEquals(found, rule) ? changed : found)
        .Where(found => found.Holders.Contains(pair.Holder) && found.Receivers.Contains(pair.Receiver)));
}
