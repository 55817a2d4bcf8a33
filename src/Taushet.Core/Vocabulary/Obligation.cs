namespace Taushet.Core.Vocabulary;

/// <summary>What the giver or receiver must do in connection with the answer.</summary>
public enum Obligation
{
    /// <summary>The access is logged (pjl § 22 a for health data).</summary>
    [Code("log-access")]
    LogAccess = 1,

    /// <summary>The consent's id goes to the entry.</summary>
    [Code("log-consent-id")]
    LogConsentId = 2,

    /// <summary>What, to whom and why is recorded (polregl § 27 fifth).</summary>
    [Code("record-disclosure")]
    RecordDisclosure = 3,

    /// <summary>The giver writes it in the journal.</summary>
    [Code("journal-entry")]
    JournalEntry = 4,

    /// <summary>Inform the parents, preferably before.</summary>
    [Code("inform-parents")]
    InformParents = 5,

    /// <summary>Do not inform the parents.</summary>
    [Code("do-not-inform-parents")]
    DoNotInformParents = 6,

    /// <summary>Tell the child, according to age.</summary>
    [Code("inform-child")]
    InformChild = 7,

    /// <summary>Hear the child before it is shared (bvl § 1-4, bl § 31).</summary>
    [Code("hear-child")]
    HearChild = 8,

    /// <summary>The receiver informs the parties of the order unless it impedes help (bvl § 13-4 fourth).</summary>
    [Code("receiver-informs-parties")]
    ReceiverInformsParties = 9,

    /// <summary>No approval routine may stop or delay it.</summary>
    [Code("ignore-approval-routine")]
    IgnoreApprovalRoutine = 10,

    /// <summary>Consider the duty to avert (strl § 196).</summary>
    [Code("consider-duty-to-avert")]
    ConsiderDutyToAvert = 11,

    /// <summary>Consider a separate report to barnevern.</summary>
    [Code("consider-duty-to-report")]
    ConsiderDutyToReport = 12,

    /// <summary>What is owed but shielded is given by a human at once.</summary>
    [Code("manual-channel-now")]
    ManualChannelNow = 13,

    /// <summary>The label goes with the data: closed to guardians.</summary>
    [Code("closed-to-guardians")]
    ClosedToGuardians = 14,

    /// <summary>Feedback to the reporter within 3 weeks (bvl § 13-3).</summary>
    [Code("feedback-3-weeks")]
    FeedbackWithin3Weeks = 15,

    /// <summary>Barnevern reviews the report within 1 week (bvl § 2-1).</summary>
    [Code("review-1-week")]
    ReviewWithin1Week = 16,

    /// <summary>To be given without undue delay.</summary>
    [Code("answer-without-delay")]
    AnswerWithoutDelay = 17,

    /// <summary>The receiver uses it only for the stated purpose.</summary>
    [Code("use-only-for-purpose")]
    UseOnlyForPurpose = 18,

    /// <summary>Tell that a refusal can be appealed.</summary>
    [Code("tell-of-appeal")]
    TellOfAppeal = 19,

    /// <summary>Check again that the child cannot be recognised.</summary>
    [Code("recheck-anonymity")]
    RecheckAnonymity = 20,

    /// <summary>If acute: emergency health first.</summary>
    [Code("emergency-health-first")]
    EmergencyHealthFirst = 21,

    /// <summary>The patient is told of the mandate.</summary>
    [Code("tell-patient-of-mandate")]
    TellPatientOfMandate = 22,

    /// <summary>Tell the person, as far as circumstances allow, that information was given and what (pbrl § 3-6 third).</summary>
    [Code("inform-person")]
    InformPerson = 23,

    /// <summary>Weigh whether the disclosure is proportionate to the person concerned (polregl § 27; new forvaltningslov § 34 second).</summary>
    [Code("assess-proportionality")]
    AssessProportionality = 24,
}
