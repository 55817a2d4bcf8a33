using Taushet.Demo.Town;
using Taushet.V1;
using static Taushet.Demo.Scenarios.Inquiries;

namespace Taushet.Demo.Scenarios;

/// <summary>Stories with barnevern: its order, and the duty to report to it.</summary>
internal static class BarnevernStories
{
    private static readonly Cell[] AboutThePupil =
    [
        Cell.ClientRelation, Cell.Attendance, Cell.ChildSchooling, Cell.ChildEmotions, Cell.ChildSocial, Cell.SignsEmotion,
        Cell.SignsDevelopment, Cell.SignsSocial, Cell.SignsPhysical, Cell.SignsParenting, Cell.CareBasic,
        Cell.FamilySituation, Cell.ChildStatement,
    ];

    private static readonly Cell[] AboutTheConcern =
    [
        Cell.Identity, Cell.Address, Cell.Incident, Cell.SignsEmotion, Cell.SignsPhysical, Cell.ChildStatement,
        Cell.ThirdPersonGuardians,
    ];

    /// <summary>The stories.</summary>
    public static IEnumerable<Scenario> All(Cast cast) => [Order(cast), VoluntaryHelp(cast), Report(cast)];

    private static Scenario Order(Cast cast) => new()
    {
        Name = "order",
        Story = "Barnevern orders the school to tell of a pupil (pålegg, care order in view)",
        Caller = Organisations.Barnevern,
        Inquiry = Of(
            cast.Ordered,
            Organisations.Barnevern,
            Organisations.School,
            Purpose.ChildWelfareCase,
            [
                .. For(Need.Identify, Cell.Identity, Cell.ThirdPersonGuardians),
                .. For(Need.AssessCase, [.. AboutThePupil, Cell.ThirdPersonChildren, Cell.InternalDraft, Cell.Finances]),
            ],
            Claim(Basis.BarnevernOrder, OrderFor(OrderCase.CareOrder))),
        Gives = [Cell.Identity, .. AboutThePupil, Cell.ThirdPersonGuardians],
    };

    private static Scenario VoluntaryHelp(Cast cast) => new()
    {
        Name = "order-voluntary",
        Story = "Barnevern \"orders\" in a case of voluntary help, which is not on the closed list",
        Caller = Organisations.Barnevern,
        Inquiry = Of(
            cast.VoluntaryCase,
            Organisations.Barnevern,
            Organisations.School,
            Purpose.ChildWelfareCase,
            [.. For(Need.Identify, Cell.Identity), .. For(Need.AssessCase, AboutThePupil)],
            Claim(Basis.BarnevernOrder, OrderFor(OrderCase.VoluntaryHelp))),
    };

    private static Scenario Report(Cast cast) => new()
    {
        Name = "report",
        Story = "A teacher reports violence at home; the headteacher's approval is missing and stops nothing (meldeplikt)",
        Caller = Organisations.School,
        Call = ScenarioCall.AssessPush,
        Inquiry = Of(
            cast.Reported,
            Organisations.Barnevern,
            Organisations.School,
            Purpose.ReportConcern,
            For(Need.DescribeConcern, [.. AboutTheConcern, Cell.ThirdPersonChildren]),
            Claim(Basis.DutyToReport, new Evidence
            {
                Report = new ReportEvidence
                {
                    Trigger = Trigger.Maltreatment,
                    Certainty = Certainty.ReasonToBelieve,
                    AbuseSuspected = true,
                },
            })),
        Content = Content(cast),
        Gives = AboutTheConcern,
        MayGiveMore = true,
    };

    private static Evidence OrderFor(OrderCase orderCase) => new()
    {
        Order = new OrderEvidence
        {
            CaseType = orderCase,
            Reference = "palegg-2026-41",
            Necessity = "Opplysningene trengs for å vurdere barnets omsorgssituasjon.",
            Written = true,
            Scope = { Cell.Identity, Cell.ThirdPersonGuardians, AboutThePupil },
        },
    };

    private static ChildInformation Content(Cast cast) => new()
    {
        Person = new PersonSection
        {
            Identity = new Identity { GivenName = cast.Reported.GivenName, FamilyName = cast.Reported.Family.Name },
            Residence = new Residence { StreetAddress = cast.Reported.Family.Street },
        },
        OtherPersons = new OtherPersonsSection
        {
            Guardians = { new Guardian { Relation = "father", Conduct = "Slår med belte når barnet kommer for sent hjem." } },
        },
        Holding = new HoldingSection
        {
            Statements = { new ChildStatement { Text = "Pappa slår meg med beltet.", Labels = new EntryLabels { Labels = { Label.Relevant } } } },
        },
        Concern = new ConcernSection
        {
            Emotion = { new EmotionSign { Description = "Ville ikke gå hjem i dag." } },
            Physical = { new PhysicalSign { Description = "Striper på ryggen, sett i gymgarderoben." } },
            Incidents = { new Incident { Description = "Fortalt til kontaktlærer i dag.", Place = "Klasserommet" } },
        },
    };
}
