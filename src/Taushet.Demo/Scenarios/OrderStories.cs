using Taushet.Demo.Town;
using Taushet.V1;
using static Taushet.Demo.Scenarios.Inquiries;
using Route = Taushet.V1.Route;

namespace Taushet.Demo.Scenarios;

/// <summary>Barnevern's order (pålegg) meets holders of every kind: each owes what it holds of what the order asks, and no more.</summary>
internal static class OrderStories
{
    // Asked for beside the order's scope in every story, and never given by it.
    private static readonly Cell[] Beside = [Cell.ThirdPersonChildren, Cell.InternalDraft];

    private static readonly Row[] Rows =
    [
        new(
            "order-ppt",
            "Barnevern orders PPT to tell, in a case of special needs that are not met",
            Organisations.Psychology,
            OrderCase.SpecialNeeds,
            "oppl § 24-3",
            [Cell.ClientRelation, Cell.ChildSchooling, Cell.ChildSchoolingExtraHelp, Cell.ChildEmotions]),
        new(
            "order-sfo",
            "Barnevern orders SFO to tell who collects the child, in a case of contact after a care order",
            Organisations.AfterSchool,
            OrderCase.Contact,
            "oppl § 24-3",
            [Cell.Attendance, Cell.SignsEmotion, Cell.CareSafety, Cell.CareSafetyCollection]),
        new(
            "order-county",
            "Barnevern orders upper secondary school to tell, in a case of a travel ban",
            Organisations.County,
            OrderCase.TravelBan,
            "oppl § 24-3",
            [Cell.Address, Cell.Attendance, Cell.ChildSchooling]),
        new(
            "order-youth-health",
            "Barnevern orders the youth health centre to tell; what the guardians do not know goes with its mark",
            Organisations.YouthHealth,
            OrderCase.MedicalExamination,
            "hpl § 33",
            [Cell.ClientRelation, Cell.Clinical, Cell.KeptFromGuardians])
        {
            Obliges = [Obligation.ClosedToGuardians],
        },
        new(
            "order-dentist",
            "Barnevern orders the dental clinic to tell, a care order in view",
            Organisations.Dentist,
            OrderCase.CareOrder,
            "hpl § 33",
            [Cell.ClientRelation, Cell.Attendance, Cell.SignsPhysical, Cell.CareBasic, Cell.ClinicalDental]),
        new(
            "order-institution",
            "The parents want their child home, and barnevern orders the institution to tell",
            Organisations.Institution,
            OrderCase.CareOrderRevocation,
            "bvl § 13-4",
            [Cell.AddressStay, Cell.Incident, Cell.ChildEmotions, Cell.ChildSocial, Cell.ChildStatement, Cell.DecisionsPlan]),
        new(
            "order-nav-social",
            "Barnevern orders municipal social services to tell of the family's means",
            Organisations.NavSocial,
            OrderCase.CareOrder,
            "sotjl § 45",
            [Cell.FamilySituation, Cell.FamilyLiving, Cell.Finances]),
        new(
            "order-nav-state",
            "Barnevern orders state NAV to tell: a help measure is to be imposed to avoid worse",
            Organisations.NavState,
            OrderCase.HelpMeasureOrder,
            "ftrl § 25-11",
            [Cell.FamilyLiving, Cell.Finances]),
        new(
            "order-family-counselling",
            "Barnevern orders family counselling to tell of a family in therapy",
            Organisations.FamilyCounselling,
            OrderCase.CareOrder,
            "fvkl § 10",
            [
                Cell.FamilySituation, Cell.CareAvailability, Cell.CareSafety, Cell.SignsParenting, Cell.ChildStatement,
                Cell.ThirdPersonGuardians,
            ]),
        new(
            "order-crisis-centre",
            "Barnevern orders the crisis centre to tell, an emergency care order in view",
            Organisations.CrisisCentre,
            OrderCase.EmergencyCare,
            "krl § 6",
            [Cell.AddressStay, Cell.Incident, Cell.FamilySituation, Cell.CareSafety, Cell.ChildStatement, Cell.ThirdPersonGuardians]),
        new(
            "order-police",
            "Barnevern orders the police to tell: of the investigation a human answers, and methods stay",
            Organisations.Police,
            OrderCase.CareOrder,
            "polregl § 35",
            [Cell.Incident])
        {
            ByHuman = [Cell.Investigation],
            Routes = [Route.HumanAnswers],
        },
        new(
            "order-konfliktrad",
            "Barnevern orders konfliktråd to tell, an institution without consent in view",
            Organisations.Konfliktrad,
            OrderCase.InstitutionWithoutConsent,
            "bvl § 13-4",
            [Cell.Incident, Cell.DecisionsPlan]),
        new(
            "order-youth-unit",
            "Barnevern orders the youth unit of the correctional service to tell what comes after the sentence",
            Organisations.YouthUnit,
            OrderCase.InstitutionWithoutConsent,
            "bvl § 13-4",
            [Cell.AddressStay, Cell.DecisionsPlan, Cell.ChildEmotions]),
        new(
            "order-refugee-service",
            "Barnevern orders the refugee service to tell: the child may be sent abroad tonight",
            Organisations.RefugeeService,
            OrderCase.EmergencyTravelBan,
            "intl § 49",
            [Cell.Address, Cell.FamilyBackground, Cell.FamilyNetwork]),
        new(
            "order-reception",
            "Barnevern orders the reception centre to tell: there are signs of trafficking",
            Organisations.Reception,
            OrderCase.Trafficking,
            "bvl § 13-4",
            [Cell.AddressStay, Cell.SignsSocial, Cell.FamilyBackground]),
    ];

    /// <summary>The stories.</summary>
    public static IEnumerable<Scenario> All(Cast cast) => Rows.Select(row => row.With(cast));

    private sealed record Row(string Name, string Story, Organisation Holder, OrderCase Case, string Law, Cell[] Owed)
    {
        public Cell[] ByHuman { get; init; } = [];

        public Obligation[] Obliges { get; init; } = [];

        public Route[] Routes { get; init; } = [];

        public Scenario With(Cast cast) => new()
        {
            Name = Name,
            Story = Story,
            Caller = Organisations.Barnevern,
            Inquiry = Of(
                cast.ClientOf(Holder),
                Organisations.Barnevern,
                Holder,
                Purpose.ChildWelfareCase,
                [.. For(Need.Identify, Cell.Identity), .. For(Need.AssessCase, [.. Owed, .. ByHuman, .. Beside])],
                Order(Case, [Cell.Identity, .. Owed, .. ByHuman])),
            Gives = [Cell.Identity, .. Owed],
            ByHuman = ByHuman,
            Cites = ["bvl § 13-4", Law],
            Obliges = [Obligation.ReceiverInformsParties, .. Obliges],
            Routes = Routes,
        };
    }
}
