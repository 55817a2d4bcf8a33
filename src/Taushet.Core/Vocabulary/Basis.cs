namespace Taushet.Core.Vocabulary;

/// <summary>The legal basis that is asserted. Openings are tried only when asserted; duties always.</summary>
public enum Basis
{
    /// <summary>Duty to report to barnevern (meldeplikt), bvl § 13-2 and its repetitions. Holder's own initiative.</summary>
    [Code("bvl-13-2")]
    DutyToReport = 1,

    /// <summary>Order of barnevern (pålegg), bvl § 13-4. The receiver's.</summary>
    [Code("bvl-13-4")]
    BarnevernOrder = 2,

    /// <summary>Duty to avert serious crime (avvergeplikt), strl § 196. Holder's own initiative.</summary>
    [Code("strl-196")]
    DutyToAvert = 3,

    /// <summary>Emergency notice by health personnel, hpl § 31. Holder's own initiative.</summary>
    [Code("hpl-31")]
    EmergencyNotice = 4,

    /// <summary>Substance use in pregnancy: hpl § 32 second, fvkl § 9 second, bvl § 13-5 second. Holder's own initiative.</summary>
    [Code("hpl-32-2")]
    PregnancyNotice = 5,

    /// <summary>Barnevern's own duties outward, bvl §§ 13-5, 13-5 a, 12-2.</summary>
    [Code("bvl-13-5")]
    BarnevernOutwardDuty = 6,

    /// <summary>Feedback to the reporter, bvl § 13-3. Barnevern's duty.</summary>
    [Code("bvl-13-3")]
    FeedbackToReporter = 7,

    /// <summary>Necessary for barnevern's own tasks, bvl § 13-1 third. The holder's choice.</summary>
    [Code("bvl-13-1-3")]
    BarnevernOwnTasks = 8,

    /// <summary>Mapping of the child's situation sent on by a care centre, bvl § 11-4. The holder's choice.</summary>
    [Code("bvl-11-4")]
    CareCentreMapping = 9,

    /// <summary>Order of state NAV, ftrl § 21-4 and by reference. The receiver's.</summary>
    [Code("ftrl-21-4")]
    NavOrder = 10,

    /// <summary>Order under arbeidsmarkedsloven § 19. The receiver's.</summary>
    [Code("arbml-19")]
    EmploymentOrder = 11,

    /// <summary>Duty of educational institutions, bl § 70 seventh.</summary>
    [Code("bl-70")]
    ChildSupportDuty = 12,

    /// <summary>Order of immigration authorities, utlendl § 84. The receiver's.</summary>
    [Code("utlendl-84")]
    ImmigrationOrder = 13,

    /// <summary>Police request about residents, utlendl § 84 b third. The receiver's.</summary>
    [Code("utlendl-84b-3")]
    PoliceResidentList = 14,

    /// <summary>Information right of parents and those who have care: pbrl §§ 3-4, 5-1; bl § 47.</summary>
    [Code("foreldre")]
    ParentalInformation = 15,

    /// <summary>Insight of the registered person or a party: GDPR art. 15, fvl § 18, bvl § 12-6.</summary>
    [Code("innsyn")]
    SubjectAccess = 16,

    /// <summary>Discharge summary, hpl § 26 (until 30 June 2026 § 45 a).</summary>
    [Code("hpl-26")]
    DischargeSummary = 17,

    /// <summary>Relevant and necessary to give health care, hpl § 25 (until 30 June 2026 § 45).</summary>
    [Code("hpl-25")]
    HealthCare = 18,

    /// <summary>Needs of the patient's minor children or siblings, hpl § 28 first f. The holder's choice.</summary>
    [Code("hpl-28-f")]
    NextOfKinChildren = 19,

    /// <summary>In spite of objection, weighty grounds, hpl § 29 third. The holder's choice.</summary>
    [Code("hpl-29-3")]
    HealthWeightyGrounds = 20,

    /// <summary>Expert's mandate, hpl § 29 b. The holder's choice.</summary>
    [Code("hpl-29-b")]
    ExpertMandate = 21,

    /// <summary>Weighty private or public interests, hpl § 23 fourth alternative. The holder's choice.</summary>
    [Code("hpl-23-4")]
    WeightyInterests = 22,

    /// <summary>Individualising features left out: fvl § 13 a nr. 2, hpl § 23 third. The holder's choice.</summary>
    [Code("fvl-13a-2")]
    Anonymised = 23,

