using Taushet.Core.Decisions;
using Taushet.Core.Duties;
using Taushet.Core.Explaining;
using Taushet.Core.Policies;
using Taushet.Core.Requests;
using Taushet.Core.Tests.Building;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Tests.Duties;

public sealed class DutyCheckTests
{
    private static readonly Rule Report = Rules.OwnDuty("report", Cell.Incident, Cell.Identity) with
    {
        Bases = MemberSet<Basis>.Of(Basis.DutyToReport),
        Receivers = ServiceSet.Of(Service.Barnevern, Service.EmergencyHelpline),
        AlwaysNecessary = CellSet.Of(Cell.Identity),
        When = new Condition.All([Conditions.Yes(FactSlot.Child), new Condition.Between(FactSlot.ReportCertainty, 2, int.MaxValue)]),
    };

    private static readonly Rule Avert = Rules.OwnDuty("avert", Cell.Incident) with
    {
        Bases = MemberSet<Basis>.Of(Basis.DutyToAvert),
        Receivers = ServiceSet.Of(Service.Police),
    };

    [Fact]
    public void Find_WhatWasSeenMakesADuty_TellsItsReceiversTogether()
    {
        var findings = DutyCheck.Find(Seen(Certainty.ReasonToBelieve), Facts.None, Law.Of(Report, Avert));

        var owed = findings.Owed.ShouldHaveSingleItem();
        owed.Rule.Id.ShouldBe("report");
        owed.Receivers.ShouldBe(Report.Receivers);
        owed.Always.ShouldBe(CellSet.Of(Cell.Identity));
        owed.Cells.ShouldBe(CellSet.Of(Cell.Identity, Cell.Incident));
    }

    [Fact]
    public void Find_BelowTheThreshold_TellsWhatIsLacking()
    {
        var findings = DutyCheck.Find(Seen(Certainty.Vague), Facts.None, Law.Of(Report, Avert));

        findings.Owed.ShouldBeEmpty();
        findings.Absent.Select(absent => absent.Rule.Id).ShouldBe(["avert", "report"]);
        findings.Absent[1].Lacks.ShouldHaveSingleItem().ShouldBeOfType<Shortfall.Fact>()
            .Failed.Read.ShouldHaveSingleItem().Slot.ShouldBe(FactSlot.ReportCertainty);
        findings.Absent[0].Lacks.ShouldContain(lack => lack is Shortfall.NoBasis);
    }

    [Fact]
    public void Find_AdultIsSeen_NoDutyOfAChild() =>
        DutyCheck.Find(Seen(Certainty.Certain), new Facts { Age = 18 }, Law.Of(Report)).Owed.ShouldBeEmpty();

    [Fact]
    public void Find_AgeUnknown_CountsAsAChild() =>
        DutyCheck.Find(Seen(Certainty.Certain), Facts.None, Law.Of(Report)).Owed.ShouldHaveSingleItem();

    [Fact]
    public void Find_ObligationThatComesWithTheDuty_IsAdviceWithItsOwnRule()
    {
        var silence = Rules.Obliges("silence", Obligation.DoNotInformParents) with { ComesWith = ["report"] };

        var advice = DutyCheck.Find(Seen(Certainty.Certain), Facts.None, Law.Of(Report, silence)).Owed[0].Advice;

        advice.ShouldHaveSingleItem().ShouldBe(new DutyAdvice(Obligation.DoNotInformParents, silence));
    }

    [Fact]
    public void Find_RuleOfAnotherDay_IsNeitherOwedNorAbsent()
    {
        var past = Report with { To = Asks.LawDate.AddDays(-1) };

        var findings = DutyCheck.Find(Seen(Certainty.Certain), Facts.None, Law.Of(past));

        findings.Owed.ShouldBeEmpty();
        findings.Absent.ShouldBeEmpty();
    }

    // INVARIANT: a duty is found by the decider alone, as it would decide the push itself.
    [Fact]
    public void Find_EachReceiver_OwesWhatThePushItselfWouldOwe()
    {
        var law = Law.Of(Report, Avert, Rules.RoutingShield("shield", Cell.Identity));
        foreach (var certainty in Codes<Certainty>.Members)
        {
            var seen = Seen(certainty);
            foreach (var receiver in Report.Receivers.ToList())
            {
                var push = seen with { Receiver = new PartyRef(string.Empty, string.Empty, receiver, default) };
                var decided = Decider.Decide(push, Facts.None, law);
                var found = DutyCheck.Find(seen, Facts.None, law).Owed.Where(duty => duty.Receivers.Contains(receiver)).ToList();

                found.Aggregate(CellSet.Empty, (cells, duty) => cells | duty.Cells).ShouldBe(decided.Must);
                found.Aggregate(CellSet.Empty, (cells, duty) => cells | duty.ByHand).ShouldBe(decided.ByHand);
            }
        }
    }

    private static Request Seen(Certainty certainty) => Asks.Push() with
    {
        Receiver = Asks.School,
        Needs = new NeedList([], CellSet.All),
        Asserted = default,
        Evidence = new Evidence { Report = new ReportEvidence(Trigger.Maltreatment, certainty, default, default, default) },
    };
}
