using Taushet.Demo.Sectors.Entries;
using Taushet.V1;

namespace Taushet.Demo.Sectors.Records;

/// <summary>What the school health service holds. It sits in the school building and is no part of the school.</summary>
internal static class SchoolHealthRecords
{
    private const int AgeOfOwnSecrets = 12;

    private static readonly string[] Talks =
    [
        "Helsesamtale: trives, sover godt, spiser frokost de fleste dager.",
        "Kom på eget initiativ; vondt i magen før skoletid. Ny time avtalt.",
        "Oppfølging etter gruppe for barn med to hjem.",
    ];

    private static readonly string[] Secrets =
        ["Har begynt å hoppe over måltider; ønsker ikke at foreldrene får vite det ennå.", "Snakket om kjæresteforhold."];

    /// <summary>Makes the record of one pupil.</summary>
    public static ChildInformation Make(Journal journal)
    {
        var record = journal.Open(since: 60, spread: 700, "Skolehelseprogrammet.");
        record.Holding.Statements.Add(journal.Statement(10, 90, Texts.Statements));
        record.Concern = new ConcernSection { Emotion = { journal.Emotion(60, Texts.Emotion) } };
        record.Development = new DevelopmentSection
        {
            HealthNeeds = { journal.HealthNeed(Texts.Health) },
            Emotions = { journal.Feelings(90, Texts.Emotion) },
        };
        record.Health = new HealthSection
        {
            Growth = { journal.Growth(200) },
            Vaccinations = { journal.Vaccine("HPV") },
            Consultations = { journal.Consultation(10, 120, Talks, Marks.RelevantFor(Need.Treat)), journal.Consultation(200, 60, Talks) },
            MentalHealth = { journal.MentalHealth(15, 60, Marks.RelevantFor(Need.Treat)) },
        };
        if (journal.Age >= AgeOfOwnSecrets && journal.Sequence.OnceIn(4))
        {
            record.Health.KeptFromGuardians.Add(journal.KeptFromGuardians(18, Secrets, Label.ToldInConfidence));
        }

        return record;
    }
}
