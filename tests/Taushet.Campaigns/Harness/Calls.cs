using Taushet.Demo.Town;
using Taushet.V1;
using static Taushet.Demo.Scenarios.Inquiries;

namespace Taushet.Campaigns.Harness;

/// <summary>The two calls the campaigns make.</summary>
internal static class Calls
{
    private static readonly Cell[] Schooling =
        [Cell.Identity, Cell.ClientRelation, Cell.ChildSchooling, Cell.Attendance, Cell.DecisionsEducation];

    private static readonly Cell[] Advice =
        [Cell.Identity, Cell.ClientRelation, Cell.ClinicalDiagnosis, Cell.ClinicalAdvice, Cell.ChildSchooling];

    /// <summary>A new school collects what it needs to teach: something is released.</summary>
    public static RequestInformationRequest NewSchool(string nationalNumber) => new()
    {
        Inquiry = Of(
            nationalNumber,
            Organisations.NewSchool,
            Organisations.School,
            Purpose.ChangeOfSchool,
            For(Need.Teach, Schooling),
            Claim(Basis.NewSchool)),
    };

    /// <summary>A school asks psychiatry on a consent: nothing is released without one, nor of a shielded child.</summary>
    public static RequestInformationRequest AdviceToSchool(string nationalNumber) => new()
    {
        Inquiry = Of(
            nationalNumber,
            Organisations.School,
            Organisations.Psychiatry,
            Purpose.AdaptTeaching,
            For(Need.Teach, Advice),
            Claim(Basis.Consent)),
    };
}
