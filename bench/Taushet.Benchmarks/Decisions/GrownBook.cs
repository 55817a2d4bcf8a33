using Taushet.Core.Policies;
using Taushet.Core.Vocabulary;

namespace Taushet.Benchmarks.Decisions;

/// <summary>The real rule book grown to a multiple of its rules, as law grows: none of what is added concerns the request.</summary>
/// <remarks>
/// Of each four copies of a rule one is for other parties, one is a version that is no longer in force, one a version that is
/// not yet, and one is for a basis that nobody asserts, or where the step knows no basis for the other flows. A book in which
/// more rules applied to the very same request would cost more with any index: they all have to be read.
/// </remarks>
internal static class GrownBook
{
    private static readonly DateOnly Past = new(1990, 1, 1);
    private static readonly DateOnly Ahead = new(2090, 1, 1);

    /// <summary>Grows a book.</summary>
    /// <param name="book">The book.</param>
    /// <param name="times">How many times the rules; 1 is the book itself.</param>
    /// <param name="holder">The holder of the request that is measured.</param>
    /// <param name="flow">Its flow.</param>
    public static PolicySet Grow(PolicySet book, int times, Service holder, Flow flow)
    {
        var copies = Enumerable.Range(1, times - 1).SelectMany(n => book.Rules.Select(rule => Copy(rule, n, holder, flow)));
        return new PolicySet(book.Hash, book.Rules.Concat(copies), book.Givers, book.Needs);
    }

    private static Rule Copy(Rule rule, int n, Service holder, Flow flow)
    {
        var copy = rule with { Id = $"{rule.Id}-copy-{n}" };
        var others = ServiceSet.All - ServiceSet.Of(holder);
        var otherFlows = MemberSet<Flow>.Of(Flow.Pull, Flow.Push, Flow.Asked) - MemberSet<Flow>.Of(flow);
        return (n % 4) switch
        {
            0 => copy with { Holders = others },
            1 => copy with { From = Past.AddYears(n), To = Past.AddYears(n + 1) },
            2 => copy with { From = Ahead.AddYears(n), To = null },
            _ => rule.Bases.IsEmpty
                ? copy with { Flows = otherFlows }
                : copy with { Bases = MemberSet<Basis>.Of(Basis.NoConfidentiality) },
        };
    }
}
