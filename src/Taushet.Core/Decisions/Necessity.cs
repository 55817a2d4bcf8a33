using Taushet.Core.Policies;
using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Decisions;

/// <summary>
/// Step 9: necessity, stated by people and bounded by data. It bounds every opening as it is made, since each duty has
/// a purpose of its own, and MUST is bounded too.
/// </summary>
internal static class Necessity
{
    /// <summary>The cells that are necessary for a purpose: listed under a need that can justify them there.</summary>
    public static CellSet For(Purpose purpose, Request request, PolicySet policies)
    {
        var justified = policies.NeedIndex.Of(purpose, request.Receiver.Service);
        var cells = CellSet.Empty;
        var any = CellSet.Empty;
        for (var need = 0; need < justified.Length; need++)
        {
            cells |= justified[need] & request.Needs.For((Need)need);
            any |= justified[need];
        }

        // In a push the list is what the sender includes: without a stated need it counts as necessary.
        return request.Flow == Flow.Pull ? cells : cells | (any & request.Needs.Unspecified);
    }

    /// <summary>What is necessary under a duty: judged by the duty's own purpose, whatever the request claims.</summary>
    public static CellSet ForDuty(Rule duty, Request request, PolicySet policies)
    {
        var cells = duty.AlwaysNecessary;
        foreach (var purpose in duty.Purposes.ToList())
        {
            cells |= For(purpose, request, policies);
        }

        return cells;
    }

    /// <summary>What is necessary for an opening: judged by the claimed purpose, which the opening must name.</summary>
    public static CellSet ForOpening(Rule opening, Request request, PolicySet policies) =>
        request.Purpose.IsKnown && opening.Purposes.Contains(request.Purpose.Value)
            ? For(request.Purpose.Value, request, policies)
            : CellSet.Empty;
}
