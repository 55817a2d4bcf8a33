using Taushet.Core.Policies;
using Taushet.Core.Requests;

namespace Taushet.Core.Decisions;

/// <summary>The decision: a pure function of request, facts and policy set; the instant is the request's law date.</summary>
public static class Decider
{
    /// <summary>Decides one request for one set of facts.</summary>
    public static Decision Decide(Request request, Facts facts, PolicySet policies) =>
        throw new NotSupportedException();

    /// <summary>Decides twice: with the facts, and without any.</summary>
    public static Verdict DecideTwice(Request request, Facts facts, PolicySet policies) =>
        new(Decide(request, facts, policies), Decide(request, Facts.None, policies));
}
