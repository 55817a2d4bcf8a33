using Taushet.Core.Policies;
using Taushet.Core.Requests;
using Taushet.Core.Tests.Building;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Tests.Decisions;

public sealed class ConsentValidityTests
{
    private static readonly Request Asked = Asks.Pull(Cell.Incident);

    private static readonly Core.Consents.ConsentFact Consent = Children.Consent(Cell.Incident);

    [Theory]
    [InlineData(GiverRequirement.Self, "self", true)]
    [InlineData(GiverRequirement.Self, "parent parent", false)]
    [InlineData(GiverRequirement.BothParents, "parent parent", true)]
    [InlineData(GiverRequirement.BothParents, "parent", false)]
    [InlineData(GiverRequirement.BothParents, "parent self", false)]
    [InlineData(GiverRequirement.OneParent, "parent", true)]
    [InlineData(GiverRequirement.OneParent, "next-of-kin", false)]
    [InlineData(GiverRequirement.HomeParent, "home", true)]
    [InlineData(GiverRequirement.HomeParent, "parent parent", false)]
    [InlineData(GiverRequirement.BarnevernAndCarer, "barnevern foster", true)]
    [InlineData(GiverRequirement.BarnevernAndCarer, "barnevern", false)]
    [InlineData(GiverRequirement.BarnevernAndCarer, "foster", false)]
    [InlineData(GiverRequirement.Barnevern, "barnevern", true)]
    [InlineData(GiverRequirement.Barnevern, "foster", false)]
    [InlineData(GiverRequirement.Guardian, "guardian", true)]
    [InlineData(GiverRequirement.Guardian, "representative", false)]
    [InlineData(GiverRequirement.Representative, "representative", true)]
    [InlineData(GiverRequirement.Representative, "guardian", false)]
    [InlineData(GiverRequirement.SelfAndBothParents, "self parent parent", true)]
    [InlineData(GiverRequirement.SelfAndBothParents, "self parent", false)]
    [InlineData(GiverRequirement.SelfAndBothParents, "parent parent", false)]
    [InlineData(GiverRequirement.SelfAndOneParent, "self parent", true)]
    [InlineData(GiverRequirement.SelfAndOneParent, "self", false)]
    [InlineData(GiverRequirement.SelfAndOneParent, "parent", false)]
    [InlineData(GiverRequirement.SelfAndGuardian, "self guardian", true)]
    [InlineData(GiverRequirement.SelfAndGuardian, "guardian", false)]
    [InlineData(GiverRequirement.SelfAndRepresentative, "self representative", true)]
    [InlineData(GiverRequirement.SelfAndRepresentative, "self guardian", false)]
    [InlineData(GiverRequirement.SelfAndBarnevern, "self barnevern", true)]
    [InlineData(GiverRequirement.SelfAndBarnevern, "barnevern foster", false)]
    [InlineData(GiverRequirement.NextOfKin, "next-of-kin", true)]
    [InlineData(GiverRequirement.NextOfKin, "parent", false)]
    [InlineData(GiverRequirement.OneParent, "", false)]
    public void Complete_Givers_AllWhoMust(GiverRequirement requires, string givers, bool complete)
    {
        var consent = Consent with { Givers = [.. givers.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Giver)] };

