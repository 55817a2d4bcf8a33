using Taushet.Gateway.Decide;
using Taushet.V1;
using Level = Taushet.Core.Vocabulary.EvidenceLevel;

namespace Taushet.Gateway.Tests.Decide;

public sealed class EvidenceMappingTests
{
    /// <summary>INVARIANT: what a caller states is ASSERTED, whatever level it writes.</summary>
    [Fact]
    public void Map_CallerClaimsProof_Asserted()
    {
        var mapped = EvidenceMapping.Map(
        [
            Claim(new Evidence { Order = new OrderEvidence() }),
            Claim(new Evidence { HolderDecision = new HolderDecision() }),
            Claim(new Evidence { AuthorityOrder = new AuthorityOrderEvidence() }),
            Claim(new Evidence { Mandate = new MandateEvidence() }),
        ]);

        mapped.Order!.Level.ShouldBe(Level.Asserted);
        mapped.HolderDecision!.Level.ShouldBe(Level.Asserted);
        mapped.AuthorityOrder!.Level.ShouldBe(Level.Asserted);
        mapped.Mandate!.Level.ShouldBe(Level.Asserted);
    }

    [Fact]
    public void Map_AbsentValues_UnknownNeverFalse()
    {
        var report = EvidenceMapping.Map([Claim(new Evidence { Report = new ReportEvidence() })]).Report!;
        var order = EvidenceMapping.Map([Claim(new Evidence { Order = new OrderEvidence { Written = false } })]).Order!;

        report.Trigger.IsKnown.ShouldBeFalse();
        report.AbuseSuspected.IsKnown.ShouldBeFalse();
        order.Written.ShouldBe(false);
        order.AvoidsSeriousSituation.IsKnown.ShouldBeFalse();
    }

    private static BasisClaim Claim(Evidence evidence)
    {
        evidence.Level = EvidenceLevel.Proven;
        return new BasisClaim { Basis = Basis.NoConfidentiality, Evidence = evidence };
    }
}
