using Taushet.Core.Duties;
using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;
using Taushet.Policies.Explaining;

namespace Taushet.Policies.Tests;

/// <summary>What an employee who saw something owes by the real book: to avert, to give notice in an emergency and in pregnancy.</summary>
public sealed class DutyCheckTests
{
    private const int RapeOfAChildUnder14 = 2990;
    private const int Theft = 3210;

    private static readonly ServiceSet MunicipalHealth = ServiceSet.Of(Service.MunicipalHealthAndCare);

    // strl § 196: certain or most likely, and still possible to avert. An unknown fact never ends a duty.
    [Theory]
    [InlineData(Certainty.Certain, true, true)]
    [InlineData(Certainty.MostLikely, true, true)]
    [InlineData(Certainty.ReasonToBelieve, true, false)]
    [InlineData(Certainty.Vague, true, false)]
    [InlineData(Certainty.Certain, false, false)]
    [InlineData(Certainty.MostLikely, false, false)]
    [InlineData(Certainty.Certain, null, true)]
    [InlineData(null, true, true)]
    [InlineData(null, false, false)]
    public void Find_AListedCrimeSeen_IsToBeAvertedWhileItCanBe(Certainty? certainty, bool? possible, bool owed)
    {
        var findings = Find(Service.PrimarySchool, Avert(RapeOfAChildUnder14, certainty, possible));

        findings.Owed.Any(duty => duty.Rule.Id == "strl-196-avert").ShouldBe(owed);
        findings.Absent.Any(duty => duty.Rule.Id == "strl-196-avert").ShouldBe(!owed);
    }

    [Fact]
    public void Find_AListedCrimeSeen_IsOwedToPoliceWithTheEventAndWithoutNoticeHome()
    {
        var findings = Find(Service.PrimarySchool, Avert(RapeOfAChildUnder14, Certainty.MostLikely, possible: true));

        var duty = findings.Owed.Single(owed => owed.Rule.Id == "strl-196-avert");
        duty.Receivers.ShouldBe(ServiceSet.Of(Service.Police));
        duty.Always.ShouldBe(CellCategories.WithTopics(Cell.Identity, Cell.Incident));
        duty.Cells.Contains(Cell.InternalDraft).ShouldBeFalse();
        duty.Rule.Citations.ShouldContain(citation => citation.Act == "strl" && citation.Section == "196");
        duty.Advice.Select(advice => advice.Obligation).ShouldContain(Obligation.DoNotInformParents);
        duty.Advice.Select(advice => advice.Obligation).ShouldContain(Obligation.IgnoreApprovalRoutine);
        findings.Owed.ShouldContain(owed => owed.Rule.Id == "strl-196-avert-barnevern" && owed.Receivers.Contains(Service.Barnevern));
        Summary(findings).ShouldStartWith("Du har selv en plikt, og ingen kan stanse den.");
    }

    [Fact]
    public void Find_ACrimeThatIsNotListed_IsNotToBeAverted()
    {
        var findings = Find(Service.PrimarySchool, Avert(Theft, Certainty.Certain, possible: true));

        findings.Owed.ShouldBeEmpty();
        findings.Absent.ShouldContain(duty => duty.Rule.Id == "strl-196-avert");
        Summary(findings).ShouldNotContain("leder");
    }

    // hpl § 31 binds health personnel alone, while the notice can still avert serious harm.
    [Theory]
    [InlineData(Service.SchoolHealth, true, true, true)]
    [InlineData(Service.SchoolHealth, true, null, true)]
    [InlineData(Service.SchoolHealth, null, true, true)]
    [InlineData(Service.SchoolHealth, true, false, false)]
    [InlineData(Service.SchoolHealth, false, true, false)]
    [InlineData(Service.PrimarySchool, true, true, false)]
    public void Find_SeriousHarmAhead_IsToldToPoliceByHealthPersonnel(Service holder, bool? serious, bool? possible, bool owed)
    {
        var findings = Find(holder, new Evidence { Danger = new DangerEvidence(Known(serious), default, Known(possible)) });

        var duty = findings.Owed.SingleOrDefault(found => found.Rule.Id == "hpl-31-emergency");
        (duty is not null).ShouldBe(owed);
        if (duty is not null)
        {
            duty.Receivers.ShouldBe(ServiceSet.Of(Service.Police));
            duty.Always.ShouldBe(CellCategories.WithTopics(Cell.Identity, Cell.Incident));
            duty.Advice.ShouldContain(advice => advice.Obligation == Obligation.InformPerson);
        }
    }

    // hpl § 32 second, and fvkl § 9: to municipal health and care, never to barnevern (bvl § 1-2).
    [Theory]
    [InlineData(Service.MaternityCare, "hpl-32-pregnancy")]
    [InlineData(Service.FamilyCounselling, "fvkl-9-pregnancy")]
    public void Find_SubstanceUseInPregnancy_IsToldToMunicipalHealthAlone(Service holder, string rule)
    {
        foreach (var certainty in Codes<Certainty>.Members)
        {
            var findings = Find(holder, new Evidence { Pregnancy = new PregnancyEvidence(certainty) }, unborn: true);

            findings.Owed.Select(duty => duty.Rule.Id).ShouldBe(certainty >= Certainty.ReasonToBelieve ? [rule] : []);
            findings.Owed.ShouldAllBe(duty => duty.Receivers == MunicipalHealth);
        }
    }

    // fvl § 13 b nr. 7 lets the holder give: it is a right, and no duty is made of it.
    [Fact]
    public void Find_DangerToLifeAtASchool_MakesNoDutyAndTellsWhomToCall()
    {
        var findings = Find(Service.PrimarySchool, new Evidence { Danger = new DangerEvidence(default, true, true) });

        findings.Owed.ShouldBeEmpty();
        findings.Absent.ShouldNotContain(duty => duty.Rule.Id == "fvl-13b-7-danger");
        Summary(findings).ShouldContain("ring 112");
    }

    private static DutyFindings Find(Service holder, Evidence seen, bool unborn = false) => DutyCheck.Find(
        new Request
        {
            Flow = Flow.Push,
            Holder = new PartyRef(string.Empty, string.Empty, holder, ServiceForm.Municipal),
            Receiver = new PartyRef(string.Empty, string.Empty, holder, ServiceForm.Municipal),
            Needs = new NeedList([], CellSet.All),
            Evidence = seen,
            Unborn = unborn,
            LawDate = new DateOnly(2026, 11, 21),
        },
        unborn ? new Facts() : new Facts { Age = 9 },
        PolicyFolder.Book.Policies);

    private static Evidence Avert(int crime, Certainty? certainty, bool? possible) => new()
    {
        Avert = new AvertEvidence(
            crime, certainty is { } known ? known : Known<Certainty>.Unknown, Known(possible), 9, default),
    };

    private static Known<bool> Known(bool? fact) => fact is { } known ? known : Known<bool>.Unknown;

    private static string Summary(DutyFindings findings) => DutySummary.Of(findings, PolicyFolder.Book.Policies.Phrases);
}
