using Taushet.Core.Vocabulary;

namespace Taushet.Demo.Town;

/// <summary>The organisations of the made-up municipality. Which of them have a sector system stands in the catalogue of sectors.</summary>
internal static class Organisations
{
    /// <summary>School.</summary>
    public static Organisation School { get; } = New(0, "Tenkt skole", Service.PrimarySchool, ServiceForm.Municipal);

    /// <summary>Kindergarten.</summary>
    public static Organisation Kindergarten { get; } = New(1, "Eksempel barnehage", Service.Kindergarten, ServiceForm.Municipal);

    /// <summary>General practitioner.</summary>
    public static Organisation Practitioner { get; } =
        New(2, "Prøvegata legesenter", Service.GeneralPractitioner, ServiceForm.Private);

    /// <summary>Child and youth psychiatry.</summary>
    public static Organisation Psychiatry { get; } = New(3, "BUP Testfjorden", Service.ChildAndYouthPsychiatry, ServiceForm.State);

    /// <summary>A school a pupil moves to; it has no pupils yet, and so no system.</summary>
    public static Organisation NewSchool { get; } = New(4, "Nybygd skole", Service.PrimarySchool, ServiceForm.Municipal);

    /// <summary>Barnevern.</summary>
    public static Organisation Barnevern { get; } = New(5, "Syntelia barneverntjeneste", Service.Barnevern, ServiceForm.Municipal);

    /// <summary>Municipal social services in NAV.</summary>
    public static Organisation NavSocial { get; } = New(6, "NAV Syntelia, sosial", Service.NavSocial, ServiceForm.Municipal);

    /// <summary>State NAV.</summary>
    public static Organisation NavState { get; } = New(7, "NAV Syntelia, stat", Service.NavState, ServiceForm.State);

    /// <summary>Crisis centre.</summary>
    public static Organisation CrisisCentre { get; } = New(8, "Syntelia krisesenter", Service.CrisisCentre, ServiceForm.Municipal);

    /// <summary>Hospital.</summary>
    public static Organisation Hospital { get; } = New(9, "Testfjorden sykehus", Service.SpecialistHealth, ServiceForm.State);

    /// <summary>Child health centre.</summary>
    public static Organisation HealthCentre { get; } = New(10, "Syntelia helsestasjon", Service.ChildHealthCentre, ServiceForm.Municipal);

    /// <summary>School health service; in the school building, no part of the school.</summary>
    public static Organisation SchoolHealth { get; } = New(11, "Syntelia skolehelsetjeneste", Service.SchoolHealth, ServiceForm.Municipal);

    /// <summary>Youth health centre.</summary>
    public static Organisation YouthHealth { get; } =
        New(12, "Syntelia helsestasjon for ungdom", Service.YouthHealthCentre, ServiceForm.Municipal);

    /// <summary>Midwife.</summary>
    public static Organisation Midwife { get; } = New(13, "Syntelia jordmortjeneste", Service.MaternityCare, ServiceForm.Municipal);

    /// <summary>Other municipal health and care: respite, child coordinator, mental health.</summary>
    public static Organisation HealthAndCare { get; } =
        New(14, "Syntelia helse og omsorg", Service.MunicipalHealthAndCare, ServiceForm.Municipal);

    /// <summary>Dentist.</summary>
    public static Organisation Dentist { get; } = New(15, "Testfjorden tannklinikk", Service.DentalService, ServiceForm.County);

    /// <summary>Habilitation for children, another unit of the specialist health service.</summary>
    public static Organisation Habilitation { get; } =
        New(16, "Testfjorden barnehabilitering", Service.SpecialistHealth, ServiceForm.State);

    /// <summary>The county: upper secondary school and admission to it.</summary>
    public static Organisation County { get; } =
        New(17, "Testfjorden fylkeskommune, videregående", Service.UpperSecondarySchool, ServiceForm.County);

    /// <summary>Private school.</summary>
    public static Organisation PrivateSchool { get; } = New(18, "Påfunn privatskole", Service.PrivateSchool, ServiceForm.Private);

    /// <summary>After-school care.</summary>
    public static Organisation AfterSchool { get; } = New(19, "Tenkt SFO", Service.AfterSchoolCare, ServiceForm.Municipal);

    /// <summary>Educational-psychological service.</summary>
    public static Organisation Psychology { get; } = New(20, "PPT Syntelia", Service.EducationalPsychology, ServiceForm.Municipal);

    /// <summary>County follow-up service.</summary>
    public static Organisation FollowUp { get; } = New(21, "Oppfølgingstjenesten Testfjorden", Service.FollowUpService, ServiceForm.County);

    /// <summary>Child welfare institution.</summary>
    public static Organisation Institution { get; } = New(22, "Tenktbakken ungdomshjem", Service.BarnevernCare, ServiceForm.Institution);

    /// <summary>Out-of-hours barnevern.</summary>
    public static Organisation OutOfHours { get; } = New(23, "Syntelia barnevernvakt", Service.EmergencyHelpline, ServiceForm.Municipal);

    /// <summary>Family counselling.</summary>
    public static Organisation FamilyCounselling { get; } =
        New(24, "Testfjorden familievernkontor", Service.FamilyCounselling, ServiceForm.State);

    /// <summary>Police.</summary>
    public static Organisation Police { get; } = New(25, "Testfjorden politistasjon", Service.Police, ServiceForm.State);

    /// <summary>Mediation service.</summary>
    public static Organisation Konfliktrad { get; } = New(26, "Konfliktrådet Testfjorden", Service.Konfliktrad, ServiceForm.State);

    /// <summary>Youth unit of the correctional service.</summary>
    public static Organisation YouthUnit { get; } = New(27, "Testfjorden ungdomsenhet", Service.CorrectionalService, ServiceForm.State);

    /// <summary>Refugee service.</summary>
    public static Organisation RefugeeService { get; } =
        New(28, "Syntelia flyktningtjeneste", Service.IntegrationService, ServiceForm.Municipal);

    /// <summary>Asylum reception centre.</summary>
    public static Organisation Reception { get; } =
        New(29, "Testfjorden mottak", Service.ImmigrationAuthority, ServiceForm.ReceptionCentre);

    /// <summary>Youth club, culture school.</summary>
    public static Organisation YouthClub { get; } = New(30, "Syntelia ungdomsklubb", Service.CultureAndLeisure, ServiceForm.Municipal);

    /// <summary>Outreach team, organised under sosialtjenesteloven.</summary>
    public static Organisation Outreach { get; } = New(31, "Syntelia utekontakt", Service.Outreach, ServiceForm.UnderSocialAct);

    /// <summary>Children's house.</summary>
    public static Organisation Barnehus { get; } = New(32, "Barnehuset Testfjorden", Service.Barnehus, ServiceForm.State);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Organisation> All { get; } =
    [
        School, Kindergarten, Practitioner, Psychiatry, NewSchool, Barnevern, NavSocial, NavState, CrisisCentre, Hospital,
        HealthCentre, SchoolHealth, YouthHealth, Midwife, HealthAndCare, Dentist, Habilitation, County, PrivateSchool,
        AfterSchool, Psychology, FollowUp, Institution, OutOfHours, FamilyCounselling, Police, Konfliktrad, YouthUnit,
        RefugeeService, Reception, YouthClub, Outreach, Barnehus,
    ];

    private static Organisation New(int place, string name, Service service, ServiceForm form) =>
        new(Organisation.NumberAt(place), name, service, form);
}
