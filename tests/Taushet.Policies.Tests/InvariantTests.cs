using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Taushet.Core.Consents;
using Taushet.Core.Decisions;
using Taushet.Core.Policies;
using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;

namespace Taushet.Policies.Tests;

/// <summary>Sentences about all requests (13.3), tried against the real rule book.</summary>
public sealed class InvariantTests
{
    private static readonly CellSet ByHandOnly = CellSet.Of(Cell.GradedAddress, Cell.Adoption, Cell.PrivateReporter);

    private static readonly CellSet HeartOfAReport =
        CellSet.Of(Cell.Identity, Cell.IdentityNationalNumber, Cell.Incident, Cell.ThirdPersonGuardians);

    private static readonly CellSet Identifying = CellCategories.WithTopics(
        Cell.Identity, Cell.Address, Cell.GradedAddress, Cell.ClientRelation, Cell.Clinical, Cell.KeptFromGuardians, Cell.ThirdPerson, Cell.Finances, Cell.PrivateReporter, Cell.Investigation, Cell.Adoption, Cell.ChildStatement, Cell.InternalDraft);

    private static readonly ServiceSet BarnevernAndPolice =
        ServiceSet.Of(Service.Barnevern, Service.EmergencyHelpline, Service.Police);

    private static readonly MemberSet<Basis> DutiesBesideTheOrder = MemberSet<Basis>.Of(
        Basis.DutyToReport,
        Basis.DutyToAvert,
        Basis.EmergencyNotice,
        Basis.PregnancyNotice,
        Basis.FeedbackToReporter,
        Basis.HealthCare,
        Basis.BarnevernOutwardDuty,
        Basis.NavOrder,
        Basis.EmploymentOrder,
        Basis.ChildSupportDuty,
        Basis.PoliceResidentList,
        Basis.ParentalInformation,
        Basis.SubjectAccess,
        Basis.DischargeSummary);

    private static readonly MemberSet<Basis> Duties = DutiesBesideTheOrder | MemberSet<Basis>.Of(Basis.BarnevernOrder);

    [Fact]
    public void Scenarios_DrawnAtRandom_ReachEveryOutcome()
    {
        var decisions = Scenario.Any.Generator.Sample(3000, 50).Select(scenario => scenario.Decide()).ToList();

        decisions.Count(decision => !decision.Must.IsEmpty).ShouldBeGreaterThan(200);
        decisions.Count(decision => !decision.MayOnRequest.IsEmpty).ShouldBeGreaterThan(30);
        decisions.Count(decision => !decision.ByHand.IsEmpty).ShouldBeGreaterThan(30);
        decisions.Count(decision => !decision.RoutedToHuman.IsEmpty).ShouldBeGreaterThan(0);
        decisions.Count(decision => decision.Released.IsEmpty).ShouldBeGreaterThan(200);
    }

    [Fact]
    public void NoBasisReleasesGradedAddressAdoptionOrPrivateReporterByMachine() =>
        Holds(scenario => !scenario.Decide().Released.Meets(ByHandOnly));

    [Fact]
    public void AddingADutyToCooperateChangesNothing() =>
        Holds(scenario => SameCells(
            scenario.Decide(),
            Asserting(scenario, scenario.Request.Asserted | MemberSet<Basis>.Of(Basis.DutyToCooperate)).Decide()));

    [Fact]
    public void WithdrawingConsentOpensNothingAndTouchesNoDuty() =>
        Holds(scenario =>
        {
            var before = scenario.Decide();
            var after = (scenario with { Facts = scenario.Facts with { Consents = ImmutableArray<ConsentFact>.Empty } }).Decide();
            return before.Must == after.Must && before.Released.Covers(after.Released);
        });

    [Fact]
    public void AddingConsentAddsNothingOutsideItsScope() =>
        Holds(scenario =>
        {
            var scope = CellSet.Empty;
            foreach (var consent in scenario.Facts.Consents.Or([]))
            {
                scope |= consent.Cells;
            }

            var without = (scenario with { Facts = scenario.Facts with { Consents = ImmutableArray<ConsentFact>.Empty } }).Decide();
            return scope.Covers(scenario.Decide().Released - without.Released);
        });

