using Taushet.Demo.Sectors.Entries;
using Taushet.V1;

namespace Taushet.Demo.Sectors.Records;

/// <summary>What a family counselling office holds of the child: what came up in the parents' talks, and in its own.</summary>
internal static class FamilyCounsellingRecords
{
    private static readonly string[] Conflicts =
    [
        "Høyt konfliktnivå om samvær, barnet er budbringer.",
        "Foreldrene prøver en avtale om fast ukedag.",
        "Mekling uten enighet om bosted.",
    ];

    private static readonly string[] Warmth =
    [
        "Mor ser ikke barnets sorg når det snakkes om far.",
        "Begge trøster når barnet gråter i timen.",
    ];

    private static readonly string[] Safety =
    [
        "Barnet er vitne til roping ved hver overlevering.",
        "Foreldrene har avtalt overlevering på skolen.",
    ];

    private static readonly string[] Conduct = ["Snakker nedsettende om den andre mens barnet hører på."];

    private static readonly string[] Said = ["Jeg sier det de vil høre.", "Jeg vil ha to uker hvert sted."];

    /// <summary>Makes the record of one child.</summary>
    public static ChildInformation Make(Journal journal)
    {
        var record = journal.Open(since: 40, spread: 300, "Foreldresamarbeid etter samlivsbrudd.");
        record.OtherPersons.Guardians.Clear();
        record.OtherPersons.Guardians.Add(journal.Guardians(journal.OneOf(Conduct)));
        record.Holding.Statements.Add(journal.Statement(15, 30, Said, Label.Relevant));
        record.Holding.Drafts.Add(journal.Draft(20));
        record.Concern = new ConcernSection
        {
            Emotion = { journal.Emotion(40, Texts.Emotion) },
            Parenting = { journal.Parenting(40, Warmth) },
        };
        record.Care = new CareSection
        {
            Observations =
            {
                new CareObservation { Availability = journal.OneOf(Warmth) },
                new CareObservation { Safety = journal.OneOf(Safety) },
            },
        };
        record.Family = new FamilySection { Situations = { journal.Situation(15, 60, Conflicts) } };
        return record;
    }
}
