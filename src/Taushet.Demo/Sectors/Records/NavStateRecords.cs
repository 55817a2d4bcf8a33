using Taushet.Demo.Sectors.Entries;
using Taushet.V1;

namespace Taushet.Demo.Sectors.Records;

/// <summary>What state NAV holds: benefits for the child, with the grounds they rest on.</summary>
internal static class NavStateRecords
{
    private static readonly string[] Kinds = ["Hjelpestønad", "Grunnstønad", "Utvidet barnetrygd", "Bidragsforskudd"];

    /// <summary>Makes the record of one child with a benefit.</summary>
    public static ChildInformation Make(Journal journal)
    {
        var record = journal.Open(since: 200, spread: 1500, "Ytelse for barnet.", knowsGradedAddress: true);
        record.Family = new FamilySection
        {
            LivingConditions = { journal.Living(Texts.Housing, Texts.Work) },
            Benefits = { journal.Benefit(journal.OneOf(Kinds), 1200, 2600) },
        };
        return record;
    }
}
