using Taushet.Core.Policies;
using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;
using Taushet.Policies.Assurance.Draw;

namespace Taushet.Policies.Assurance.Table;

/// <summary>The evidence of a situation: every part that one of its facts lies in.</summary>
internal sealed class StatedEvidence(Situation situation) : EvidenceParts
{
    protected override int? Value(FactSlot slot) => situation[slot];

    protected override bool Has(string prefix)
    {
        foreach (var slot in situation.Facts.Keys)
        {
            if (Codes<FactSlot>.Of(slot).StartsWith(prefix, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    protected override CellSet Scope() => situation.Scope;

    protected override EvidenceLevel Level() => EvidenceLevel.Asserted;

    protected override Lack Lacking() => Lack.Reference;

    // In a pull it is a standing decision that says so.
    protected override HolderDecision? Decided() =>
        situation.HolderDecides && situation.Flow != Flow.Pull ? new HolderDecision(EvidenceLevel.Asserted, CellSet.All) : null;
}
