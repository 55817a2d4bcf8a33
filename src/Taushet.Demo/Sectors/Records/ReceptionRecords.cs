using Taushet.Demo.Sectors.Entries;
using Taushet.V1;

namespace Taushet.Demo.Sectors.Records;

/// <summary>What an asylum reception centre holds on children who live there.</summary>
internal static class ReceptionRecords
{
    private static readonly string[] Room = ["Familierom, delt kjøkken.", "Egen hybel i avdeling for barnefamilier."];

    private static readonly string[] Seen =
    [
        "Blir hentet av ukjente voksne i bil om kvelden.",
        "Leker med de andre barna i gangen til sent.",
    ];

    /// <summary>Makes the record of one resident.</summary>
    public static ChildInformation Make(Journal journal)
    {
        var record = journal.Open(since: 60, spread: 200, "Venter på svar på søknad.");
        record.Person.Stays.Add(new Stay { UnitName = journal.Unit, MovedInOn = journal.Day(60) });
        record.Concern = new ConcernSection { Social = { journal.Social(30, Seen, Marks.Of(Label.Relevant, Label.Unverified)) } };
        record.Development = new DevelopmentSection { Language = journal.Language("ar", "uk", "so", "ti") };
        record.Family = new FamilySection
        {
            Background = { journal.Background(Texts.Flight) },
            LivingConditions = { journal.Living(Room, Texts.Work) },
        };
        return record;
    }
}
