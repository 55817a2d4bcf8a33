using Taushet.Demo.Sectors.Entries;
using Taushet.V1;

namespace Taushet.Demo.Sectors.Records;

/// <summary>What the youth health centre (helsestasjon for ungdom) holds: most of it is the young person's own to tell.</summary>
internal static class YouthHealthRecords
{
    private static readonly string[] Visits =
    [
        "Drop-in. Samtale om søvn og stress før prøver.",
        "Samtale om rus i vennegjengen; har selv prøvd to ganger.",
        "Kom med venninne, ønsket prøve og veiledning.",
    ];

    private static readonly string[] Secrets =
    [
        "Forteller at en voksen på nett har bedt om bilder; vil ikke at de hjemme får vite det.",
        "Skader seg selv på låret når det krangles hjemme; har ikke sagt det til foreldrene.",
    ];

    private static readonly string[] Said =
    [
        "Mamma blir rasende hvis hun får vite at jeg er her.",
        "Jeg vil bestemme selv hvem som får vite det.",
    ];

    /// <summary>Makes the record of one visitor.</summary>
    public static ChildInformation Make(Journal journal)
    {
        var record = journal.Open(since: 20, spread: 300, "Oppsøkte tjenesten selv.");
        record.Holding.Statements.Add(journal.Statement(5, 40, Said));
        record.Concern = new ConcernSection { Emotion = { journal.Emotion(40, Texts.Emotion, journal.SometimesMarked()) } };
        record.Health = new HealthSection
        {
            Consultations = { journal.Consultation(5, 60, Visits) },
            KeptFromGuardians =
            {
                journal.KeptFromGuardians(6, Secrets, Label.Relevant),
                journal.KeptFromGuardians(40, Secrets, Label.ToldInConfidence),
            },
            ReproductiveHealth = { journal.Reproductive(12, "Resept på prevensjon.") },
        };
        return record;
    }
}