        Opens(Rules.Giver("g", requires), consent).ShouldBe(complete);
    }

    [Theory]
    [InlineData(Truth.True, true)]
    [InlineData(Truth.Unknown, false)]
    [InlineData(Truth.False, false)]
    public void Complete_GiverRule_CountsOnlyWhenTrue(Truth truth, bool complete) =>
        Opens(Rules.Giver("g", GiverRequirement.BothParents) with { When = Conditions.That(truth) }, Consent)
            .ShouldBe(complete);

    [Fact]
    public void Complete_GiverRuleOfAnotherAreaPurposeOrDate_DoesNotCount()
    {
        var giver = Rules.Giver("g", GiverRequirement.BothParents);

        Opens(giver with { Areas = MemberSet<ConsentArea>.Of(ConsentArea.Health) }, Consent).ShouldBeFalse();
        Opens(giver with { From = Asks.LawDate.AddDays(1) }, Consent).ShouldBeFalse();
        Opens(giver with { Purposes = Consent.Purposes }, Consent).ShouldBeTrue();
        Opens(giver with { Purposes = MemberSet<Purpose>.Of(Purpose.ExpertAssessment) }, Consent).ShouldBeFalse();
        Opens(giver with { To = Asks.LawDate.AddDays(-1) }, Consent).ShouldBeFalse();
        Opens(giver with { From = Asks.LawDate, To = Asks.LawDate }, Consent).ShouldBeTrue();
    }

    [Fact]
    public void Covers_Date_BothEndsIncluded()
    {
        Opens(Consent with { From = Asks.LawDate, To = Asks.LawDate }).ShouldBeTrue();
        Opens(Consent with { From = Asks.LawDate.AddDays(1) }).ShouldBeFalse();
        Opens(Consent with { To = Asks.LawDate.AddDays(-1) }).ShouldBeFalse();
    }

    [Fact]
    public void Covers_BlanketConsent_NamesNothing()
    {
        Opens(Consent with { Holders = [] }).ShouldBeFalse();
        Opens(Consent with { Receivers = [] }).ShouldBeFalse();
        Opens(Consent with { Purposes = default }).ShouldBeFalse();
        Opens(Consent with { Cells = default }).ShouldBeFalse();
    }

    [Fact]
    public void Covers_OneOrganisationNamed_OnlyThatOne()
    {
        Opens(Consent with { Holders = [new(Service.PrimarySchool, Asks.School.Organisation)] }).ShouldBeTrue();
        Opens(Consent with { Holders = [new(Service.PrimarySchool, Asks.Barnevern.Organisation)] }).ShouldBeFalse();
        Opens(Consent with { Holders = [new(Service.Kindergarten, Asks.School.Organisation)] }).ShouldBeFalse();
        Opens(Consent with { Receivers = [new(Service.Police, string.Empty)] }).ShouldBeFalse();
    }

    [Fact]
    public void Covers_AnotherPurposeOrNone_DoesNot()
    {
        Opens(Consent with { Purposes = MemberSet<Purpose>.Of(Purpose.Aftercare) }).ShouldBeFalse();
        Decides(Asked with { Purpose = default }, Children.With(Consent)).ShouldBeFalse();
    }

    [Theory]
    [InlineData(6, false, true)]
    [InlineData(7, false, false)]
    [InlineData(7, true, true)]
    [InlineData(null, false, false)]
    [InlineData(null, true, true)]
    public void ChildHeard_AgeOnTheDay_RequiredFromSeven(int? age, bool heard, bool opens)
    {
        var law = Law.Of(Rules.Consent("c", Cell.Incident) with { When = Conditions.Yes(FactSlot.ConsentChildHeard) });
        var consented = Children.With(Consent with { ChildHeard = heard });
        var facts = consented with { Age = age is { } years ? years : default(Known<int>) };

        law.Decides(Asked, facts).Released.IsEmpty.ShouldBe(!opens);
    }

    [Theory]
    [InlineData(11, true)]
    [InlineData(12, false)]
    [InlineData(null, false)]
    public void ChildAgainst_FromTwelve_IsForAHumanToWeigh(int? age, bool opens)
    {
        var law = Law.Of(Rules.Consent("c", Cell.Incident) with { When = Conditions.Yes(FactSlot.ConsentChildHeard) });
        var facts = Children.With(Consent with { ChildAgainst = true });

        law.Decides(Asked, facts with { Age = age is { } years ? years : default(Known<int>) }).Released.IsEmpty.ShouldBe(!opens);
    }

    [Fact]
    public void ChildHeard_WhoConsentsItself_HasBeenHeard()
    {
        var law = Law.Of(
            Rules.Giver("g", GiverRequirement.Self),
            Rules.Consent("c", Cell.Incident) with { When = Conditions.Yes(FactSlot.ConsentChildHeard) });
        var own = Consent with { ChildHeard = false, Givers = [Children.As(ConsentCapacity.Self)] };

        law.Decides(Asked, Children.With(own) with { Age = 17 }).Released.ShouldBe(CellSet.Of(Cell.Incident));
    }

    [Fact]
    public void KeptFromGuardians_AllOfItKept_TheChildConsentsAloneAndTheParentsCannot()
    {
        var kept = new[] { Children.Secrecy(Cell.Incident) }.ToKnown();
        var alone = Rules.Giver("g", GiverRequirement.Self) with { When = Conditions.Yes(FactSlot.ConsentKeptFromGuardians) };
        var own = Consent with { Givers = [Children.As(ConsentCapacity.Self)] };

        Opens(alone, own, Children.Known with { Secrecies = kept }).ShouldBeTrue();
        Opens(alone, own, Children.Known).ShouldBeFalse();
        Opens(alone, own, Children.Known with { Secrecies = default }).ShouldBeFalse();
        Opens(alone, own with { Cells = CellSet.Of(Cell.Incident, Cell.Attendance) }, Children.Known with { Secrecies = kept })
            .ShouldBeFalse();
        Opens(Rules.Giver("p", GiverRequirement.BothParents), Consent, Children.Known with { Secrecies = kept }).ShouldBeFalse();
    }

    [Theory]
    [InlineData("self", true)]
    [InlineData("parent parent", false)]
    public void BySelf_Giver_IsThePersonItself(string givers, bool bySelf)
    {
        var law = Law.Of(Rules.Consent("c", Cell.Incident) with { When = Conditions.Yes(FactSlot.ConsentBySelf) });
        var consent = Consent with { Givers = [.. givers.Split(' ').Select(Giver)] };

        law.Decides(Asked, Children.With(consent)).Released.IsEmpty.ShouldBe(!bySelf);
    }

    private static Core.Consents.ConsentGiver Giver(string code) => code == "home"
        ? Children.HomeParent
        : Children.As(Codes<ConsentCapacity>.TryParse(code, out var capacity) ? capacity : default);

    private static bool Opens(Core.Consents.ConsentFact consent) => Decides(Asked, Children.With(consent));

    private static bool Opens(GiverRule giver, Core.Consents.ConsentFact consent) =>
        !Law.Of(giver, Rules.Consent("c", Cell.Incident)).Decides(Asked, Children.With(consent)).Released.IsEmpty;

    private static bool Opens(GiverRule giver, Core.Consents.ConsentFact consent, Facts facts) =>
        !Law.Of(giver, Rules.Consent("c", Cell.Incident))
            .Decides(Asked, facts with { Consents = new[] { consent }.ToKnown() }).Released.IsEmpty;

    private static bool Decides(Request request, Facts facts) =>
        !Law.Of(Rules.Consent("c", Cell.Incident)).Decides(request, facts).Released.IsEmpty;
}
