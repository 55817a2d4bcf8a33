namespace Taushet.Core.Vocabulary;

/// <summary>Who asks and who holds: one member per service of the catalogue, then the receivers that are no service. The code is the short name used in cases and reports.</summary>
public enum Service
{
    /// <summary>Kindergarten, municipal or private (barnehage). The form says which; base bhl § 44.</summary>
    [Code("BHG")]
    Kindergarten = 1,

    /// <summary>Public primary and lower secondary school (grunnskole). Base fvl § 13.</summary>
    [Code("SKO")]
    PrimarySchool = 2,

    /// <summary>Upper secondary school or the county as its owner (videregående). Base fvl § 13.</summary>
    [Code("VGS")]
    UpperSecondarySchool = 3,

    /// <summary>Private school with state grant (privatskole). Base prskol § 7-3.</summary>
    [Code("PSK")]
    PrivateSchool = 4,

    /// <summary>After-school care (skolefritidsordning). Base fvl § 13.</summary>
    [Code("SFO")]
    AfterSchoolCare = 5,

    /// <summary>Educational-psychological service (PPT). Base fvl § 13.</summary>
    [Code("PPT")]
    EducationalPsychology = 6,

    /// <summary>County follow-up service for youth to 24 (oppfølgingstjenesten). Base fvl § 13.</summary>
    [Code("OT")]
    FollowUpService = 7,

    /// <summary>Child health centre 0-5 years (helsestasjon). Base hpl § 21 and hol § 12-1.</summary>
    [Code("HST")]
    ChildHealthCentre = 8,

    /// <summary>School health service: in the school building, not part of the school. Base hpl § 21 and hol § 12-1.</summary>
    [Code("SHT")]
    SchoolHealth = 9,

    /// <summary>Youth health centre (helsestasjon for ungdom). Base hpl § 21 and hol § 12-1.</summary>
    [Code("HFU")]
    YouthHealthCentre = 10,

    /// <summary>Maternity care and midwife (svangerskapsomsorg). Base hpl § 21 and hol § 12-1.</summary>
    [Code("SVO")]
    MaternityCare = 11,

    /// <summary>General practitioner and emergency clinic (fastlege, legevakt). Base hpl § 21 and hol § 12-1.</summary>
    [Code("FLG")]
    GeneralPractitioner = 12,

    /// <summary>Other municipal health and care. Base hpl § 21 and hol § 12-1.</summary>
    [Code("KHO")]
    MunicipalHealthAndCare = 13,

    /// <summary>Dental service, county or private (tannhelsetjeneste). Base hpl § 21.</summary>
    [Code("TAN")]
    DentalService = 14,

    /// <summary>Child and youth psychiatry (BUP). Base hpl § 21 and sphl § 6-1.</summary>
    [Code("BUP")]
    ChildAndYouthPsychiatry = 15,

    /// <summary>Other specialist health service. Base hpl § 21 and sphl § 6-1.</summary>
    [Code("SPH")]
    SpecialistHealth = 16,

    /// <summary>Municipal child welfare service (barnevernstjeneste). Base bvl § 13-1.</summary>
    [Code("BVT")]
    Barnevern = 17,

    /// <summary>Institution, foster home, care centre, Bufetat. The form says which; base bvl § 13-1.</summary>
    [Code("BVI")]
    BarnevernCare = 18,

    /// <summary>Municipal social services in NAV. Base sotjl § 44.</summary>
    [Code("NVK")]
    NavSocial = 19,

    /// <summary>State labour and welfare service. Base navl § 7.</summary>
    [Code("NVS")]
    NavState = 20,

    /// <summary>Family counselling office and mediators (familievernkontor). Base fvkl § 5.</summary>
    [Code("FVK")]
    FamilyCounselling = 21,

    /// <summary>Crisis centre (krisesenter). Even the contact is secret; base krl § 5.</summary>
    [Code("KRS")]
    CrisisCentre = 22,

    /// <summary>Police and prosecution. Base polregl § 23.</summary>
    [Code("POL")]
    Police = 23,

    /// <summary>Mediation service (konfliktråd). Base konfl § 9.</summary>
    [Code("KFR")]
    Konfliktrad = 24,

    /// <summary>Correctional service, youth units (kriminalomsorg).</summary>
    [Code("KRO")]
    CorrectionalService = 25,

    /// <summary>Refugee and integration service. Base fvl § 13 (intl § 46).</summary>
    [Code("INT")]
    IntegrationService = 26,

    /// <summary>Immigration authorities and reception centres. The form says which.</summary>
    [Code("UDI")]
    ImmigrationAuthority = 27,

    /// <summary>Municipal culture and leisure: culture school, library, youth club. Base fvl § 13.</summary>
    [Code("KUL")]
    CultureAndLeisure = 28,

    /// <summary>Outreach team and crime-prevention coordinator (utekontakt, SLT). Base by form.</summary>
    [Code("UTK")]
    Outreach = 29,

    /// <summary>Voluntary organisation or sports club: no statutory confidentiality.</summary>
    [Code("FRI")]
    VoluntaryOrganisation = 30,

    /// <summary>Police-run children's house (barnehuset). Base polregl § 23, hpl § 21 for clinicians.</summary>
    [Code("BHK")]
    Barnehus = 31,

    /// <summary>County governor, board of health supervision, ombud, kindergarten authority.</summary>
    [Code("STF")]
    Supervision = 32,

    /// <summary>Emergency helpline and out-of-hours barnevern (alarmtelefon, barnevernvakt). Base bvl § 13-1.</summary>
    [Code("ALA")]
    EmergencyHelpline = 33,

    /// <summary>Universities, vocational colleges, folk high schools (18-24).</summary>
    [Code("HOY")]
    HigherEducation = 34,

    /// <summary>Parent with parental responsibility (foreldreansvar). A receiver, no service.</summary>
    [Code("PAR")]
    ParentWithResponsibility = 101,

    /// <summary>Parent without parental responsibility. A receiver, no service.</summary>
    [Code("PAR-")]
    ParentWithoutResponsibility = 102,

    /// <summary>The child itself. A receiver, no service.</summary>
    [Code("BARN")]
    Child = 103,

    /// <summary>Foster parents or institution where the child lives. A receiver, no service.</summary>
    [Code("FOS")]
    FosterParentOrInstitution = 104,

    /// <summary>Private person, such as a neighbour who reported. A receiver, no service.</summary>
    [Code("PRI")]
    PrivatePerson = 105,

    /// <summary>Interdisciplinary team (konsultasjonsteam). A receiver, no service.</summary>
    [Code("TEAM")]
    InterdisciplinaryTeam = 106,
}
