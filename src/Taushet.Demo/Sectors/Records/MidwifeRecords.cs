using Taushet.Demo.Sectors.Entries;
using Taushet.V1;

namespace Taushet.Demo.Sectors.Records;

/// <summary>What the municipal midwife holds after the birth. The pregnancy itself is the mother's own journal.</summary>
internal static class MidwifeRecords
{
    private static readonly string[] Visits =
    [
        "Hjemmebesøk dag 3: god vekt, ammingen er i gang.",
        "Hjemmebesøk dag 2: lett gulsott, ny kontroll dagen etter.",
    ];

    private static readonly string[] OfTheMother =
    [
        "Vanskelig fødsel, mor sover lite og gråter mye.",
        "Mor i god form, partner er hjemme.",
        "Tidligere depresjon, ønsker tett oppfølging.",
    ];

    /// <summary>Makes the record of one newborn.</summary>
    public static ChildInformation Make(Journal journal)
    {
        var born = journal.People.Today.DayNumber - journal.Child.BirthDate.DayNumber;
        var record = journal.Open(since: born, spread: 0, "Barselomsorg.", knowsGradedAddress: true);
        record.OtherPersons.ParentsHealth.Add(journal.ParentHealth("mother", born - 3, OfTheMother));
        record.Development = new DevelopmentSection { HealthNeeds = { journal.HealthNeed(["Fulgt opp for vekt de første ukene."]) } };
        record.Family = new FamilySection { Situations = { journal.Situation(born - 3, 0, Texts.Family, Marks.Of(Label.Relevant)) } };
        record.Health = new HealthSection
        {
            Growth = { journal.Growth(born - 3) },
            Consultations = { journal.Consultation(born - 3, 0, Visits, Marks.RelevantFor(Need.Treat)) },
        };
        return record;
    }
}
