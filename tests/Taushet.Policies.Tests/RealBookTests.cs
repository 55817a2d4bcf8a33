using Taushet.Core.Policies;
using Taushet.Core.Vocabulary;

namespace Taushet.Policies.Tests;

public sealed class RealBookTests
{
    [Fact]
    public void Load_RealFolder_HasNoFault()
    {
        var result = PolicyLoader.Load(PolicyFolder.Root);

        result.Faults.Select(fault => fault.ToString()).ShouldBeEmpty();
        result.Succeeded.ShouldBeTrue();
    }

    [Fact]
    public void Load_Twice_GivesTheSameHash()
    {
        var hash = PolicyLoader.Load(PolicyFolder.Root).Book!.Policies.Hash;

        hash.ShouldBe(PolicyFolder.Book.Policies.Hash);
        hash.Length.ShouldBe(64);
        hash.ShouldBe(hash.ToLowerInvariant());
    }

    [Fact]
    public void Bases_EveryService_HasACitedBaseTowardsEveryReceiver()
    {
        var bases = PolicyFolder.Book.Policies.Rules
            .Where(rule => rule.Step == Step.Base && rule.InForceOn(new DateOnly(2026, 11, 21)))
            .ToList();
        foreach (var holder in Codes<Service>.Members.Where(service => (int)service < 100))
        {
            foreach (var receiver in Codes<Service>.Members)
            {
                bases.ShouldContain(rule => rule.Holders.Contains(holder) && rule.Receivers.Contains(receiver), $"{holder} to {receiver}");
            }
        }
    }

    [Fact]
    public void Citations_EveryAct_StandsInActs()
    {
        var cited = PolicyFolder.Book.Policies.Rules.SelectMany(rule => rule.Citations)
            .Concat(PolicyFolder.Book.Policies.Givers.SelectMany(giver => giver.Citations))
            .Select(citation => citation.Act)
            .ToHashSet();

        cited.ShouldBeSubsetOf(PolicyFolder.Book.Acts.Select(act => act.Name));
    }

    [Fact]
    public void Citations_EveryOne_CarriesTheLovdataIdOfItsAct()
    {
        var ids = PolicyFolder.Book.Acts.ToDictionary(act => act.Name, act => act.LovdataId);

        PolicyFolder.Book.Policies.Rules.SelectMany(rule => rule.Citations)
            .ShouldAllBe(citation => citation.LovdataId == ids[citation.Act]);
    }

    [Fact]
    public void Needs_EveryOpenedCell_CanBeJustifiedForSomePurposeOfItsRule()
    {
        var book = PolicyFolder.Book.Policies;
        foreach (var rule in book.Rules.Where(rule => !rule.Purposes.IsEmpty))
        {
            var justified = book.Needs.Where(needs => rule.Purposes.Contains(needs.Purpose))
                .SelectMany(needs => needs.AtMost)
                .Aggregate(CellSet.Empty, (cells, entry) => cells | entry.Cells);

            justified.Covers(rule.Cells | rule.Relevant).ShouldBeTrue($"{rule.Id}: {(rule.Cells | rule.Relevant) - justified}");
        }
    }

    [Fact]
    public void Givers_AnyChildAndArea_MeetsAtMostOneRule()
    {
        var slots = new int[FactVector.Size];
        foreach (var area in Codes<ConsentArea>.Members)
        {
            var givers = PolicyFolder.Book.Policies.Givers
                .Where(giver => giver.Purposes.IsEmpty && giver.Requires != GiverRequirement.NextOfKin)
                .Where(giver => giver.Areas.Contains(area) && giver.From.Year <= 2026 && giver.To is null)
                .ToList();
            for (var age = 0; age <= 20; age++)
            {
                foreach (var care in Codes<CareSituation>.Members)
                {
                    foreach (var responsibility in Codes<ParentalResponsibility>.Members)
                    {
                        Array.Fill(slots, FactVector.Unknown);
                        slots[(int)FactSlot.Age] = age;
                        slots[(int)FactSlot.Care] = (int)care;
                        slots[(int)FactSlot.Responsibility] = (int)responsibility;

                        givers.Count(giver => giver.When.Evaluate(new FactVector(slots)) == Truth.True).ShouldBeLessThanOrEqualTo(1);
                    }
                }
            }
        }
    }

    [Fact]
    public void Givers_RulesOfOnePurpose_MeetAtMostOne()
    {
        var givers = PolicyFolder.Book.Policies.Givers.Where(giver => !giver.Purposes.IsEmpty && giver.To is null).ToList();
        var slots = new int[FactVector.Size];
        foreach (var care in Codes<CareSituation>.Members)
        {
            foreach (var responsibility in Codes<ParentalResponsibility>.Members)
            {
                Array.Fill(slots, FactVector.Unknown);
                slots[(int)FactSlot.Age] = 4;
                slots[(int)FactSlot.Care] = (int)care;
                slots[(int)FactSlot.Responsibility] = (int)responsibility;
                foreach (var area in Codes<ConsentArea>.Members)
                {
                    foreach (var purpose in Codes<Purpose>.Members)
                    {
                        givers.Where(giver => giver.Concerns(area, MemberSet<Purpose>.Of(purpose)))
                            .Count(giver => giver.When.Evaluate(new FactVector(slots)) == Truth.True)
                            .ShouldBeLessThanOrEqualTo(1);
                    }
                }
            }
        }
    }

    [Fact]
    public void Givers_ConsentThatNamesAnotherPurposeToo_IsNoneOfARuleForOnePurpose()
    {
        var home = PolicyFolder.Book.Policies.Givers.Single(giver => giver.Id == "bhl-32-home-parent");

        home.Concerns(ConsentArea.Kindergarten, MemberSet<Purpose>.Of(Purpose.ExpertAssessment)).ShouldBeTrue();
        home.Concerns(ConsentArea.Kindergarten, MemberSet<Purpose>.Of(Purpose.ExpertAssessment, Purpose.SpecialEducationDecision)).ShouldBeFalse();
        home.Concerns(ConsentArea.School, MemberSet<Purpose>.Of(Purpose.ExpertAssessment)).ShouldBeFalse();
    }

    [Fact]
    public void Doubts_EveryUnsureRule_IsListed()
    {
        var unsure = PolicyFolder.Book.Policies.Rules
            .Where(rule => rule.Confidence is Confidence.Memory or Confidence.Unsure)
            .Select(rule => rule.Id);

        unsure.ShouldBeSubsetOf(PolicyFolder.Book.Doubts.Select(doubt => doubt.RuleId));
        PolicyFolder.Book.Doubts.ShouldAllBe(doubt => doubt.Line > 0);
    }
}
