using Taushet.Demo.Sectors.Records;
using Taushet.Demo.Town;

namespace Taushet.Demo.Sectors;

/// <summary>The municipality's sector systems: who has one, how many children it knows, and what it writes of them.</summary>
/// <remarks>
/// Three services of the vocabulary have none. Supervision (STF) has cases on the holders it supervises, not on children, and
/// is answered by humans; a voluntary organisation (FRI) has no register the law reaches, and gives only what a person
/// chooses to tell; higher education (HOY) has students of 18 and above, who are no children. Parents, the child, foster
/// parents, private persons and teams are receivers and no services at all.
/// </remarks>
internal static class SectorCatalogue
{
    private static readonly Sector Private = new(Organisations.PrivateSchool, 6, 15, SchoolRecords.Make) { OneIn = 24 };

    private static readonly Sector Barnevern =
        new(Organisations.Barnevern, 0, 17, BarnevernRecords.Make) { OneIn = 16, WholeFamilies = true };

    private static readonly Sector FollowUp = new(Organisations.FollowUp, 16, 17, FollowUpRecords.Make) { OneIn = 10 };

    private static readonly Sector Police = new(Organisations.Police, 3, 17, PoliceRecords.Make) { OneIn = 30 };

    private static readonly Sector Refugees =
        new(Organisations.RefugeeService, 0, 17, RefugeeServiceRecords.Make) { OneIn = 25, WholeFamilies = true };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Sector> All { get; } =
    [
        new(Organisations.School, 6, 15, SchoolRecords.Make) { Beside = Private },
        new(Organisations.Kindergarten, 0, 5, KindergartenRecords.Make),
        new(Organisations.Practitioner, 0, 17, PractitionerRecords.Make),
        new(Organisations.Psychiatry, 6, 17, PsychiatryRecords.Make),
        new(Organisations.HealthCentre, 0, 5, ChildHealthCentreRecords.Make),
        new(Organisations.SchoolHealth, 6, 17, SchoolHealthRecords.Make),
        new(Organisations.YouthHealth, 13, 17, YouthHealthRecords.Make) { OneIn = 5 },
        new(Organisations.Midwife, 0, 1, MidwifeRecords.Make),
        new(Organisations.HealthAndCare, 2, 17, HealthAndCareRecords.Make) { OneIn = 16 },
        new(Organisations.Dentist, 3, 17, DentalRecords.Make),
        new(Organisations.Hospital, 0, 17, HospitalRecords.Make) { OneIn = 8 },
        new(Organisations.Habilitation, 2, 17, HabilitationRecords.Make) { OneIn = 20 },
        new(Organisations.County, 16, 17, SchoolRecords.Make) { Beside = FollowUp },
        Private,
        new(Organisations.AfterSchool, 6, 9, AfterSchoolRecords.Make) { OneIn = 2, Beside = Private },
        new(Organisations.Psychology, 3, 15, PsychologyRecords.Make) { OneIn = 12 },
        FollowUp,
        Barnevern,
        new(Organisations.Institution, 11, 17, InstitutionRecords.Make) { OneIn = 2, Among = Barnevern },
        new(Organisations.OutOfHours, 0, 17, OutOfHoursRecords.Make) { OneIn = 3, WholeFamilies = true, Among = Barnevern },
        new(Organisations.NavSocial, 0, 17, NavSocialRecords.Make) { OneIn = 16, WholeFamilies = true },
        new(Organisations.NavState, 0, 17, NavStateRecords.Make) { OneIn = 6, WholeFamilies = true },
        new(Organisations.FamilyCounselling, 0, 17, FamilyCounsellingRecords.Make) { OneIn = 12, WholeFamilies = true },
        new(Organisations.CrisisCentre, 0, 17, CrisisCentreRecords.Make) { OneIn = 70, WholeFamilies = true },
        Police,
        new(Organisations.Konfliktrad, 12, 17, KonfliktradRecords.Make) { OneIn = 25 },
        new(Organisations.YouthUnit, 16, 17, YouthUnitRecords.Make) { OneIn = 40 },
        new(Organisations.Barnehus, 3, 15, BarnehusRecords.Make) { OneIn = 3, Among = Police },
        Refugees,
        new(Organisations.Reception, 0, 17, ReceptionRecords.Make) { OneIn = 60, WholeFamilies = true, Beside = Refugees },
        new(Organisations.YouthClub, 10, 17, YouthClubRecords.Make) { OneIn = 4 },
        new(Organisations.Outreach, 13, 17, OutreachRecords.Make) { OneIn = 12 },
    ];

    /// <summary>The sector of an organisation that has one.</summary>
    public static Sector Of(Organisation organisation) => All.Single(sector => sector.Organisation == organisation);
}
