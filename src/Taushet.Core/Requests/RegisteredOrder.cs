using Taushet.Core.Vocabulary;

namespace Taushet.Core.Requests;

/// <summary>An order as its register holds it, where it holds between the parties of a request, about its child and on its day.</summary>
/// <param name="Basis">By which power.</param>
/// <param name="CaseType">The case an order of barnevern rests on.</param>
/// <param name="Scope">What it asks for, categories widened.</param>
/// <param name="AvoidsSeriousSituation">For an imposed help measure.</param>
/// <param name="StatesPurpose">Of another authority's order.</param>
/// <param name="StatesLegalBasis">The same.</param>
/// <param name="StatesComplaint">The same.</param>
public sealed record RegisteredOrder(
    Basis Basis,
    Known<OrderCase> CaseType,
    CellSet Scope,
    Known<bool> AvoidsSeriousSituation,
    Known<bool> StatesPurpose,
    Known<bool> StatesLegalBasis,
    Known<bool> StatesComplaint)
{
    /// <summary>The evidence of a request that names an order.</summary>
    /// <param name="stated">What else the request states.</param>
    /// <param name="claimed">The basis for which the order is named.</param>
    /// <param name="order">The order; null when there is none that holds: then none is in evidence, whatever was stated.</param>
    /// <remarks>INVARIANT: where a request names a registered order, what it says of the order itself is not read.</remarks>
    public static Evidence In(Evidence stated, Basis claimed, RegisteredOrder? order)
    {
        var without = claimed == Basis.BarnevernOrder ? stated with { Order = null } : stated with { AuthorityOrder = null };
        return order is null || order.Basis != claimed ? without
            : claimed == Basis.BarnevernOrder ? without with { Order = order.AsOrder() }
            : without with { AuthorityOrder = order.AsAuthorityOrder() };
    }

    private OrderEvidence AsOrder() => new(
        EvidenceLevel.Registered, CaseType, HasReference: true, HasNecessity: true, Scope, Written: true, AvoidsSeriousSituation);

    private AuthorityOrderEvidence AsAuthorityOrder() => new(
        EvidenceLevel.Registered, HasReference: true, StatesPurpose, StatesLegalBasis, StatesComplaint, Written: true, Scope);
}
