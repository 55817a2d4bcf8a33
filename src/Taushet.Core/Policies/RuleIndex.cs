using System.Collections.Immutable;

namespace Taushet.Core.Policies;

internal sealed class RuleIndex(ImmutableArray<Rule> rules, ImmutableArray<PurposeNeeds> needs)
{
    public ImmutableArray<Rule> Rules { get; } = rules;

    public ImmutableArray<PurposeNeeds> Needs { get; } = needs;
}
