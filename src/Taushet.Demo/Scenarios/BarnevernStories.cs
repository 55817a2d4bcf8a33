using Taushet.Demo.Town;
using Taushet.V1;
using static Taushet.Demo.Scenarios.Inquiries;
using Route = Taushet.V1.Route;

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
    public static IEnumerable<Scenario> All(Cast cast) => [SchoolOrder(cast), VoluntaryHelp(cast), TeachersReport(cast)];

    private static Scenario SchoolOrder(Cast cast) => new()
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
            Order(OrderCase.CareOrder, [Cell.Identity, Cell.ThirdPersonGuardians, .. AboutThePupil])),
        Gives = [Cell.Identity, .. AboutThePupil, Cell.ThirdPersonGuardians],
        Cites = ["bvl § 13-4", "oppl § 24-3"],
        Obliges = [Obligation.ReceiverInformsParties],
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
            Order(OrderCase.VoluntaryHelp, [Cell.Identity, .. AboutThePupil])),
        Cites = ["bvl § 13-4", "fvl § 13"],
        Routes = [Route.ConsentOfGuardians],
    };

    private static Scenario TeachersReport(Cast cast) => new()
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
            For(Need.DescribeConcern, AboutTheConcern),
            Report(Trigger.Maltreatment, abuseSuspected: true)),
        Content = Content(cast),
        Gives = AboutTheConcern,
        Cites = ["oppl § 24-3", "bvl § 13-2"],
        Obliges = [Obligation.IgnoreApprovalRoutine, Obligation.DoNotInformParents, Obligation.ConsiderDutyToAvert],
    };

    private static ChildInformation Content(Cast cast)
    {
        var content = Concern(cast.Reported, "Fortalt til kontaktlærer i dag.", "Slår med belte når barnet kommer for sent hjem.");
        content.Holding.Statements.Add(
            new ChildStatement { Text = "Pappa slår meg med beltet.", Labels = new EntryLabels { Labels = { Label.Relevant } } });
        content.Concern.Emotion.Add(new EmotionSign { Description = "Ville ikke gå hjem i dag." });
        content.Concern.Physical.Add(new PhysicalSign { Description = "Striper på ryggen, sett i gymgarderoben." });
        return content;
    }
}
