using Taushet.V1;
using Case = Taushet.V1.DisclosureGround.GroundOneofCase;

namespace Taushet.Gateway.Disclose;

/// <summary>What the grounds of disclosures are in the decider's words.</summary>
internal static class DisclosureGrounds
{
    /// <summary>Whether the sender owes it: then nothing but its form and its sender's organisation is asked for.</summary>
    public static bool IsDuty(DisclosureGround? ground) => (ground?.GroundCase ?? Case.None) switch
    {
        Case.ReportOfConcern or Case.Avert or Case.EmergencyNotice or Case.PregnancyNotice or Case.Feedback => true,
        Case.BarnevernSharing => ground!.BarnevernSharing.Kind == BarnevernSharingKind.OutwardDuty,
        Case.None or Case.DangerToLifeOrHealth or Case.Transition or Case.AlertWithConsent or Case.VoluntaryReport => false,
    };

    /// <summary>The basis that a ground asserts; none where its kind is not stated.</summary>
    public static Basis BasisOf(DisclosureGround ground) => ground.GroundCase switch
    {
        Case.ReportOfConcern => Basis.DutyToReport,
        Case.Avert => Basis.DutyToAvert,
        Case.EmergencyNotice => Basis.EmergencyNotice,
        Case.PregnancyNotice => Basis.PregnancyNotice,
        Case.DangerToLifeOrHealth => Basis.DangerToLifeOrHealth,
        Case.BarnevernSharing => BasisOf(ground.BarnevernSharing.Kind),
        Case.Transition => BasisOf(ground.Transition.Kind),
        Case.Feedback => Basis.FeedbackToReporter,
        Case.AlertWithConsent => Basis.AlertWithConsent,
        Case.VoluntaryReport => Basis.NoConfidentiality,
        Case.None => Basis.Unspecified,
    };

    /// <summary>Whether a stored ground is a report to barnevern, which brings deadlines and is answered with feedback.</summary>
    public static bool IsReport(int ground) => (Case)ground is Case.ReportOfConcern or Case.VoluntaryReport;

    /// <summary>What the receiver will use it for.</summary>
    public static Purpose PurposeOf(DisclosureGround ground) => ground.GroundCase switch
    {
        Case.ReportOfConcern => Purpose.ReportConcern,
        Case.Avert => Purpose.AvertCrime,
        Case.EmergencyNotice or Case.DangerToLifeOrHealth => Purpose.AvertHarm,
        Case.PregnancyNotice => Purpose.PregnancyCare,
        Case.BarnevernSharing => PurposeOf(ground.BarnevernSharing.Kind),
        Case.Transition => PurposeOf(ground.Transition.Kind),
        Case.Feedback => Purpose.FeedbackToReporter,
        Case.VoluntaryReport => Purpose.PrivateReport,
        Case.AlertWithConsent or Case.None => Purpose.Unspecified,
    };

    /// <summary>What is stated in support; null when the ground has none.</summary>
    public static Evidence? EvidenceOf(DisclosureGround ground) => ground.GroundCase switch
    {
        Case.ReportOfConcern => new Evidence { Report = ground.ReportOfConcern },
        Case.VoluntaryReport => new Evidence { Report = ground.VoluntaryReport },
        Case.Avert => new Evidence { Avert = ground.Avert },
        Case.EmergencyNotice => new Evidence { Danger = ground.EmergencyNotice },
        Case.DangerToLifeOrHealth => new Evidence { Danger = ground.DangerToLifeOrHealth },
        Case.PregnancyNotice => new Evidence { Pregnancy = ground.PregnancyNotice },
        Case.Feedback => ground.Feedback.Evidence is { } feedback ? new Evidence { Feedback = feedback } : null,
        Case.BarnevernSharing or Case.Transition or Case.AlertWithConsent or Case.None => null,
    };

    private static Basis BasisOf(BarnevernSharingKind kind) => kind switch
    {
        BarnevernSharingKind.OwnTasks => Basis.BarnevernOwnTasks,
        BarnevernSharingKind.OutwardDuty => Basis.BarnevernOutwardDuty,
        BarnevernSharingKind.CareCentreMapping => Basis.CareCentreMapping,
        _ => Basis.Unspecified,
    };

    private static Purpose PurposeOf(BarnevernSharingKind kind) => kind switch
    {
        BarnevernSharingKind.OwnTasks => Purpose.CarryOutMeasure,
        BarnevernSharingKind.CareCentreMapping => Purpose.Settlement,
        _ => Purpose.Unspecified,
    };

    private static Basis BasisOf(TransitionKind kind) => kind switch
    {
        TransitionKind.KindergartenToSchool => Basis.KindergartenToSchool,
        TransitionKind.KindergartenToKindergarten => Basis.KindergartenToKindergarten,
        TransitionKind.SchoolFacilitation => Basis.SchoolFacilitation,
        _ => Basis.Unspecified,
    };

    private static Purpose PurposeOf(TransitionKind kind) => kind switch
    {
        TransitionKind.KindergartenToSchool => Purpose.TransitionToSchool,
        TransitionKind.KindergartenToKindergarten => Purpose.ChangeOfKindergarten,
        TransitionKind.SchoolFacilitation => Purpose.Facilitation,
        _ => Purpose.Unspecified,
    };
}
