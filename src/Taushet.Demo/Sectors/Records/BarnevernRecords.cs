using Taushet.Demo.People;
using Taushet.Demo.Sectors.Entries;
using Taushet.V1;

namespace Taushet.Demo.Sectors.Records;

/// <summary>What barnevern holds on its cases: few children, and nothing of them leaves but by barnevern's own choice.</summary>
internal static class BarnevernRecords
{
    private const int AgeOfOwnView = 7;

    private static readonly (string Code, string Text)[] Reports =
    [
        ("2.4", "Barnet forteller om slag hjemme."),
        ("2.1", "Kommer sulten og uten vinterklær; foreldrene svarer ikke."),
        ("3.1", "Mor ruset ved henting to ganger."),
    ];

    private static readonly string[] Conclusions =
    [
        "Hjelpetiltak i hjemmet etter samtykke.",
        "Henlagt etter undersøkelse, familien får tilbud om veiledning.",
    ];

    private static readonly string[] Measures =
    [
        "Foreldreveiledning to ganger i uken.",
        "Besøkshjem annenhver helg.",
        "Støttekontakt.",
    ];

    private static readonly string[] Views = ["Vil bo hjemme, men at kranglingen skal slutte.", "Vil være mer hos farmor."];

    private static readonly string[] Goals =
    [
        "Barnet skal være trygt ved henting og i helgene.",
        "Foreldrene skal møte til alle veiledningstimer.",
    ];

    /// <summary>Makes the record of one child.</summary>
    public static ChildInformation Make(Journal journal)
    {
        var record = journal.Open(since: 60, spread: 700, knowsGradedAddress: true);
        record.OtherPersons.Children.Add(journal.Siblings());
        record.Holding.Plans.Add(journal.Plan("measures", Goals));
        record.Holding.Statements.Add(journal.Statement(20, 60, Texts.Statements, Label.Relevant));
        record.Holding.Drafts.Add(journal.Draft(15));
        record.Care = new CareSection { Observations = { new CareObservation { Safety = journal.OneOf(Texts.Parenting) } } };
        record.Family = new FamilySection { Situations = { journal.Situation(40, 60, Texts.Family) } };
        record.Barnevern = Case(journal);
        return record;
    }

    private static BarnevernSection Case(Journal journal)
    {
        var section = new BarnevernSection
        {
            Reports = { journal.Report(60, Reports, journal.OneOf(Names.Mothers) + " ved skolen") },
            Investigations = { new Investigation { Opened = true, OpenedOn = journal.Day(55), Conclusion = journal.OneOf(Conclusions) } },
            FollowUp = new FollowUp { FollowedUp = true, Description = journal.OneOf(Measures) },
            Measures =
            {
                new Measure
                {
                    CategoryCode = "3.4",
                    LegalBasis = "bvl § 3-1",
                    StartedOn = journal.Day(30),
                    Description = journal.OneOf(Measures),
                },
            },
        };
        if (journal.Sequence.OnceIn(4))
        {
            section.PrivateReporters.Add(
                new PrivateReporter { FullName = journal.Stranger(), Labels = Marks.Of(Label.ConcernsOtherPerson) });
        }

        if (journal.Age >= AgeOfOwnView)
        {
            section.Participation.Add(new Participation { HeardOn = journal.Day(25), View = journal.OneOf(Views) });
        }

        return section;
    }
}
