using FsCheck;
using FsCheck.Fluent;
using Taushet.Core.Decisions;
using Taushet.Core.Duties;
using Taushet.Core.Policies;
using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;
using Taushet.Gateway.Tests.Support;
using Taushet.Policies;

namespace Taushet.Gateway.Tests.Orders;

public sealed class OrderScopeTests
{
    private static readonly Lazy<PolicySet> Book = new(() => PolicyLoader.Load(TestGateway.PoliciesFolder).Book!.Policies);
    private static readonly DateOnly Today = new(2026, 9, 1);

    private static readonly Arbitrary<CellSet> Cells =
        Gen.Elements<Cell>(Codes<Cell>.Members).ArrayOf().Select(cells => CellCategories.WithTopics([.. cells])).ToArbitrary();

    private static readonly Arbitrary<(Basis, Service, Service)> Parties = Gen.Elements(
        (Basis.BarnevernOrder, Service.Barnevern, Service.PrimarySchool),
        (Basis.BarnevernOrder, Service.Barnevern, Service.ChildAndYouthPsychiatry),
        (Basis.NavOrder, Service.NavState, Service.PrimarySchool)).ToArbitrary();

    /// <summary>INVARIANT: where a request names a registered order, what it says of the order itself is not read.</summary>
    [Fact]
    public void Decide_AnyRegisteredOrder_ReleasesASubsetOfItsScopeAlone() =>
        Prop.ForAll(Cells, Cells, Parties, (scope, asked, parties) =>
        {
            var (basis, issuer, addressee) = parties;
            var order = new RegisteredOrder(basis, OrderCase.CareOrder, scope, default, true, true, true);
            var request = Request(asked, basis, issuer, addressee) with { Evidence = RegisteredOrder.In(Stated, basis, order) };
            var facts = new Facts { Age = 7, Grading = Grading.Ungraded, Care = CareSituation.Parents };

            var decision = Decider.Decide(request, facts, Book.Value);
            var none = Decider.Decide(
                request with { Evidence = RegisteredOrder.In(Stated, basis, order: null) }, facts, Book.Value);

            scope.Covers(decision.Released - none.Released).ShouldBeTrue();
            scope.Covers(decision.Released).ShouldBeTrue();
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Cases_OfBarnevernsOrder_TheClosedListWithItsDates()
    {
        var now = OrderPower.Cases(Book.Value, Service.Barnevern, Service.PrimarySchool, Today);
        var before = OrderPower.Cases(Book.Value, Service.Barnevern, Service.PrimarySchool, new DateOnly(2025, 12, 31));

        now.ShouldContain(OrderCase.CareOrder);
        now.ShouldContain(OrderCase.TravelBan);
        before.ShouldNotContain(OrderCase.TravelBan);
        now.ShouldNotContain(OrderCase.VoluntaryHelp);
        now.ShouldNotContain(OrderCase.InvestigationOnly);
        OrderPower.Has(Book.Value, Basis.SocialServicesRequest, Service.NavSocial, Service.PrimarySchool, Today).ShouldBeFalse();
        OrderPower.Has(Book.Value, Basis.NavOrder, Service.NavState, Service.PrimarySchool, Today).ShouldBeTrue();
        OrderPower.Has(Book.Value, Basis.NavOrder, Service.NavSocial, Service.PrimarySchool, Today).ShouldBeFalse();
    }

    // What a request says beside the order it names asks for everything.
    private static Evidence Stated => new()
    {
        Order = new OrderEvidence(EvidenceLevel.Asserted, OrderCase.CareOrder, true, true, CellSet.All, true, true),
        AuthorityOrder = new AuthorityOrderEvidence(EvidenceLevel.Asserted, true, true, true, true, true, CellSet.All),
    };

    private static Request Request(CellSet asked, Basis basis, Service issuer, Service addressee) => new()
    {
        Flow = Flow.Pull,
        Receiver = new PartyRef("111111111", string.Empty, issuer, ServiceForm.Municipal),
        Holder = new PartyRef("222222222", string.Empty, addressee, ServiceForm.Municipal),
        Purpose = basis == Basis.BarnevernOrder ? Purpose.ChildWelfareCase : Purpose.BenefitCase,
        Needs = new NeedList([(Need.AssessCase, asked)]),
        Asserted = MemberSet<Basis>.Of(basis),
        LawDate = Today,
    };
}
