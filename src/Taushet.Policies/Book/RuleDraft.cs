using Taushet.Core.Policies;
using Taushet.Policies.Yaml;

namespace Taushet.Policies.Book;

/// <summary>A rule as read, with the place of each of its keys for the faults found later.</summary>
internal sealed record RuleDraft(Rule Rule, MapReader Map)
{
    /// <summary>Whether nobody has set the day from which its act is in force: the rule is kept out of every decision.</summary>
    public bool IsUndated => Rule.From == DateOnly.MaxValue;
}
