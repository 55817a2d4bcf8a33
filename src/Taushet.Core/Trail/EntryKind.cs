using Taushet.Core.Vocabulary;

namespace Taushet.Core.Trail;

/// <summary>What a call was. Numbers are part of the leaf bytes and never reused.</summary>
public enum EntryKind
{
    /// <summary>A request for information.</summary>
    [Code("request")]
    Request = 1,

    /// <summary>A preview of the public explanation.</summary>
    [Code("preview")]
    Preview = 2,

    /// <summary>An assessment without delivery.</summary>
    [Code("assess")]
    Assess = 3,

    /// <summary>A call refused before a decision because the caller was not allowed.</summary>
    [Code("denied")]
    Denied = 4,

    /// <summary>An assessment of what duties something seen makes; about no child.</summary>
    [Code("assess-duty")]
    AssessDuty = 5,

    /// <summary>A full explanation to the holder's own staff.</summary>
    [Code("explain")]
    Explain = 6,

    /// <summary>A consent, objection or secrecy was given, confirmed, replaced or renewed.</summary>
    [Code("wish-given")]
    WishGiven = 10,

    /// <summary>A consent, objection or secrecy was withdrawn.</summary>
    [Code("wish-withdrawn")]
    WishWithdrawn = 11,

    /// <summary>A consent, objection or secrecy was marked as ended: expired, or lapsed.</summary>
    [Code("wish-ended")]
    WishEnded = 12,

    /// <summary>Wishes of a child were read by one whom they name.</summary>
    [Code("wish-read")]
    WishRead = 13,

    /// <summary>A consent was held against a request that was not made.</summary>
    [Code("consent-checked")]
    ConsentChecked = 14,

    /// <summary>A holder recorded a standing decision.</summary>
    [Code("standing-decision-recorded")]
    StandingDecisionRecorded = 20,

    /// <summary>A holder changed a standing decision.</summary>
    [Code("standing-decision-changed")]
    StandingDecisionChanged = 21,

    /// <summary>A holder ended a standing decision.</summary>
    [Code("standing-decision-ended")]
    StandingDecisionEnded = 22,

    /// <summary>A holder's employee read a request that waits. Names the holder alone.</summary>
    [Code("inbox-read")]
    InboxRead = 23,

    /// <summary>A holder's employee decided to give something to a request that waits. Names the holder alone.</summary>
    [Code("inbox-given")]
    InboxGiven = 24,

    /// <summary>A holder's employee decided to give nothing to a request that waits. Names the holder alone.</summary>
    [Code("inbox-refused")]
    InboxRefused = 25,

    /// <summary>Nobody answered a request that waited in time. Names the holder alone.</summary>
    [Code("inbox-lapsed")]
    InboxLapsed = 26,

    /// <summary>Who asked took a request back that might have waited.</summary>
    [Code("pending-withdrawn")]
    PendingWithdrawn = 27,

    /// <summary>A request was answered again for who asked it, with what its holder had decided meanwhile.</summary>
    [Code("pending-result")]
    PendingResult = 28,

    /// <summary>An auditor searched the log.</summary>
    [Code("log-searched")]
    LogSearched = 30,

    /// <summary>An auditor read one entry with its explanation.</summary>
    [Code("log-read")]
    LogRead = 31,

    /// <summary>An auditor took a stream of entries out.</summary>
    [Code("log-exported")]
    LogExported = 32,

    /// <summary>An auditor read a report or a statistic.</summary>
    [Code("log-report")]
    LogReport = 33,

    /// <summary>A person, or who represents it, read who has had access.</summary>
    [Code("own-log-read")]
    OwnLogRead = 34,

    /// <summary>A holder's employee gave something of its own accord: decided, and kept for its receiver.</summary>
    [Code("disclosure-submitted")]
    DisclosureSubmitted = 40,

    /// <summary>A receiver said that it durably has what was given.</summary>
    [Code("disclosure-received")]
    DisclosureReceived = 41,