    [Fact]
    public void AtEighteenNothingIsOwedToBarnevern() =>
        Holds(scenario =>
        {
            var request = scenario.Request with { Receiver = new PartyRef(string.Empty, string.Empty, Service.Barnevern, default) };
            var owed = (scenario with { Request = request, Facts = scenario.Facts with { Age = 18 } }).Decide().Must;

            // A barnevern that reported is answered as any reporter (bvl § 13-3): that tells of the report, not of the child.
            return (owed - CellCategories.WithTopics(Cell.Decisions)).IsEmpty;
        });

    [Fact]
    public void FamilyCounsellingNeverSharesForHealthCareAndBarnevernNeverReportsCrime() =>
        Holds(scenario =>
            Unchanged(scenario, Service.FamilyCounselling, Basis.HealthCare)
            && Unchanged(scenario, Service.Barnevern, Basis.CrimeReport));

    [Fact]
    public void APrivateKindergartenNeverOwesAReportOfTheChildsOwnActsAndAMunicipalOneNeverUnderItsOwnAct() =>
        Holds(scenario =>
        {
            var evidence = new Evidence
            {
                Report = new ReportEvidence(Trigger.OwnHarmfulActs, Certainty.Certain, default, default, default),
            };
            var request = scenario.Request with { Evidence = evidence, Asserted = default };
            var municipal = (scenario with { Request = request with { Holder = Kindergarten(ServiceForm.Municipal) } }).Decide();
            var own = (scenario with { Request = request with { Holder = Kindergarten(ServiceForm.Private) } }).Decide();
            return own.Must.IsEmpty
                && municipal.Applied.All(applied => applied.Rule.Step != Step.Duty || !CitesKindergartenAct(applied.Rule));
        });

    [Fact]
    public void DecidingTwiceGivesTheSame() =>
        Holds(scenario =>
        {
            var first = scenario.Decide();
            var second = scenario.Decide();
            return SameCells(first, second) && first.Applied.SequenceEqual(second.Applied);
        });

    // Other duties may go beyond it: who has the care has a right to know that needs no order (pbrl § 3-4 sixth).
    [Fact]
    public void WhatAnOrderOwesLiesWithinItsScope() =>
        Holds(scenario =>
            scenario.Request.Evidence is not { Order: { } order }
            || scenario.Decide().Applied
                .Where(applied => applied.Rule is { Step: Step.Duty, Outcome: Core.Vocabulary.Outcome.Must } && !applied.Near && applied.Rule.Bases.Contains(Basis.BarnevernOrder))
                .All(applied => order.Scope.Covers(applied.Cells)));

    [Fact]
    public void AddingShieldFactsToAReportRemovesNeitherIncidentNorChildNorGuardians() =>
        Holds(scenario =>
        {
            if (!scenario.IsOwnDuty)
            {
                return true;
            }

            var shielded = (scenario with
            {
                Facts = scenario.Facts with
                {
                    Grading = Grading.StrictlyConfidential,
                    HiddenAddress = true,
                    ContactBan = true,
                    Objections = ImmutableArray.Create(new ObjectionFact(Guid.Empty, 1, null, null, CellSet.All)),
                },
            }).Decide();
            return shielded.Released.Covers(HeartOfAReport);
        });

    [Fact]
    public void HiddenAddressAndContactBanChangeNothingTowardsBarnevern() =>
        Holds(scenario =>
        {
            if (scenario.Request.Receiver.Service != Service.Barnevern)
            {
                return true;
            }

            var open = scenario with { Facts = scenario.Facts with { HiddenAddress = false, ContactBan = false } };
            var hidden = scenario with { Facts = scenario.Facts with { HiddenAddress = true, ContactBan = true } };
            return SameCells(open.Decide(), hidden.Decide());
        });

    [Fact]
    public void WithoutARecordedDecisionTheHoldersChoiceReleasesNothing() =>
        Holds(scenario =>
        {
            var undecided = scenario with
            {
                Facts = scenario.Facts with { StandingDecisions = ImmutableArray<StandingDecisionFact>.Empty },
                Request = scenario.Request with { Evidence = scenario.Request.Evidence with { HolderDecision = null } },
            };
            var decision = undecided.Decide();
            return decision.Released == (decision.Must - decision.ByHand | decision.MayOnRequest);
        });

