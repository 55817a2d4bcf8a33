using Taushet.Demo.Sectors.Entries;
using Taushet.V1;

namespace Taushet.Demo.Sectors.Records;

/// <summary>What the refugee service holds on the children of settled families.</summary>
internal static class RefugeeServiceRecords
{
    private static readonly string[] Network =
    [
        "Menigheten og to familier fra samme by.",
        "Ingen slekt i landet; leksehjelp hver tirsdag.",
    ];

    private static readonly string[] Goals =
    [
        "Fritidskort og svømmekurs før sommeren.",
        "Norskkurs for begge foreldre, barnehageplass fra januar.",
    ];

    /// <summary>Makes the record of one child.</summary>
    public static ChildInformation Make(Journal journal)
    {
        var record = journal.Open(since: 200, spread: 700, "Bosatt i kommunen.");
        record.Holding.Plans.Add(journal.Plan("measures", Goals));
        record.Development = new DevelopmentSection { Language = journal.Language("ar", "uk", "so", "ti") };
        record.Family = new FamilySection
        {
            Background = { journal.Background(Texts.Flight) },
            LivingConditions = { journal.Living(Texts.Housing, Texts.Work) },
            Network = { new FamilyNetwork { Description = journal.OneOf(Network) } },
        };
        return record;
    }
}