    /// <summary>A holder's employee had a case made ready to be discussed without telling who the child is; about no child.</summary>
    [Code("consultation-prepared")]
    ConsultationPrepared = 50,

    /// <summary>An authority registered an order.</summary>
    [Code("order-registered")]
    OrderRegistered = 51,

    /// <summary>An authority withdrew an order.</summary>
    [Code("order-withdrawn")]
    OrderWithdrawn = 52,

    /// <summary>The parties of an order have been informed. Names the issuer alone.</summary>
    [Code("order-parties-informed")]
    OrderPartiesInformed = 53,

    /// <summary>The parties of an order are not informed. Names the issuer alone.</summary>
    [Code("order-parties-exempted")]
    OrderPartiesExempted = 54,

    /// <summary>A holder's employee read whom a task to be done by hand is about. Names the holder alone.</summary>
    [Code("hand-task-read")]
    HandTaskRead = 55,

    /// <summary>What was owed by hand has been given.</summary>
    [Code("hand-task-given")]
    HandTaskGiven = 56,

    /// <summary>What was owed by hand is owed no more. Names the holder alone.</summary>
    [Code("hand-task-not-owed")]
    HandTaskNotOwed = 57,

    /// <summary>A destruction of keys was ordered: nothing is destroyed yet. About no child.</summary>
    [Code("destruction-ordered")]
    DestructionOrdered = 60,

    /// <summary>Keys were destroyed, and with them what they sealed. About no child.</summary>
    [Code("keys-destroyed")]
    KeysDestroyed = 61,

    /// <summary>A legal hold was placed. About no child.</summary>
    [Code("hold-placed")]
    HoldPlaced = 62,

    /// <summary>A legal hold was lifted. About no child.</summary>
    [Code("hold-lifted")]
    HoldLifted = 63,

    /// <summary>A holder found that an access was unlawful. About no child: it refers to the entry.</summary>
    [Code("unlawful-flagged")]
    UnlawfulFlagged = 64,

    /// <summary>A notice that an unlawful access must lead to was given.</summary>
    [Code("notice-given")]
    NoticeGiven = 65,

    /// <summary>The person's own view of an entry was delayed, with its basis and end.</summary>
    [Code("view-delayed")]
    ViewDelayed = 66,

    /// <summary>A delay of the person's own view was ended before its time.</summary>
    [Code("view-delay-ended")]
    ViewDelayEnded = 67,

    /// <summary>An administrator proposed a change of the register of participants. About no child.</summary>
    [Code("registration-proposed")]
    RegistrationProposed = 70,

    /// <summary>Another administrator confirmed a change of the register of participants.</summary>
    [Code("registration-confirmed")]
    RegistrationConfirmed = 71,

    /// <summary>Another administrator refused a change of the register of participants.</summary>
    [Code("registration-refused")]
    RegistrationRefused = 72,

    /// <summary>An administrator took a proposal back.</summary>
    [Code("registration-withdrawn")]
    RegistrationWithdrawn = 73,

    /// <summary>One who proposed a change tried to confirm it too, and was refused.</summary>
    [Code("registration-not-by-another")]
    RegistrationNotByAnother = 74,

    /// <summary>Barnevern recorded that it opened an investigation on a report. Names barnevern alone.</summary>
    [Code("investigation-opened")]
    InvestigationOpened = 80,

    /// <summary>Barnevern recorded that it opened no investigation on a report. Names barnevern alone.</summary>
    [Code("investigation-not-opened")]
    InvestigationNotOpened = 81,

    /// <summary>Barnevern recorded that an investigation may take longer. Names barnevern alone.</summary>
    [Code("investigation-extended")]
    InvestigationExtended = 82,

    /// <summary>Barnevern recorded that an investigation ended. Names barnevern alone.</summary>
    [Code("investigation-ended")]
    InvestigationEnded = 83,

    /// <summary>Nobody decided a proposed change of the register of participants in time.</summary>
    [Code("registration-lapsed")]
    RegistrationLapsed = 85,
}