    [Fact]
    public void TheAssertedBasisNeverChangesWhatRestsOnFactsAndDroppingItAddsNothing() =>
        Holds(scenario =>
        {
            var silent = Asserting(scenario, default);
            var (before, after) = (scenario.Decide(), silent.Decide());

            // A duty that was invoked by its name alone, without what was seen, rests on no fact: dropping the name drops it.
            var sameDuties = (scenario.Request.Invoked & Duties) == (silent.Request.Invoked & Duties);
            var towardsBarnevern = scenario.Request.Receiver.Service == Service.Barnevern;
            return before.Released.Covers(after.Released) && (!towardsBarnevern || !sameDuties || before.Must == after.Must);
        });

    [Fact]
    public void UnderStrictOrUnknownGradingAPullReleasesNothingExceptToBarnevernAndPolice() =>
        Holds(scenario =>
        {
            var strict = scenario with { Facts = scenario.Facts with { Grading = Grading.StrictlyConfidential } };
            var unknown = scenario with { Facts = scenario.Facts with { Grading = default } };
            return scenario.Request.Flow != Flow.Pull
                || BarnevernAndPolice.Contains(scenario.Request.Receiver.Service)
                || (strict.Decide().Released.IsEmpty && unknown.Decide().Released.IsEmpty);
        });

    /// <summary>INVARIANT: under a blanket shield nothing is opened that no duty covers, not even what an opening names.</summary>
    [Fact]
    public void UnderStrictGradingAPullGivesNothingThatIsNotOwedToAnybody() =>
        Holds(scenario =>
        {
            var decision = (scenario with { Facts = scenario.Facts with { Grading = Grading.StrictlyConfidential } }).Decide();
            return scenario.Request.Flow != Flow.Pull || decision.Must.Covers(decision.Released);
        });

    [Fact]
    public void AnonymisedReleaseHoldsNothingThatIdentifies() =>
        Holds(scenario =>
        {
            var anonymised = scenario.Decide().Applied
                .Where(applied => applied.Rule.Step == Step.Anonymised)
                .Aggregate(CellSet.Empty, (cells, applied) => cells | applied.Cells);
            return !anonymised.Meets(Identifying);
        });

    [Fact]
    public void TheExplanationOfWhatIsNotGivenDependsOnTheRequestAlone() =>
        Holds(scenario =>
        {
            var policies = PolicyFolder.Book.Policies;
            var known = Decider.DecideTwice(scenario.Request, scenario.Facts, policies);
            var unknown = Decider.DecideTwice(scenario.Request, Facts.None, policies);
            return Codes<Cell>.Members.All(cell =>
                known.NotGiven(cell) with { Citations = [] } == unknown.NotGiven(cell) with { Citations = [] }
                && known.NotGiven(cell).Citations.SequenceEqual(unknown.NotGiven(cell).Citations));
        });

    [Fact]
    public void EverythingNotGivenByAServiceCitesTheLaw() =>
        Holds(scenario =>
            (int)scenario.Request.Holder.Service > 100
            || scenario.Request.LawDate < new DateOnly(2023, 1, 1)
            || !Decider.DecideTwice(scenario.Request, scenario.Facts, PolicyFolder.Book.Policies).NotGiven(Cell.Identity).Citations.IsEmpty);

    private static void Holds(Func<Scenario, bool> sentence) =>
        Prop.ForAll(Scenario.Any, sentence).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    private static bool SameCells(Decision left, Decision right) =>
        left.Must == right.Must
        && left.MayOnRequest == right.MayOnRequest
        && left.HolderMayGive == right.HolderMayGive
        && left.RoutedToHuman == right.RoutedToHuman
        && left.ByHand == right.ByHand
        && left.Relevant == right.Relevant;

    private static Scenario Asserting(Scenario scenario, MemberSet<Basis> bases) =>
        scenario with { Request = scenario.Request with { Asserted = bases } };

    private static bool Unchanged(Scenario scenario, Service holder, Basis basis)
    {
        var party = new PartyRef(string.Empty, string.Empty, holder, default);
        var without = scenario with { Request = scenario.Request with { Holder = party } };
        var bases = without.Request.Asserted;
        return SameCells(
            Asserting(without, bases - MemberSet<Basis>.Of(basis)).Decide(),
            Asserting(without, bases | MemberSet<Basis>.Of(basis)).Decide());
    }

    private static bool CitesKindergartenAct(Rule rule) => rule.Citations.Any(citation => citation.Act == "bhl");

    private static PartyRef Kindergarten(ServiceForm form) => new(string.Empty, string.Empty, Service.Kindergarten, form);
}
