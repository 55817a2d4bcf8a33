using Taushet.Demo.Sectors.Entries;
using Taushet.V1;

namespace Taushet.Demo.Sectors.Records;

/// <summary>What the educational-psychological service (PPT) holds.</summary>
internal static class PsychologyRecords
{
    private static readonly string[] Reasons =
    [
        "Strever med lesing tross kurs.",
        "Forsinket språk, barnehagen ber om hjelp.",
        "Uro og lite arbeidsro i gruppen.",
    ];

    private static readonly string[] Assessments =
    [
        "Tilfredsstillende evner, tydelige lesevansker.",
        "Forsinket språkforståelse; lærer best i liten gruppe.",
        "Vansker med oppmerksomhet, godt utbytte av struktur.",
    ];

    private static readonly string[] Recommendations =
    [
        "190 årstimer individuelt tilrettelagt opplæring.",
        "Fem timer spesialpedagogisk hjelp i uken.",
        "Lærestøttende program og fast voksen.",
    ];

    private static readonly string[] Results =
    [
        "Ordlesing under kritisk grense.",
        "Leseforståelse på nivå med jevnaldrende.",
        "Arbeidsminne svakt, øvrige skårer i normalområdet.",
    ];

    /// <summary>Makes the record of one child.</summary>
    public static ChildInformation Make(Journal journal)
    {
        var record = journal.Open(since: 120, spread: 600);
        record.Holding.Drafts.Add(journal.Draft(40));
        record.Concern = new ConcernSection { Development = { journal.Development(120, Texts.Development, journal.SometimesMarked()) } };
        record.Development = new DevelopmentSection { Emotions = { journal.Feelings(120, Texts.Emotion) } };
        record.Family = new FamilySection { Situations = { journal.Situation(120, 30, Texts.Family) } };
        record.EducationalPsychology = new EducationalPsychologySection
        {
            Referrals = { new PsychologyReferral { ReferredOn = journal.Day(120, 200), Reason = journal.OneOf(Reasons) } },
            ExpertAssessments =
            {
                new ExpertAssessment
                {
                    CompletedOn = journal.Day(40, 60),
                    Assessment = journal.OneOf(Assessments),
                    Recommendation = journal.OneOf(Recommendations),
                },
            },
            TestResults =
            {
                new TestResult
                {
                    TakenOn = journal.Day(60, 60),
                    Instrument = journal.OneOf("WISC-V", "STAS"),
                    Result = journal.OneOf(Results),
                },
            },
        };
        return record;
    }
}
