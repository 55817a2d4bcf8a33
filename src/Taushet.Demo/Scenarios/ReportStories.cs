using Taushet.Demo.People;
using Taushet.Demo.Town;
using Taushet.V1;
using static Taushet.Demo.Scenarios.Inquiries;

namespace Taushet.Demo.Scenarios;

/// <summary>The duty to report (meldeplikt) as it meets health, private school and crisis centre. Nothing empties a report.</summary>
internal static class ReportStories
{
    /// <summary>The stories.</summary>
    public static IEnumerable<Scenario> All(Cast cast) => [Graded(cast), Dentist(cast), CrisisCentre(cast), PrivateSchool(cast)];

    private static Scenario Graded(Cast cast)
    {
        var content = Concern(cast.ShieldedInfant, "Ingen mat i huset ved hjemmebesøket.", "Ruset ved to besøk.");
        content.Concern.Physical.Add(new PhysicalSign { Description = "Ubehandlede sår i bleieområdet." });
        content.Care = new CareSection { Observations = { new CareObservation { BasicCare = "Sover i klærne, ingen rene senger." } } };
        return Of(
            "report-graded",
            "The child health centre reports; the address is strictly graded and goes by telephone, the message at once",
            Organisations.HealthCentre,
            cast.ShieldedInfant,
            Report(Trigger.Maltreatment, abuseSuspected: false),
            content,
            [Cell.Identity, Cell.Incident, Cell.SignsPhysical, Cell.CareBasic, Cell.ThirdPersonGuardians]) with
        {
            ByHand = [Cell.GradedAddress],
            Cites = ["hpl § 33", "bvl § 13-2", "frl § 10-4"],
            Obliges = [Obligation.ManualChannelNow],
        };
    }

    private static Scenario Dentist(Cast cast)
    {
        var child = cast.ClientOf(Organisations.Dentist);
        var content = Concern(child, "Møtte ikke til femte time for verkebyll.", "Er minnet om timene, svarer ikke.");
        content.Holding.MissedAppointments.Add(new MissedAppointment { ClinicName = Organisations.Dentist.Name });
        content.Concern.Physical.Add(new PhysicalSign { Description = "Hovent kinn, store smerter." });
        content.Health = new HealthSection { DentalFindings = { new DentalFinding { Finding = "Verkebyll ved jeksel, ubehandlet." } } };
        return Of(
            "report-dentist",
            "The dentist reports: five missed visits and a painful abscess; the parents are told",
            Organisations.Dentist,
            child,
            Report(Trigger.UntreatedIllness, abuseSuspected: false),
            content,
            [Cell.Identity, Cell.Address, Cell.Incident, Cell.Attendance, Cell.SignsPhysical, Cell.ClinicalDental,
                Cell.ThirdPersonGuardians]) with
        {
            Cites = ["hpl § 33", "bvl § 13-2"],
            Obliges = [Obligation.InformParents],
        };
    }

    private static Scenario CrisisCentre(Cast cast)
    {
        var child = cast.ClientOf(Organisations.CrisisCentre);
        var content = Concern(child, "Så far ta kvelertak på mor.", "Har truet med å finne dem.");
        content.Care = new CareSection { Observations = { new CareObservation { Safety = "Mor vil flytte tilbake på fredag." } } };
        content.Family = new FamilySection { Situations = { new FamilySituation { Description = "Opphold på senteret i tre døgn." } } };
        return Of(
            "report-crisis-centre",
            "The crisis centre reports: the mother is going back; the violent parent is never told",
            Organisations.CrisisCentre,
            child,
            Report(Trigger.Maltreatment, abuseSuspected: true),
            content,
            [Cell.Identity, Cell.Address, Cell.Incident, Cell.FamilySituation, Cell.CareSafety, Cell.ThirdPersonGuardians]) with
        {
            Cites = ["krl § 6", "bvl § 13-2"],
            Obliges = [Obligation.DoNotInformParents, Obligation.ConsiderDutyToAvert],
        };
    }

    private static Scenario PrivateSchool(Cast cast)
    {
        var child = cast.ClientOf(Organisations.PrivateSchool);
        var content = Concern(
            child,
            "Foreldrene trakk samtykket til utredning for tredje gang.",
            "Møter ikke til samtaler om opplæringen.");
        content.Concern.Development.Add(new DevelopmentSign { Description = "Leser ikke etter fire år på skolen." });
        return Of(
            "report-private-school",
            "A private school reports a special need that is not met; it has the duty as the public one has",
            Organisations.PrivateSchool,
            child,
            Report(Trigger.UnmetSpecialNeed, abuseSuspected: false),
            content,
            [Cell.Identity, Cell.Address, Cell.Incident, Cell.SignsDevelopment, Cell.ThirdPersonGuardians]) with
        {
            Cites = ["prskol § 7-4", "bvl § 13-2"],
            Obliges = [Obligation.IgnoreApprovalRoutine],
        };
    }

    private static Scenario Of(
        string name,
        string story,
        Organisation holder,
        Child child,
        BasisClaim report,
        ChildInformation content,
        Cell[] told) => new()
        {
            Name = name,
            Story = story,
            Caller = holder,
            Call = ScenarioCall.AssessPush,
            Inquiry = Inquiries.Of(
                child,
                Organisations.Barnevern,
                holder,
                Purpose.ReportConcern,
                For(Need.DescribeConcern, told),
                report),
            Content = content,
            Gives = told,
            Cites = [],
        };
}
