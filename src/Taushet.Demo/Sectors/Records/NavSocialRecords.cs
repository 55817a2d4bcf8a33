using Taushet.Demo.Sectors.Entries;
using Taushet.V1;

namespace Taushet.Demo.Sectors.Records;

/// <summary>What municipal social services in NAV hold: the family's aid, in which the children are counted.</summary>
internal static class NavSocialRecords
{
    /// <summary>Makes the record of one child of a family on aid.</summary>
    public static ChildInformation Make(Journal journal)
    {
        var record = journal.Open(since: 100, spread: 600, "Familien har økonomisk stønad.");
        record.Holding.Drafts.Add(journal.Draft(30));
        record.Family = new FamilySection
        {
            Situations = { journal.Situation(20, 60, Texts.Family) },
            LivingConditions = { journal.Living(Texts.Housing, Texts.Work) },
            Network = { new FamilyNetwork { Description = "Lite kontakt med familie i nærheten." } },
            Benefits = { journal.Benefit("Økonomisk stønad", 9000, 6000) },
            Economy = new HouseholdEconomy
            {
                MonthlyIncomeOre = (12_000 + journal.Sequence.Below(9000)) * 100L,
                Labels = Marks.Of(Label.Relevant, Label.ConcernsOtherPerson),
            },
        };
        return record;
    }
}
