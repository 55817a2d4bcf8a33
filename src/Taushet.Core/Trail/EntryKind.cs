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

    /// <summary>A holder's employee had a case made ready to be discussed without telling who the child is; about no child.</summary>
    [Code("consultation-prepared")]
    ConsultationPrepared = 50,

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
}
