using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Taushet.Core.Consents;
using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;

namespace Taushet.Policies.Tests;

/// <summary>Sentences about all duties, orders and information rights (13.3), tried against the real rule book.</summary>
public sealed class DutyInvariantTests
{
    private static readonly DateOnly FirstDay = new(2023, 1, 1);

    private static readonly MemberSet<Basis> NavOrders = MemberSet<Basis>.Of(Basis.NavOrder, Basis.EmploymentOrder);

    private static readonly ServiceSet Parents =
        ServiceSet.Of(Service.ParentWithResponsibility, Service.ParentWithoutResponsibility);

    [Fact]
    public void ASupervisoryDemandNeverEndsInSilence() =>
        Holds(scenario =>
        {
            var demand = scenario.Request with
            {
                Flow = Flow.Pull,
                Receiver = Party(Service.Supervision),
                Asserted = MemberSet<Basis>.Of(Basis.Supervision),
            };
            var decision = (scenario with { Request = demand }).Decide();
            return demand.LawDate < FirstDay || !HeldByAService(scenario) || Codes<Cell>.Members.All(cell => decision.OutcomeOf(cell) != Core.Vocabulary.Outcome.Withhold);
        });

    [Fact]
    public void WhatNavIsOwedOnOrderLiesWithinTheOrder() =>
        Holds(scenario =>
        {
            var order = new AuthorityOrderEvidence(
                EvidenceLevel.Asserted, true, true, true, true, true, CellSet.Of(Cell.Identity, Cell.Attendance, Cell.Clinical));
            var request = scenario.Request with
            {
                Flow = Flow.Pull,
                Receiver = Party(Service.NavState),
                Asserted = NavOrders,
                Evidence = new Evidence { AuthorityOrder = order },
            };
            return order.Scope.Covers((scenario with { Request = request }).Decide().Must);
        });

    [Fact]
    public void AddingShieldFactsToAWarningRemovesNeitherWhoNorWhat() =>
        Holds(scenario =>
        {
            var request = scenario.Request with
            {
                Flow = Flow.Push,
                Receiver = Party(Service.Police),
                Asserted = default,
                Evidence = new Evidence
                {
                    Avert = new AvertEvidence(2750, Certainty.MostLikely, true, default, default),
                    Danger = new DangerEvidence(true, true, true),
                },
            };
            var decision = (scenario with { Request = request, Facts = Shielded(scenario.Facts) }).Decide();
            return request.LawDate < FirstDay
                || !HeldByAService(scenario)
                || decision.Released.Covers(CellSet.Of(Cell.Identity, Cell.IdentityNationalNumber, Cell.Incident));
        });

    [Fact]
    public void DangerTowardsTheParentsTakesNothingThatAServiceIsOwed() =>
        Holds(scenario =>
        {
            // Barnevern's own duty to tell the police of a hidden address hangs on that address (bvl § 13-5 third).
            if ((int)scenario.Request.Receiver.Service > 100 || scenario.Request.Asserted.Contains(Basis.BarnevernOutwardDuty))
            {
                return true;
            }

            var safe = (scenario with { Facts = scenario.Facts with { HiddenAddress = false, ContactBan = false } }).Decide();
            var danger = (scenario with { Facts = scenario.Facts with { HiddenAddress = true, ContactBan = true } }).Decide();
            return safe.Must == danger.Must;
        });

    [Fact]
    public void UnderAHiddenAddressAContactBanOrAStrictGradingNoParentIsGivenAnythingByMachine() =>
        Holds(scenario =>
        {
            var towardsParent = scenario.Request with { Receiver = Party(Service.ParentWithResponsibility) };
            var given = (scenario with { Request = towardsParent, Facts = Shielded(scenario.Facts) }).Decide().Released;

            // What the holder itself decides to tell against danger to life a human has decided (fvl § 13 b nr. 7).
            var humans = scenario.Request.Evidence.Danger is null
                ? CellSet.Empty
                : CellSet.Of(Cell.Identity, Cell.IdentityNationalNumber, Cell.Incident);
            return scenario.Request.LawDate < FirstDay || humans.Covers(given);
        });

    [Fact]
    public void FromEighteenNoParentHasARightToKnow() =>
        Holds(scenario =>
            !Parents.Contains(scenario.Request.Receiver.Service)
            || ((scenario with { Facts = scenario.Facts with { Age = 18 } }).Decide().Must
                - CellSet.Of(Cell.DecisionsReceived)).IsEmpty);

    [Fact]
    public void NoOrderOfAnyOrganReachesAnAdult() =>
        Holds(scenario =>
        {
            if (scenario.Request.Evidence.Order is not { } order)
            {
                return true;
            }

            var request = scenario.Request with
            {
                Asserted = MemberSet<Basis>.Of(Basis.BarnevernOrder),
                Evidence = new Evidence { Order = order },
                Receiver = Party(Service.Supervision),
            };
            var adult = scenario.Facts with { Age = 18 };
            var decision = (scenario with { Request = request, Facts = adult }).Decide();
            return decision.Must.IsEmpty && decision.RoutedToHuman.IsEmpty;
        });

    [Fact]
    public void BarnevernIsGivenNothingOnAPregnancy() =>
        Holds(scenario =>
        {
            var request = scenario.Request with
            {
                Receiver = Party(Service.Barnevern),
                Unborn = true,
                Evidence = new Evidence { Pregnancy = new PregnancyEvidence(Certainty.Certain) },
            };
            var unborn = scenario.Facts with { Age = default, Care = default };
            return (scenario with { Request = request with { Asserted = default }, Facts = unborn }).Decide().Must.IsEmpty;
        });

    private static void Holds(Func<Scenario, bool> sentence) =>
        Prop.ForAll(Scenario.Any, sentence).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    private static bool HeldByAService(Scenario scenario) => (int)scenario.Request.Holder.Service < 100;

    private static PartyRef Party(Service service) => new(string.Empty, string.Empty, service, default);

    private static Facts Shielded(Facts facts) => facts with
    {
        Grading = Grading.StrictlyConfidential,
        HiddenAddress = true,
        ContactBan = true,
        Objections = ImmutableArray.Create(new ObjectionFact(Guid.Empty, 1, null, null, CellSet.All)),
    };
}