    /// <summary>The purpose it was collected for, fvl § 13 b nr. 2. The holder's choice.</summary>
    [Code("fvl-13b-2")]
    PurposeOfCollection = 24,

    /// <summary>Connection and decisions, or the giver's own tasks, fvl § 13 b nr. 5. The holder's choice.</summary>
    [Code("fvl-13b-5")]
    ConnectionAndDecisions = 25,

    /// <summary>Report of crime, fvl § 13 b nr. 6. The holder's choice.</summary>
    [Code("fvl-13b-6")]
    CrimeReport = 26,

    /// <summary>Danger to life or health, fvl § 13 b nr. 7. The holder's choice.</summary>
    [Code("fvl-13b-7")]
    DangerToLifeOrHealth = 27,

    /// <summary>Transition with the parents' permission, bhl § 2 a.</summary>
    [Code("bhl-2a")]
    KindergartenToSchool = 28,

    /// <summary>Change of kindergarten with the parents' permission, bhl § 47 a second.</summary>
    [Code("bhl-47a")]
    KindergartenToKindergarten = 29,

    /// <summary>New school may collect, oppl § 25-1 second (prskol § 7-9).</summary>
    [Code("oppl-25-1-2")]
    NewSchool = 30,

    /// <summary>County may collect, oppl § 25-1 third.</summary>
    [Code("oppl-25-1-3")]
    CountySchool = 31,

    /// <summary>Facilitation with permission, oppl § 25-1 fourth.</summary>
    [Code("oppl-25-1-4")]
    SchoolFacilitation = 32,

    /// <summary>Expert assessment with consent: oppl § 11-7 third, bhl § 32.</summary>
    [Code("oppl-11-7")]
    ExpertAssessment = 33,

    /// <summary>Valid consent of the person, or of those who consent for the child: fvl § 13 a nr. 1, hpl § 22, fvkl § 6.</summary>
    [Code("samtykke")]
    Consent = 34,

    /// <summary>Collection and exchange for integration, intl § 42.</summary>
    [Code("intl-42")]
    Integration = 35,

    /// <summary>Youth sanction with both consents, konfl § 22 c.</summary>
    [Code("konfl-22c")]
    YouthSanction = 36,

    /// <summary>Police give to avert or prevent crime, polregl § 27. The holder's choice.</summary>
    [Code("polregl-27")]
    PoliceAvertOrPrevent = 37,

    /// <summary>Police give in the receiver's interest, polregl §§ 30, 31. The holder's choice.</summary>
    [Code("polregl-30")]
    PoliceReceiversInterest = 38,

    /// <summary>State NAV to municipal social services, navl § 8. The holder's choice.</summary>
    [Code("navl-8")]
    NavToSocial = 39,

    /// <summary>Within the common NAV office, navl § 16. The holder's choice.</summary>
    [Code("navl-16")]
    NavCommonOffice = 40,

    /// <summary>Contact data to police and correctional service, sotjl § 44 fourth. The holder's choice.</summary>
    [Code("sotjl-44-4")]
    SocialToPoliceContact = 41,

    /// <summary>Request of municipal social services, sotjl § 43 second. Never a basis by itself.</summary>
    [Code("sotjl-43")]
    SocialServicesRequest = 42,

    /// <summary>Duty to cooperate and coordinate. Never a basis by itself (fvl § 13 f second).</summary>
    [Code("samarbeidsplikt")]
    DutyToCooperate = 43,

    /// <summary>Duty to alert municipal services, only with consent: hpl § 32 first, bhl § 45, oppl § 24-2, krl § 6 a.</summary>
    [Code("hpl-32-1")]
    AlertWithConsent = 44,

    /// <summary>Demand of a supervisor (bvl § 17-4 and others). A human answers.</summary>
    [Code("tilsyn")]
    Supervision = 45,

    /// <summary>Necessity, strl §§ 17, 18. A human decides.</summary>
    [Code("strl-17")]
    Necessity = 46,

    /// <summary>The holder is not bound by statutory confidentiality and chooses to tell.</summary>
    [Code("ingen")]
    NoConfidentiality = 47,

    /// <summary>No need for protection: generally known, or known to the receiver already: fvl § 13 a nr. 3, hpl § 23 first and second, polregl § 24. The holder's choice.</summary>
    [Code("fvl-13a-3")]
    NoNeedForProtection = 48,

    /// <summary>Inside the organ, for an expedient arrangement of its work, fvl § 13 b nr. 3. Never opens between services.</summary>
    [Code("fvl-13b-3")]
    WithinTheOrgan = 49,
}
