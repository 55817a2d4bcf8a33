using Taushet.Demo.Sectors.Entries;
using Taushet.V1;

namespace Taushet.Demo.Sectors.Records;

/// <summary>What the dental clinic's journal holds.</summary>
internal static class DentalRecords
{
    private static readonly string[] Findings =
    [
        "Ingen hull. Ny innkalling om to år.",
        "Hull i to melketenner, behandlet.",
        "Verkebyll ved jeksel, behandling startet; foreldrene er minnet om ny time.",
    ];

    private static readonly string[] Seen =
    [
        "Hovent kinn på høyre side.",
        "Slitte tenner, gnisser om natten.",
        "Ingen skader i munn eller ansikt.",
    ];

    private static readonly string[] Care =
    [
        "Får hjelp med tannpuss kveld og morgen.",
        "Pusser alene, mye belegg ved tre kontroller på rad.",
    ];

    /// <summary>Makes the record of one patient.</summary>
    public static ChildInformation Make(Journal journal)
    {
        var record = journal.Open(since: 300, spread: 1500, "Det offentlige tannhelsetilbudet.");
        record.Holding.MissedAppointments.Add(journal.Missed(45 + journal.Sequence.Below(60)));
        record.Concern = new ConcernSection { Physical = { journal.Physical(400, Seen) } };
        record.Development = new DevelopmentSection { HealthNeeds = { journal.HealthNeed(Texts.Health) } };
        record.Care = new CareSection { Observations = { new CareObservation { BasicCare = journal.OneOf(Care) } } };
        record.Health = new HealthSection
        {
            DentalFindings =
            {
                new DentalFinding
                {
                    ExaminedOn = journal.Day(40, 300),
                    Finding = journal.OneOf(Findings),
                    Labels = journal.SometimesMarked(),
                },
            },
        };
        return record;
    }
}
