namespace Taushet.Core.Vocabulary;

/// <summary>The unit of decision: an information category, or a category narrowed by a topic. A category with topics means all of them when it is named in a rule, consent or request; as the mark of a leaf it means the rest of the category, outside its topics. At most 128 cells.</summary>
public enum Cell
{
    /// <summary>Name, birth date, citizenship.</summary>
    [Code("ID_CORE")]
    Identity = 1,

    /// <summary>The national identity number.</summary>
    [Code("ID_CORE/number")]
    IdentityNationalNumber = 2,

    /// <summary>Ordinary address and contact.</summary>
    [Code("ADDR")]
    Address = 3,

    /// <summary>Dates of moving in and out of a centre, leave, new residence (utlendl § 84 b).</summary>
    [Code("ADDR/stay")]
    AddressStay = 4,

    /// <summary>Address graded strictly confidential or confidential. Routing shield: never by machine.</summary>
    [Code("ADDR_GRADED")]
    GradedAddress = 5,

    /// <summary>Further facts on the client relation: since when, how often, what for.</summary>
    [Code("REL")]
    ClientRelation = 6,

    /// <summary>Decisions and measures.</summary>
    [Code("DEC")]
    Decisions = 7,

    /// <summary>That a report was received.</summary>
    [Code("DEC/received")]
    DecisionsReceived = 8,

    /// <summary>Whether an investigation (undersøkelse) was opened.</summary>
    [Code("DEC/investigation_opened")]
    DecisionsInvestigationOpened = 9,

    /// <summary>Whether the child is followed up.</summary>
    [Code("DEC/followed_up")]
    DecisionsFollowedUp = 10,

    /// <summary>How the child is followed up.</summary>
    [Code("DEC/follow_up_how")]
    DecisionsFollowUpHow = 11,

    /// <summary>Decisions on education.</summary>
    [Code("DEC/education")]
    DecisionsEducation = 12,

    /// <summary>Plan for further treatment or measures.</summary>
    [Code("DEC/plan")]
    DecisionsPlan = 13,

    /// <summary>Attendance, absence, missed appointments.</summary>
    [Code("ATT")]
    Attendance = 14,

    /// <summary>Clinical record.</summary>
    [Code("X_MED")]
    Clinical = 15,

    /// <summary>Diagnosis.</summary>
    [Code("X_MED/diagnosis")]
    ClinicalDiagnosis = 16,

    /// <summary>Advice to those who meet the child daily.</summary>
    [Code("X_MED/advice")]
    ClinicalAdvice = 17,

    /// <summary>Discharge summary (epikrise).</summary>
    [Code("X_MED/summary")]
    ClinicalSummary = 18,

    /// <summary>Dental findings.</summary>
    [Code("X_MED/dental")]
    ClinicalDental = 19,

    /// <summary>Health data kept from the guardians (pbrl § 3-4). Soft shield.</summary>
    [Code("X_SEC")]
    KeptFromGuardians = 20,

    /// <summary>Contraception, abortion, sexual health. Soft shield.</summary>
    [Code("X_SEC/reproductive")]
    KeptFromGuardiansReproductive = 21,

    /// <summary>Data about other persons. Soft shield.</summary>
    [Code("X_3P")]
    ThirdPerson = 22,

    /// <summary>The guardians' identity, contact and relevant conduct. Soft shield.</summary>
    [Code("X_3P/guardians")]
    ThirdPersonGuardians = 23,

    /// <summary>Siblings, other pupils. Soft shield.</summary>
    [Code("X_3P/children")]
    ThirdPersonChildren = 24,

    /// <summary>Victims and witnesses of an incident. Soft shield.</summary>
    [Code("X_3P/involved")]
    ThirdPersonInvolved = 25,

    /// <summary>Economy and benefit detail.</summary>
    [Code("X_FIN")]
    Finances = 26,

    /// <summary>Private reporter who is anonymous or asked for secrecy. Routing shield: never by machine.</summary>
    [Code("X_REP")]
    PrivateReporter = 27,

    /// <summary>Facts of a criminal investigation.</summary>
    [Code("X_CRIM")]
    Investigation = 28,

    /// <summary>Tactics, sources, informants.</summary>
    [Code("X_CRIM/tactics")]
    InvestigationTactics = 29,

    /// <summary>Facts of a concrete incident or acute danger, with its place and time.</summary>
    [Code("EVT")]
    Incident = 30,

    /// <summary>Adoption. Routing shield: never by machine.</summary>
    [Code("X_ADOPT")]
    Adoption = 31,

    /// <summary>What the child has said in confidence. Soft shield.</summary>
    [Code("X_STMT")]
    ChildStatement = 32,

    /// <summary>Drafts and pure working assessments. Soft shield.</summary>
    [Code("X_INT")]
    InternalDraft = 33,

    /// <summary>Signs: emotional expression and behaviour.</summary>
    [Code("S_EMO")]
    SignsEmotion = 34,

    /// <summary>Signs: unusual behaviour and development.</summary>
    [Code("S_DEV")]
    SignsDevelopment = 35,

    /// <summary>Signs: social matters.</summary>
    [Code("S_SOC")]
    SignsSocial = 36,

    /// <summary>Signs: physical.</summary>
    [Code("S_PHYS")]
    SignsPhysical = 37,

    /// <summary>Signs: parents and the relation between parents and child.</summary>
    [Code("S_PAR")]
    SignsParenting = 38,

    /// <summary>The family's present situation.</summary>
    [Code("F_NOW")]
    FamilySituation = 39,

    /// <summary>Family background.</summary>
    [Code("F_BACK")]
    FamilyBackground = 40,

    /// <summary>Housing, work and economy of the family.</summary>
    [Code("F_LIV")]
    FamilyLiving = 41,

    /// <summary>Social networks and integration of the family.</summary>
    [Code("F_NET")]
    FamilyNetwork = 42,

    /// <summary>The child's health as the holder knows it, outside the clinical record.</summary>
    [Code("C_HEALTH")]
    ChildHealth = 43,

    /// <summary>Present risk to the child's life or health.</summary>
    [Code("C_HEALTH/risk")]
    ChildHealthRisk = 44,

    /// <summary>Schooling and learning.</summary>
    [Code("C_SCHOOL")]
    ChildSchooling = 45,

    /// <summary>Extra help and adaptation at school.</summary>
    [Code("C_SCHOOL/extra_help")]
    ChildSchoolingExtraHelp = 46,

    /// <summary>Development of feelings and behaviour.</summary>
    [Code("C_EMO")]
    ChildEmotions = 47,

    /// <summary>Social relations, play, friends, language in use.</summary>
    [Code("C_SOC")]
    ChildSocial = 48,

    /// <summary>Basic care given by the parents.</summary>
    [Code("P_CARE")]
    CareBasic = 49,

    /// <summary>Stimulation and guidance given by the parents.</summary>
    [Code("P_STIM")]
    CareStimulation = 50,

    /// <summary>Emotional availability of the parents.</summary>
    [Code("P_AVAIL")]
    CareAvailability = 51,

    /// <summary>Safety given to the child.</summary>
    [Code("P_SAFE")]
    CareSafety = 52,

    /// <summary>Who may collect the child.</summary>
    [Code("P_SAFE/collection")]
    CareSafetyCollection = 53,
}
