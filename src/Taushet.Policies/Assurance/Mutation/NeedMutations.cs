using Taushet.Core.Policies;
using Taushet.Core.Vocabulary;

namespace Taushet.Policies.Assurance.Mutation;

/// <summary>What a purpose can need, with one change.</summary>
/// <param name="Kind">How it was changed.</param>
/// <param name="What">The change, in words.</param>
/// <param name="Original">The entry as it stands in the book.</param>
/// <param name="Changed">The entry as changed.</param>
public sealed record NeedMutant(MutationKind Kind, string What, PurposeNeeds Original, PurposeNeeds Changed);

/// <summary>Every entry of purposes.yaml that differs from another in one place: a receiver, or a cell of a need.</summary>
internal static class NeedMutations
{
    public static IEnumerable<NeedMutant> Of(PurposeNeeds needs) => Receivers(needs).Concat(
        Enumerable.Range(0, needs.AtMost.Length).SelectMany(place => Codes<Cell>.Members.Select(cell => Cell(needs, place, cell))));

    private static IEnumerable<NeedMutant> Receivers(PurposeNeeds needs) => needs.Receivers.ToList().Select(receiver => new NeedMutant(
        MutationKind.PartyDropped,
        $"receiver {Codes<Service>.Of(receiver)}",
        needs,
        needs with { Receivers = needs.Receivers - ServiceSet.Of(receiver) }));

    private static NeedMutant Cell(PurposeNeeds needs, int place, Cell cell)
    {
        var (need, cells) = needs.AtMost[place];
        var (one, has) = (CellSet.Of(cell), cells.Contains(cell));
        return new(
            has ? MutationKind.CellDropped : MutationKind.CellAdded,
            $"{Codes<Cell>.Of(cell)} under {Codes<Need>.Of(need)}",
            needs,
            needs with { AtMost = needs.AtMost.SetItem(place, (need, has ? cells - one : cells | one)) });
    }
}
