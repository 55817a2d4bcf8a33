using System.Collections.Immutable;
using Taushet.Core.Policies;
using Taushet.Core.Vocabulary;
using Taushet.Policies.Assurance.Givers;
using Taushet.Policies.Assurance.Mutation;
using Taushet.Policies.Assurance.Table;
using Taushet.Policies.Cases;

namespace Taushet.Assurance.Tests;

/// <summary>What decides besides the rules: who may consent, what can be necessary.</summary>
public sealed class BookMutationTests
{
    private static readonly PolicySet Policies = PolicyFolder.Book.Policies;

    private static readonly BookMutation Mutation = new(Policies, []);

    private static readonly GiverRule Patient = Policies.Givers.Single(giver => giver.Id == "pbrl-4-3-patient");

    [Fact]
    public void Of_EveryGiver_LooksOnlyAtFactsThatTheTableTells() =>
        Policies.Givers.SelectMany(giver => Conditions.SlotsOf(giver.When)).Distinct().ShouldBeSubsetOf(ChildOfConsent.Facts);

    [Fact]
    public void Try_SomeChangesOfGiversAndNeeds_TheTableTellsWhatEachCaseNotices()
    {
        var cases = CaseLoader.Load(Path.Combine(PolicyFolder.Root, "cases"), PolicyFolder.Book).Cases;
        var mutation = new BookMutation(Policies, cases);

        ImmutableArray<BookMutantResult> results = [.. mutation.Try(mutation.Givers(150, seed: 2)), .. mutation.Try(mutation.Needs(150, seed: 2))];

        results.Length.ShouldBe(300);
        results.Where(result => result.Case is not null).ShouldAllBe(result => result.Table);
        results.Count(result => result.Table).ShouldBeGreaterThan(240);
        results.ShouldContain(result => result.File == "givers.yaml" && result.Case != null);
        results.ShouldContain(result => result.File == "purposes.yaml" && result.Case != null);
    }

    [Fact]
    public void Try_AnotherAgeGiverAreaOrDay_TheTableTells()
    {
        GiverRule[] changed =
        [
            Patient with { When = new Condition.Between(FactSlot.Age, 15, int.MaxValue) },
            Patient with { When = new Condition.Between(FactSlot.Age, 17, int.MaxValue) },
            Patient with { Requires = GiverRequirement.OneParent },
            Patient with { Requires = GiverRequirement.SelfAndOneParent },
            Patient with { Areas = MemberSet<ConsentArea>.Of(ConsentArea.General) },
            Patient with { Purposes = MemberSet<Purpose>.Of(Purpose.HealthCare) },
            Patient with { To = new DateOnly(2030, 12, 31) },
        ];

        changed.ShouldAllBe(giver => Mutation.Try(ImmutableArray.Create(new GiverMutant(MutationKind.GiverChanged, "changed", Patient, giver))).Single().Table);
    }

    [Fact]
    public void Try_TheSameInOtherWords_IsTheSameLaw()
    {
        var twice = Patient with { When = new Condition.All([Patient.When, Patient.When]) };

        Mutation.Try(ImmutableArray.Create(new GiverMutant(MutationKind.ConditionDropped, "twice", Patient, twice))).Single().Table.ShouldBeFalse();
    }

    [Fact]
    public void Write_TheGivers_TellsWhoConsentsOnEachSideOfALine()
    {
        var table = GiverTable.Write(Policies);

        table.ShouldContain("- area: school\n  from: 2026-01-01\n  age 0 to 14:\n");
        table.ShouldContain("    bvl-4-2 bvl-4-3 bvl-5-1: barnevern-and-carer\n");
        table.ShouldContain("  age 15 or more: self\n  age unknown: nobody\n");
    }

    [Fact]
    public void Write_TheNeeds_SpellsGroupsOut() =>
        NeedTable.AtMost(Policies, Purpose.ChangeOfSchool, Service.PrimarySchool)
            .ShouldBe("    identify: ID_CORE\n    teach: ID_CORE REL DEC/education ATT C_SCHOOL\n");
}
