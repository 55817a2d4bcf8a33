using Taushet.Demo.People;
using Taushet.Demo.Town;
using Taushet.V1;
using static Taushet.Demo.Scenarios.Inquiries;
using Route = Taushet.V1.Route;

namespace Taushet.Demo.Scenarios;

/// <summary>Services that ask for what the law does not give them: each refusal says which law, and what would open it.</summary>
internal static class RefusalStories
{
    private static readonly Cell[] TheRelation = [Cell.Identity, Cell.ClientRelation];

    private static readonly Row[] Rows =
    [
        new("refused-school-nurse", "The school asks the nurse down the corridor: same building, another silence",
            Organisations.School, Organisations.SchoolHealth, Purpose.Cooperation, Need.Teach, [Cell.Clinical, Cell.ChildEmotions],
            ["hol § 12-1", "hpl § 21", "fvl § 13 f"]) { Basis = Basis.DutyToCooperate },
        new("refused-after-school", "The school asks SFO about the afternoons on the duty to cooperate",
            Organisations.School, Organisations.AfterSchool, Purpose.Cooperation, Need.Teach, [Cell.SignsSocial, Cell.ChildSocial],
            ["fvl § 13", "fvl § 13 f"]) { Basis = Basis.DutyToCooperate, Routes = [Route.ConsentOfGuardians] },
        new("refused-konfliktrad", "The school asks konfliktråd who met whom",
            Organisations.School, Organisations.Konfliktrad, Purpose.Cooperation, Need.FollowUp, [Cell.Incident, Cell.ThirdPersonInvolved],
            ["konfl § 9", "fvl § 13 f"]) { Basis = Basis.DutyToCooperate, Routes = [Route.ConsentOfGuardians, Route.ConsentOfChild] },
        new("refused-police", "The school asks the police about a pupil: the choice is theirs",
            Organisations.School, Organisations.Police, Purpose.CrimePrevention, Need.Protect, [Cell.Incident, Cell.Investigation],
            ["polregl § 23", "polregl § 27"]) { Basis = Basis.PoliceReceiversInterest, Routes = [Route.AskHolder] },
        new("refused-barnehus", "The school asks barnehuset how the interview went",
            Organisations.School, Organisations.Barnehus, Purpose.Cooperation, Need.FollowUp, [Cell.ChildStatement, Cell.Clinical],
            ["polregl § 23", "hpl § 21", "fvl § 13 f"]) { Basis = Basis.DutyToCooperate },
        new("refused-youth-club", "The school asks the youth club whether a pupil comes there; the club has decided nothing",
            Organisations.School, Organisations.YouthClub, Purpose.CheckWhereabouts, Need.Reach, [Cell.SignsSocial],
            ["fvl § 13", "fvl § 13 b"]) { Basis = Basis.ConnectionAndDecisions, Routes = [Route.AskHolder] },
        new("refused-nav-address", "The school asks state NAV for an address for letters",
            Organisations.School, Organisations.NavState, Purpose.Contact, Need.Reach, [Cell.Address, Cell.GradedAddress],
            ["navl § 7"]),
        new("refused-family-counselling", "The child health centre claims health care towards family counselling",
            Organisations.HealthCentre, Organisations.FamilyCounselling, Purpose.HealthCare, Need.Treat, [Cell.FamilySituation],
            ["fvkl § 5", "fvkl § 7"]) { Basis = Basis.HealthCare },
        new("refused-follow-up", "NAV asks the follow-up service: a right to ask opens nobody's silence",
            Organisations.NavSocial, Organisations.FollowUp, Purpose.EconomicAid, Need.DecideBenefit, [Cell.Attendance, Cell.DecisionsPlan],
            ["fvl § 13", "sotjl § 43"]) { Basis = Basis.SocialServicesRequest, Routes = [Route.ConsentOfChild] },
        new("refused-police-barnevern", "The police ask barnevern about a shoplifting: it reports no crime under forvaltningsloven",
            Organisations.Police, Organisations.Barnevern, Purpose.CriminalInvestigation, Need.Investigate, [Cell.Incident, Cell.Decisions],
            ["bvl § 13-1"]) { Basis = Basis.CrimeReport, Routes = [Route.CourtOrder] },
        new("refused-police-outreach", "The police ask the outreach team in their crime-prevention cooperation",
            Organisations.Police, Organisations.Outreach, Purpose.CrimePrevention, Need.Investigate, [Cell.SignsSocial, Cell.ChildStatement],
            ["sotjl § 44", "fvl § 13 f"]) { Basis = Basis.DutyToCooperate },
        new("refused-out-of-hours", "NAV asks barnevernvakt whether there was a call; connection is no opening there",
            Organisations.NavSocial, Organisations.OutOfHours, Purpose.EconomicAid, Need.DecideBenefit, [Cell.Decisions, Cell.Incident],
            ["bvl § 13-1"]) { Basis = Basis.ConnectionAndDecisions },
    ];

    /// <summary>The stories.</summary>
    public static IEnumerable<Scenario> All(Cast cast) => [.. Rows.Select(row => row.With(cast.ClientOf(row.Holder))), Parent(cast)];

    // The law on parents' information lets a competent child of 12 to 16 keep this to herself (pbrl § 3-4).
    private static Scenario Parent(Cast cast) => new()
    {
        Name = "refused-parent",
        Story = "A mother asks the youth health centre what her child came for; the young person says no",
        Caller = Organisations.YouthHealth,
        Call = ScenarioCall.AssessAsked,
        Inquiry = new Inquiry(Of(
            cast.ClientOf(Organisations.YouthHealth),
            Organisations.YouthHealth,
            Organisations.YouthHealth,
            Purpose.ParentInformation,
            For(Need.InformFamily, [.. TheRelation, Cell.Clinical, Cell.KeptFromGuardiansReproductive]),
            Claim(Basis.ParentalInformation, new Evidence { InformationRight = new InformationRightEvidence { ChildDeclines = true } })))
        {
            Receiver = new Party { Service = Service.ParentWithResponsibility },
        },
        Cites = ["hol § 12-1", "hpl § 21", "pbrl § 3-4"],
    };

    private sealed record Row(
        string Name,
        string Story,
        Organisation Asker,
        Organisation Holder,
        Purpose Purpose,
        Need Need,
        Cell[] Asked,
        string[] Cites)
    {
        public Basis? Basis { get; init; }

        public Route[] Routes { get; init; } = [];

        public Scenario With(Child child) => new()
        {
            Name = Name,
            Story = Story,
            Caller = Asker,
            Inquiry = Of(
                child,
                Asker,
                Holder,
                Purpose,
                For(Need, [.. TheRelation, .. Asked]),
                Basis is { } basis ? [Claim(basis)] : []),
            Cites = Cites,
            Routes = Routes,
        };
    }
}
