using System.Collections.Immutable;
using Taushet.Core.Explaining;
using Taushet.Core.Policies;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Duties;

/// <summary>Whose order makes a duty of whom, as the rules in force say. It knows no act of its own.</summary>
public static class OrderPower
{
    /// <summary>The bases that are orders of an authority: a requester's own, which a register of orders can hold.</summary>
    public static MemberSet<Basis> Orders { get; } = MemberSet<Basis>.Of(
        Basis.BarnevernOrder,
        Basis.NavOrder,
        Basis.EmploymentOrder,
        Basis.ChildSupportDuty,
        Basis.ImmigrationOrder,
        Basis.PoliceResidentList);

    /// <summary>Whether a rule in force lets an order of this basis by one service make a duty of another.</summary>
    public static bool Has(PolicySet policies, Basis basis, Service issuer, Service addressee, DateOnly date) =>
        Orders.Contains(basis) && Rules(policies, basis, issuer, addressee, date).Any();

    /// <summary>The cases an order of barnevern may rest on: the closed list, as the rules in force name it.</summary>
    public static ImmutableArray<OrderCase> Cases(PolicySet policies, Service issuer, Service addressee, DateOnly date) =>
    [
        .. Rules(policies, Basis.BarnevernOrder, issuer, addressee, date)
            .SelectMany(rule => NearRule.ValuesOf(rule.When, FactSlot.OrderCase))
            .Distinct()
            .Order()
            .Select(number => (OrderCase)number),
    ];

    private static IEnumerable<Rule> Rules(PolicySet policies, Basis basis, Service issuer, Service addressee, DateOnly date) =>
        policies.Rules.Where(rule => rule.Step == Step.Duty
            && rule.Bases.Contains(basis)
            && rule.Receivers.Contains(issuer)
            && rule.Holders.Contains(addressee)
            && rule.InForceOn(date));
}
