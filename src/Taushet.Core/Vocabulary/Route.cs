namespace Taushet.Core.Vocabulary;

/// <summary>What would open what was withheld. The same for every child.</summary>
public enum Route
{
    /// <summary>Consent of those with parental responsibility.</summary>
    [Code("consent-guardians")]
    ConsentOfGuardians = 1,

    /// <summary>Consent of the young person (15 school, 16 health, 18 else).</summary>
    [Code("consent-child")]
    ConsentOfChild = 2,

    /// <summary>Consent of barnevern and foster parents or institution after bvl §§ 5-1, 4-2, 4-3.</summary>
    [Code("consent-substitute")]
    ConsentOfSubstituteCarer = 3,

    /// <summary>Ask the holder: the choice is the holder's.</summary>
    [Code("ask-holder")]
    AskHolder = 4,

    /// <summary>Discuss without identifying the child.</summary>
    [Code("anonymised-discussion")]
    AnonymisedDiscussion = 5,

    /// <summary>Barnevern may order it in the cases of bvl § 13-4.</summary>
    [Code("barnevern-order")]
    BarnevernOrder = 6,

    /// <summary>State NAV may order it (ftrl § 21-4).</summary>
    [Code("nav-order")]
    NavOrder = 7,

    /// <summary>A court may order it.</summary>
    [Code("court-order")]
    CourtOrder = 8,

    /// <summary>The holder may itself have a duty to report; it has been told that the asker says so.</summary>
    [Code("holders-duty-to-report")]
    HoldersDutyToReport = 9,

    /// <summary>The holder may itself have a duty to avert; it has been told that the asker says so.</summary>
    [Code("holders-duty-to-avert")]
    HoldersDutyToAvert = 10,

    /// <summary>Apply to police or barnevern for a graded address (frl § 10-4).</summary>
    [Code("apply-graded-address")]
    ApplyForGradedAddress = 11,

    /// <summary>Ask the person directly.</summary>
    [Code("ask-the-person")]
    AskThePerson = 12,

    /// <summary>Opens only where the patient has not objected.</summary>
    [Code("objection-absent")]
    ObjectionAbsent = 13,

    /// <summary>A named human at the holder answers.</summary>
    [Code("human-answers")]
    HumanAnswers = 14,

    /// <summary>The refusal can be appealed.</summary>
    [Code("appeal")]
    Appeal = 15,

    /// <summary>Acute danger: police 112.</summary>
    [Code("call-112")]
    Call112 = 16,

    /// <summary>Out-of-hours barnevern (barnevernvakt).</summary>
    [Code("call-barnevernvakt")]
    CallBarnevernvakt = 17,
}
