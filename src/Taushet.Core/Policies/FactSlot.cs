using Taushet.Core.Vocabulary;

namespace Taushet.Core.Policies;

/// <summary>
/// Every fact a rule may test: the closed list that makes conditions a typed, total language. The code is the name in
/// the rule files. A slot holds a small number (an enum member's number, 0 and 1 for no and yes, or years) or nothing,
/// which is unknown.
/// </summary>
public enum FactSlot
{
    /// <summary>
    /// Whether the case child is a child: under 18 and born. For duties it is always known, and a child of unknown age is
    /// one; for every later step it is unknown when the age is.
    /// </summary>
    [Code("child")]
    Child,

    /// <summary>Whether the child is not born.</summary>
    [Code("unborn")]
    Unborn,

    /// <summary>Age in whole years.</summary>
    [Code("age")]
    Age,

    /// <summary>Whether the child is dead.</summary>
    [Code("dead")]
    Dead,

    /// <summary>The holder's form.</summary>
    [Code("holder.form")]
    HolderForm,

    /// <summary>The receiver's form.</summary>
    [Code("receiver.form")]
    ReceiverForm,

    /// <summary>Grading of the address.</summary>
    [Code("grading")]
    Grading,

    /// <summary>Care situation.</summary>
    [Code("care")]
    Care,

    /// <summary>Hidden address.</summary>
    [Code("hidden_address")]
    HiddenAddress,

    /// <summary>Contact ban.</summary>
    [Code("contact_ban")]
    ContactBan,

    /// <summary>Parental responsibility.</summary>
    [Code("responsibility")]
    Responsibility,

    /// <summary>Order: the case it rests on.</summary>
    [Code("order.case")]
    OrderCase,

    /// <summary>Order: reference, necessity and scope are all stated.</summary>
    [Code("order.complete")]
    OrderComplete,

    /// <summary>Order: in writing.</summary>
    [Code("order.written")]
    OrderWritten,

    /// <summary>Order on a help measure: needed to avoid a situation as in bvl § 5-1.</summary>
    [Code("order.avoids_serious_situation")]
    OrderAvoidsSeriousSituation,

    /// <summary>Order: how well it is established.</summary>
    [Code("order.level")]
    OrderLevel,

    /// <summary>Report: the trigger.</summary>
    [Code("report.trigger")]
    ReportTrigger,

    /// <summary>Report: how certain.</summary>
    [Code("report.certainty")]
    ReportCertainty,

    /// <summary>Report: abuse suspected at home.</summary>
    [Code("report.abuse_suspected")]
    ReportAbuseSuspected,

    /// <summary>Report: informing endangers the child or evidence.</summary>
    [Code("report.informing_endangers")]
    ReportInformingEndangers,

    /// <summary>Report: acute.</summary>
    [Code("report.acute")]
    ReportAcute,

    /// <summary>Avert: the crime, section times ten plus paragraph.</summary>
    [Code("avert.crime")]
    AvertCrime,

    /// <summary>Avert: how certain.</summary>
    [Code("avert.certainty")]
    AvertCertainty,

    /// <summary>Avert: still possible.</summary>
    [Code("avert.still_possible")]
    AvertStillPossible,

    /// <summary>Avert: the victim's age in years.</summary>
    [Code("avert.victim_age")]
    AvertVictimAge,

    /// <summary>Avert: those involved are about equal.</summary>
    [Code("avert.about_equal")]
    AvertAboutEqual,

    /// <summary>Danger: serious harm is to be averted.</summary>
    [Code("danger.serious_harm")]
    DangerSeriousHarm,

    /// <summary>Danger: life or health is in danger.</summary>
    [Code("danger.life_or_health")]
    DangerLifeOrHealth,

    /// <summary>Danger: notice can still avert it.</summary>
    [Code("danger.still_possible")]
    DangerStillPossible,

    /// <summary>Pregnancy: how likely damage is.</summary>
    [Code("pregnancy.damage_likely")]
    PregnancyDamageLikely,

    /// <summary>Feedback: the reporter's reference is known.</summary>
    [Code("feedback.reference")]
    FeedbackReference,

    /// <summary>Feedback: the reporter is public or professional.</summary>
    [Code("feedback.professional")]
    FeedbackProfessional,

    /// <summary>Feedback: the investigation has ended.</summary>
    [Code("feedback.investigation_ended")]
    FeedbackInvestigationEnded,

    /// <summary>Feedback: how the child is followed up is needed for the reporter's own follow-up.</summary>
    [Code("feedback.needed")]
    FeedbackNeeded,

    /// <summary>Authority order: it has a reference.</summary>
    [Code("authority.reference")]
    AuthorityReference,

    /// <summary>Authority order: it states its purpose.</summary>
    [Code("authority.states_purpose")]
    AuthorityStatesPurpose,

    /// <summary>Authority order: it states its legal basis.</summary>
    [Code("authority.states_basis")]
    AuthorityStatesBasis,

    /// <summary>Authority order: it tells of the right of complaint.</summary>
    [Code("authority.states_complaint")]
    AuthorityStatesComplaint,

    /// <summary>Authority order: in writing.</summary>
    [Code("authority.written")]
    AuthorityWritten,

    /// <summary>Mandate: it has a reference.</summary>
    [Code("mandate.reference")]
    MandateReference,

    /// <summary>Information right: the child declines for grounds that should be respected.</summary>
    [Code("information.child_declines")]
    InformationChildDeclines,

    /// <summary>Information right: weighty considerations speak against.</summary>
    [Code("information.weighty_against")]
    InformationWeightyAgainst,

    /// <summary>Information right: necessary for the parental responsibility.</summary>
    [Code("information.necessary")]
    InformationNecessary,

    /// <summary>Information right: can harm the child.</summary>
    [Code("information.can_harm")]
    InformationCanHarm,

    /// <summary>Information right: confidentiality applies towards the parent.</summary>
    [Code("information.confidential")]
    InformationConfidential,

    /// <summary>Anonymity: recorded that the child cannot be recognised.</summary>
    [Code("anonymity.cannot_be_recognised")]
    AnonymityCannotBeRecognised,

    /// <summary>Anonymity: the receiver already knows the case.</summary>
    [Code("anonymity.known_to_receiver")]
    AnonymityKnownToReceiver,

    /// <summary>Consent under test: its area. Known only while a consent is tested.</summary>
    [Code("consent.area")]
    ConsentArea,

    /// <summary>Consent under test: everyone who must give it has.</summary>
    [Code("consent.complete")]
    ConsentComplete,

    /// <summary>
    /// Consent under test: the child was heard, consents itself, or need not be heard (under 7). Unknown when the child was heard
    /// and is against it from 12: a human must weigh that.
    /// </summary>
    [Code("consent.child_heard")]
    ConsentChildHeard,

    /// <summary>Consent under test: given by the person the data are about.</summary>
    [Code("consent.by_self")]
    ConsentBySelf,

    /// <summary>Consent under test: all it names is lawfully kept from the guardians (pbrl § 3-4).</summary>
    [Code("consent.kept_from_guardians")]
    ConsentKeptFromGuardians,
}
