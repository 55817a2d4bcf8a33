using System.Collections.Concurrent;
using System.Collections.Immutable;
using Taushet.Core.Policies;
using Taushet.Core.Vocabulary;
using Taushet.Policies.Assurance.Draw;

namespace Taushet.Policies.Assurance.Table;

/// <summary>Makes the section of each rule; several threads may ask at once.</summary>
internal sealed class Sections
{
    private readonly PolicySet policies;
    private readonly OwnSituation own;
    private readonly Grid grid;
    private readonly Telling telling;
    private readonly ConcurrentDictionary<string, Situation?> found = new(StringComparer.Ordinal);

    public Sections(PolicySet policies)
    {
        var boundaries = new Boundaries(policies);
        this.policies = policies;
        own = new OwnSituation(policies, new Settling(boundaries));
        grid = new Grid(policies, boundaries);
        telling = new Telling(boundaries);
    }

    /// <summary>The section of a rule.</summary>
    public Section Of(Rule rule)
    {
        var pairs = rule.Holders.ToList().SelectMany(holder => rule.Receivers.ToList().Select(receiver => (holder, receiver))).ToList();
        var (places, with) = rule.Step == Step.Obligation ? Obliging(rule, pairs) : Opening(rule, pairs);
        var section = new Section(rule, places, with, []);
        return section.Shown is { } shown ? section with { Around = [.. Around(rule, shown)] } : section;
    }

    private IEnumerable<(Variation, Told)> Around(Rule rule, Place shown)
    {
        var variations = grid.Of(rule, shown.Situation).ToList();
        return variations.Concat(telling.Of(rule, shown.Situation, variations))
            .Select(variation => (variation, own.Tell(rule, variation.Situation, shown.Holder, shown.Receiver)));
    }

    /// <summary>The rule's own situation under each of its purposes, between all it names that can have the purpose.</summary>
    private (ImmutableArray<Place>, ImmutableArray<Rule?>) Opening(Rule rule, List<(Service Holder, Service Receiver)> pairs)
    {
        if (OwnOf(rule) is not { } situation)
        {
            return ([], []);
        }

        var purposes = rule.Step == Step.Duty || rule.Purposes.IsEmpty
            ? [situation]
            : rule.Purposes.ToList().Select(purpose => situation with { Purpose = purpose }).ToArray();
        var places = purposes
            .SelectMany(under => pairs
                .Where(pair => purposes.Length == 1 || CanNeed(under.Purpose.Value, pair.Receiver))
                .Select(pair => new Place(under, pair.Holder, pair.Receiver, own.Tell(rule, under, pair.Holder, pair.Receiver))))
            .ToImmutableArray();
        return (places, [.. places.Select(_ => (Rule?)null)]);
    }

    /// <summary>For each pair the first rule whose gift the obligation comes with there; each rule that it names once; and what more it takes to see each of its cells.</summary>
    private (ImmutableArray<Place>, ImmutableArray<Rule?>) Obliging(Rule rule, List<(Service Holder, Service Receiver)> pairs)
    {
        var left = pairs.ToHashSet();
        var unseen = rule.Cells;
        var places = new List<(Place Place, Rule With)>();
        foreach (var (situation, with) in own.Of(rule, OwnOf))
        {
            var seen = CellSet.Empty;
            var shown = rule.ComesWith.IsEmpty;
            foreach (var (holder, receiver) in pairs.Where(pair => with!.Holders.Contains(pair.Holder) && with.Receivers.Contains(pair.Receiver)))
            {
                if (shown && !left.Contains((holder, receiver)) && (seen | unseen).IsEmpty)
                {
                    continue;
                }

                var under = Under(with!, situation, receiver);
                var told = own.Tell(rule, under, holder, receiver);
                var more = told.Cells.Meets(unseen - seen);
                seen |= told.Cells;
                if (told.Applies && (left.Remove((holder, receiver)) || more || !shown))
                {
                    shown = true;
                    places.Add((new Place(under, holder, receiver, told), with!));
                }
            }

            unseen -= seen;
        }

        return ([.. places.Select(entry => entry.Place)], [.. places.Select(entry => entry.With)]);
    }

    private bool CanNeed(Purpose purpose, Service receiver) =>
        policies.Needs.Any(needs => needs.Purpose == purpose && needs.Receivers.Contains(receiver));

    /// <summary>The rule's own situation; null when it applies in none.</summary>
    private Situation? OwnOf(Rule rule)
    {
        if (!found.TryGetValue(rule.Id, out var situation))
        {
            situation = own.Of(rule, OwnOf).Select(candidate => candidate.Situation).FirstOrDefault(candidate => Applies(rule, candidate));
            found[rule.Id] = situation;
        }

        return situation;
    }

    private bool Applies(Rule rule, Situation situation) => rule.Receivers.ToList().Any(receiver =>
    {
        var under = Under(rule, situation, receiver);
        return rule.Holders.ToList().Any(holder => own.Tell(rule, under, holder, receiver).Applies);
    });

    /// <summary>The situation with the first of the rule's purposes that the receiver can have.</summary>
    private Situation Under(Rule rule, Situation situation, Service receiver) =>
        OwnSituation.Opens(rule) && rule.Step != Step.Duty
        && rule.Purposes.ToList().Where(purpose => CanNeed(purpose, receiver)).Cast<Purpose?>().FirstOrDefault() is { } purpose
            ? situation with { Purpose = purpose }
            : situation;
}
