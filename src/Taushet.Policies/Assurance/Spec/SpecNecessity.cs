using Taushet.Core.Policies;
using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;

namespace Taushet.Policies.Assurance.Spec;

/// <summary>Necessity: a cell counts only when it is listed under a need that the purpose can justify for that receiver.</summary>
internal sealed class SpecNecessity(PolicySet policies)
{
    private readonly Dictionary<(Purpose Purpose, Service Receiver), List<(Need Need, HashSet<Cell> Cells)>> atMost = policies.Needs
        .SelectMany(needs => needs.Receivers.ToList().Select(receiver => (Key: (needs.Purpose, receiver), needs.AtMost)))
        .GroupBy(entry => entry.Key)
        .ToDictionary(
            group => group.Key,
            group => group.SelectMany(entry => entry.AtMost).Select(entry => (entry.Need, entry.Cells.ToList().ToHashSet())).ToList());

    /// <summary>What is necessary under a duty: what it always owes, and what its own purpose can need.</summary>
    public bool UnderDuty(SpecRule duty, Cell cell, Request request) =>
        duty.Always.Contains(cell) || duty.Purposes.Any(purpose => For(purpose, cell, request));

    /// <summary>What is necessary for an opening: what the claimed purpose can need, which the opening must name.</summary>
    public bool ForOpening(SpecRule opening, Cell cell, Request request) =>
        request.Purpose.IsKnown && opening.Purposes.Contains(request.Purpose.Value) && For(request.Purpose.Value, cell, request);

    private bool For(Purpose purpose, Cell cell, Request request)
    {
        if (!atMost.TryGetValue((purpose, request.Receiver.Service), out var justified))
        {
            return false;
        }

        var justifying = justified.FindAll(entry => entry.Cells.Contains(cell));
        var stated = justifying.Exists(entry => request.Needs.For(entry.Need).Contains(cell));

        // In a push the list is what the sender includes as necessary.
        var included = request.Flow != Flow.Pull && justifying.Count > 0 && request.Needs.Unspecified.Contains(cell);
        return stated || included;
    }
}
