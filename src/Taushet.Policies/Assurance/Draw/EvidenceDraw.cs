using Taushet.Core.Policies;
using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;

namespace Taushet.Policies.Assurance.Draw;

/// <summary>Evidence at random: every part that a chosen fact lies in, and each other part one time in ten.</summary>
internal sealed class EvidenceDraw(Chance chance, IReadOnlyDictionary<FactSlot, int?> chosen, Func<FactSlot, int?> free, CellSet scope)
    : EvidenceParts
{
    protected override int? Value(FactSlot slot) => chosen.TryGetValue(slot, out var value) ? value : free(slot);

    protected override bool Has(string prefix) =>
        chosen.Keys.Any(slot => Codes<FactSlot>.Of(slot).StartsWith(prefix, StringComparison.Ordinal)) || chance.Percent(10);

    protected override CellSet Scope() => chance.Some(scope);

    protected override EvidenceLevel Level() => chance.Member<EvidenceLevel>();

    protected override Lack Lacking() => (Lack)chance.Below(3);

    protected override HolderDecision? Decided() =>
        chance.Percent(30) ? new HolderDecision(chance.Member<EvidenceLevel>(), chance.Some(scope)) : null;
}
