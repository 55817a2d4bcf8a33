namespace Taushet.Core.Vocabulary;

/// <summary>The case an order of barnevern rests on (bvl § 13-4). The first group is the closed list; the last four are not on it.</summary>
public enum OrderCase
{
    /// <summary>Medical examination and treatment, bvl § 3-7.</summary>
    [Code("bvl-3-7")]
    MedicalExamination = 1,

    /// <summary>Treatment of children with special needs, bvl § 3-8.</summary>
    [Code("bvl-3-8")]
    SpecialNeeds = 2,

    /// <summary>Emergency care order, bvl § 4-2.</summary>
    [Code("bvl-4-2")]
    EmergencyCare = 3,

    /// <summary>Temporary moving ban, bvl § 4-3.</summary>
    [Code("bvl-4-3")]
    MovingBan = 4,

    /// <summary>Emergency placement in institution, bvl § 4-4.</summary>
    [Code("bvl-4-4")]
    EmergencyInstitution = 5,

    /// <summary>Emergency placement, trafficking, bvl § 4-5.</summary>
    [Code("bvl-4-5")]
    EmergencyTrafficking = 6,

    /// <summary>Emergency travel ban, bvl § 4-6 (from 23 January 2026).</summary>
    [Code("bvl-4-6")]
    EmergencyTravelBan = 7,

    /// <summary>Care order, bvl § 5-1.</summary>
    [Code("bvl-5-1")]
    CareOrder = 8,

    /// <summary>Revocation of a care order, bvl § 5-7.</summary>
    [Code("bvl-5-7")]
    CareOrderRevocation = 9,

    /// <summary>Removal of parental responsibility, bvl § 5-8.</summary>
    [Code("bvl-5-8")]
    ParentalResponsibility = 10,

    /// <summary>Return of parental responsibility, bvl § 5-9.</summary>
    [Code("bvl-5-9")]
    ParentalResponsibilityReturn = 11,

    /// <summary>Adoption, bvl § 5-10.</summary>
    [Code("bvl-5-10")]
    Adoption = 12,

    /// <summary>Travel ban, bvl § 5-13 (from 23 January 2026).</summary>
    [Code("bvl-5-13")]
    TravelBan = 13,

    /// <summary>Institution without consent, bvl § 6-2.</summary>
    [Code("bvl-6-2")]
    InstitutionWithoutConsent = 14,

    /// <summary>Placement of trafficking victims, bvl § 6-6.</summary>
    [Code("bvl-6-6")]
    Trafficking = 15,

    /// <summary>Contact after a care order, bvl § 7-2.</summary>
    [Code("bvl-7-2")]
    Contact = 16,

    /// <summary>Contact with others, bvl § 7-3.</summary>
    [Code("bvl-7-3")]
    ContactOthers = 17,

    /// <summary>Imposed help measure, bvl § 3-4: only to avoid a situation as in § 5-1 (second paragraph).</summary>
    [Code("bvl-3-4")]
    HelpMeasureOrder = 18,

    /// <summary>Voluntary help, bvl § 3-1: not on the list.</summary>
    [Code("bvl-3-1")]
    VoluntaryHelp = 19,

    /// <summary>Voluntary placement, bvl § 3-2: not on the list.</summary>
    [Code("bvl-3-2")]
    VoluntaryPlacement = 20,

    /// <summary>Aftercare, bvl § 3-6: not on the list.</summary>
    [Code("bvl-3-6")]
    Aftercare = 21,

    /// <summary>Investigation without a serious measure in view, bvl § 2-2: not on the list.</summary>
    [Code("bvl-2-2")]
    InvestigationOnly = 22,
}
