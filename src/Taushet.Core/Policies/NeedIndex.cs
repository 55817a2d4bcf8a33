using System.Collections.Immutable;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Policies;

/// <summary>What a purpose of a receiver can need, found without a search.</summary>
internal sealed class NeedIndex
{
    private readonly Dictionary<(Purpose Purpose, Service Receiver), CellSet[]> needs = [];

    public NeedIndex(ImmutableArray<PurposeNeeds> purposeNeeds)
    {
        foreach (var need in purposeNeeds)
        {
            foreach (var receiver in need.Receivers.ToList())
            {
                Add(need, receiver);
            }
        }
    }

    /// <summary>What a purpose of a receiver can need, by the number of the need; empty when it can need nothing.</summary>
    public ReadOnlySpan<CellSet> Of(Purpose purpose, Service receiver) =>
        needs.TryGetValue((purpose, receiver), out var cells) ? cells : default;

    private void Add(PurposeNeeds purposeNeeds, Service receiver)
    {
        var key = (purposeNeeds.Purpose, receiver);
        if (!needs.TryGetValue(key, out var cells))
        {
            cells = new CellSet[Codes<Need>.Members.Max(need => (int)need) + 1];
            needs.Add(key, cells);
        }

        foreach (var (need, justified) in purposeNeeds.AtMost)
        {
            cells[(int)need] |= justified;
        }
    }
}
