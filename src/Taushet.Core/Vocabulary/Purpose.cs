namespace Taushet.Core.Vocabulary;

/// <summary>What the receiver will use the information for. Claimed by the requester and recorded as claimed; bounds what can be needed.</summary>
public enum Purpose
{
    /// <summary>Barnevern assesses, prepares or handles a case.</summary>
    [Code("child-welfare-case")]
    ChildWelfareCase = 1,

    /// <summary>A concern about a child is reported to barnevern.</summary>
    [Code("report-concern")]
    ReportConcern = 2,

    /// <summary>A serious crime is to be averted (strl § 196).</summary>
    [Code("avert-crime")]
    AvertCrime = 3,

    /// <summary>Serious harm to person or property, or danger to life or health, is to be averted.</summary>
    [Code("avert-harm")]
    AvertHarm = 4,

    /// <summary>Barnevern answers the one who reported (bvl § 13-3).</summary>
    [Code("feedback-to-reporter")]
    FeedbackToReporter = 5,

    /// <summary>Barnevern's own task of carrying out a measure (bvl § 13-1 third).</summary>
    [Code("carry-out-measure")]
    CarryOutMeasure = 6,

    /// <summary>Health care to the patient.</summary>
    [Code("health-care")]
    HealthCare = 7,

    /// <summary>Discharge summary after treatment (hpl § 26).</summary>
    [Code("discharge-summary")]
    DischargeSummary = 8,

    /// <summary>Municipal health follows up a pregnant woman's substance use.</summary>
    [Code("pregnancy-care")]
    PregnancyCare = 9,

    /// <summary>Needs of the patient's minor children or siblings (hpl § 10 a).</summary>
    [Code("next-of-kin-children")]
    NextOfKinChildren = 10,

    /// <summary>The school or kindergarten adapts its teaching or care.</summary>
    [Code("adapt-teaching")]
    AdaptTeaching = 11,

    /// <summary>Transition from kindergarten to school (bhl § 2 a).</summary>
    [Code("transition-to-school")]
    TransitionToSchool = 12,

    /// <summary>Change of kindergarten (bhl § 47 a).</summary>
    [Code("change-of-kindergarten")]
    ChangeOfKindergarten = 13,

    /// <summary>Change of school (oppl § 25-1 second).</summary>
    [Code("change-of-school")]
    ChangeOfSchool = 14,

    /// <summary>Admission to upper secondary, preventing absence, follow-up (oppl § 25-1 third).</summary>
    [Code("upper-secondary-admission")]
    UpperSecondaryAdmission = 15,

    /// <summary>Facilitation at change or transition between schools (oppl § 25-1 fourth).</summary>
    [Code("facilitation")]
    Facilitation = 16,

    /// <summary>Expert assessment of special education (sakkyndig vurdering).</summary>
    [Code("expert-assessment")]
    ExpertAssessment = 17,

    /// <summary>The decision on special education after the assessment.</summary>
    [Code("special-education-decision")]
    SpecialEducationDecision = 18,

    /// <summary>Individual plan, coordinator, child coordinator.</summary>
    [Code("individual-plan")]
    IndividualPlan = 19,

    /// <summary>Economic aid under sotjl.</summary>
    [Code("economic-aid")]
    EconomicAid = 20,

    /// <summary>Conditions of a social security benefit (ftrl § 21-4).</summary>
    [Code("benefit-case")]
    BenefitCase = 21,

    /// <summary>NAV's tasks under arbeidsmarkedsloven.</summary>
    [Code("employment-measure")]
    EmploymentMeasure = 22,

    /// <summary>Child support after 18 (bl § 70).</summary>
    [Code("child-support")]
    ChildSupport = 23,

    /// <summary>To reach the child or family, such as an address for letters.</summary>
    [Code("contact")]
    Contact = 24,

    /// <summary>To learn whether the child is with the holder.</summary>
    [Code("check-whereabouts")]
    CheckWhereabouts = 25,

    /// <summary>A parent's or substitute carer's right to information.</summary>
    [Code("parent-information")]
    ParentInformation = 26,

    /// <summary>The registered person's own insight.</summary>
    [Code("subject-access")]
    SubjectAccess = 27,

    /// <summary>A party's insight in the case (fvl § 18, bvl § 12-6).</summary>
    [Code("party-access")]
    PartyAccess = 28,

    /// <summary>Police investigate a crime.</summary>
    [Code("criminal-investigation")]
    CriminalInvestigation = 29,

    /// <summary>Prevention of crime, also in established cooperation.</summary>
    [Code("crime-prevention")]
    CrimePrevention = 30,

    /// <summary>Youth sanction or follow-up in konfliktråd (konfl § 22 c).</summary>
    [Code("youth-sanction")]
    YouthSanction = 31,

    /// <summary>A case or task under utlendingsloven.</summary>
    [Code("immigration-case")]
    ImmigrationCase = 32,

    /// <summary>Tasks under integreringsloven § 41.</summary>
    [Code("integration")]
    Integration = 33,

    /// <summary>Settlement of an unaccompanied minor (bvl § 11-4).</summary>
    [Code("settlement")]
    Settlement = 34,

    /// <summary>Aftercare 18-25 (bvl § 3-6).</summary>
    [Code("aftercare")]
    Aftercare = 35,

    /// <summary>Cooperation and coordination between welfare services; never a basis by itself.</summary>
    [Code("cooperation")]
    Cooperation = 36,

    /// <summary>Discussion without individualising features.</summary>
    [Code("anonymised-discussion")]
    AnonymisedDiscussion = 37,

    /// <summary>The holder reports a crime (fvl § 13 b nr. 6).</summary>
    [Code("crime-report")]
    CrimeReport = 38,

    /// <summary>The holder furthers its own tasks or the purpose the data were collected for.</summary>
    [Code("holders-own-task")]
    HoldersOwnTask = 39,

    /// <summary>Supervision of the holder.</summary>
    [Code("supervision")]
    Supervision = 40,

    /// <summary>A person without statutory duty tells of a concern.</summary>
    [Code("private-report")]
    PrivateReport = 41,
}
