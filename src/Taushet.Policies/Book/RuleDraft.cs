using Taushet.Core.Policies;
using Taushet.Policies.Yaml;

namespace Taushet.Policies.Book;

/// <summary>A rule as read, with the place of each of its keys for the faults found later.</summary>
internal sealed record RuleDraft(Rule Rule, MapReader Map);
