using Taushet.Demo.Sectors.Entries;
using Taushet.V1;

namespace Taushet.Demo.Sectors.Records;

/// <summary>What the police hold: that there is a case is itself secret, and what is not verified is marked.</summary>
internal static class PoliceRecords
{
    private static readonly (string Role, string Offence, string Suspicion)[] Cases =
    [
        ("victim", "strl § 282", "Gjentatt vold fra far, fortalt av storesøster."),
        ("suspect", "strl § 271", "Slo en jevnaldrende etter skoletid, filmet av flere."),
        ("witness", "strl § 327", "Sto ved siden av da ranet skjedde."),
    ];

    private static readonly string[] Tactics = ["Spaning ved kjøpesenteret to kvelder.", "Kilde i miljøet, vernes."];

    private static readonly string[] Threats = ["Far har truet med å ta med barna til utlandet.", "Ingen konkret trussel nå."];

    private static readonly string[] Events =
    [
        "Meldt slåssing, tre ungdommer på stedet.",
        "Husbråk, barna ble kjørt til besteforeldre.",
    ];

    private static readonly string[] Accounts = ["Fikk et slag i ansiktet.", "Så hendelsen fra vinduet."];

    /// <summary>Makes the record of one child.</summary>
    public static ChildInformation Make(Journal journal)
    {
        var record = journal.Open(since: 20, spread: 300, knowsGradedAddress: true);
        record.OtherPersons.Involved.Add(journal.Involved(journal.Stranger(), "witness", Accounts));
        record.Concern = new ConcernSection
        {
            Social = { journal.Social(60, Texts.Social, Marks.Of(Label.Unverified)) },
            Incidents = { journal.Incident(20, "Torget", Events, Marks.Of(Label.Relevant)) },
        };
        record.Police = Section(journal, journal.OneOf(Cases));
        return record;
    }

    private static PoliceSection Section(Journal journal, (string Role, string Offence, string Suspicion) seen)
    {
        var section = new PoliceSection
        {
            Cases =
            {
                new PoliceCase
                {
                    CaseNumber = $"prøve-{1000 + journal.Child.Place}",
                    ChildRole = seen.Role,
                    Offence = seen.Offence,
                    Suspicion = seen.Suspicion,
                    Tactics = journal.OneOf(Tactics),
                    Labels = Marks.Of(Label.Relevant, Label.Unverified),
                },
            },
            ThreatAssessments =
            {
                new ThreatAssessment
                {
                    AssessedOn = journal.Day(15),
                    Assessment = journal.OneOf(Threats),
                    Labels = Marks.Of(Label.ConcernsOtherPerson),
                },
            },
        };
        if (journal.Sequence.OnceIn(3))
        {
            section.ProtectiveMeasures.Add(new ProtectiveMeasure { Kind = "contact-ban", ValidUntil = journal.Ahead(90) });
        }

        return section;
    }
}
