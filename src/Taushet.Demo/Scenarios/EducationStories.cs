using Taushet.Demo.Town;
using Taushet.V1;
using static Taushet.Demo.Scenarios.Inquiries;
using Route = Taushet.V1.Route;

namespace Taushet.Demo.Scenarios;

/// <summary>Stories between kindergarten and schools.</summary>
internal static class EducationStories
{
    private static readonly Cell[] Transition =
    [
        Cell.Identity, Cell.ClientRelation, Cell.ChildSchooling, Cell.ChildSocial,
    ];

    private static readonly Cell[] ChangeOfSchool =
    [
        Cell.Identity, Cell.ClientRelation, Cell.ChildSchooling, Cell.Attendance, Cell.DecisionsEducation,
    ];

    private static readonly Cell[] Admitted = [Cell.Identity, Cell.ClientRelation, Cell.ChildSchooling, Cell.Attendance];

    /// <summary>The stories.</summary>
    public static IEnumerable<Scenario> All(Cast cast) =>
        [Permitted(cast), NotPermitted(cast), NewSchool(cast), Preview(cast), Admission(cast)];

    private static Scenario Permitted(Cast cast) => new()
    {
        Name = "transition-permitted",
        Story = "From kindergarten to school; both parents permit language, social skills and play",
        Caller = Organisations.School,
        Inquiry = TransitionOf(cast.Permitted),
        Gives = Transition,
        As = Outcome.MayOnRequest,
        Cites = ["bhl § 2 a", "oppl § 4-7"],
        Obliges = [Obligation.LogConsentId],
    };

    private static Scenario NotPermitted(Cast cast) => new()
    {
        Name = "transition-not-permitted",
        Story = "The same transition, and nobody has permitted anything",
        Caller = Organisations.School,
        Inquiry = TransitionOf(cast.NotPermitted),
        Cites = ["bhl § 2 a", "bhl § 44"],
        Routes = [Route.ConsentOfGuardians],
    };

    private static Scenario NewSchool(Cast cast) => new()
    {
        Name = "new-school",
        Story = "The new school collects what it needs to teach, and asks for notes on the home as well",
        Caller = Organisations.NewSchool,
        Inquiry = NewSchoolOf(cast),
        Gives = ChangeOfSchool,
        As = Outcome.MayOnRequest,
        Cites = ["oppl § 25-1"],
    };

    private static Scenario Preview(Cast cast) => new()
    {
        Name = "new-school-preview",
        Story = "The same as a preview: without facts on the child nothing is given, and what would open it is told",
        Caller = Organisations.NewSchool,
        Call = ScenarioCall.Preview,
        Inquiry = NewSchoolOf(cast),
        Cites = ["fvl § 13", "oppl § 25-1"],
    };

    private static Scenario Admission(Cast cast) => new()
    {
        Name = "county",
        Story = "The county collects for admission to upper secondary school, and asks for notes on the home as well",
        Caller = Organisations.County,
        Inquiry = Of(
            cast.Applying,
            Organisations.County,
            Organisations.School,
            Purpose.UpperSecondaryAdmission,
            For(Need.Teach, [.. Admitted, Cell.ChildEmotions, Cell.FamilySituation]),
            Claim(Basis.CountySchool)),
        Gives = Admitted,
        As = Outcome.MayOnRequest,
        Cites = ["oppl § 25-1"],
    };

    private static Inquiry NewSchoolOf(Cast cast) => Of(
        cast.Moving,
        Organisations.NewSchool,
        Organisations.School,
        Purpose.ChangeOfSchool,
        For(Need.Teach, [.. ChangeOfSchool, Cell.ChildEmotions, Cell.ChildSocial, Cell.FamilySituation, Cell.SignsParenting]),
        Claim(Basis.NewSchool));

    private static Inquiry TransitionOf(People.Child child) => Of(
        child,
        Organisations.School,
        Organisations.Kindergarten,
        Purpose.TransitionToSchool,
        For(Need.Teach, [.. Transition, Cell.ChildHealth, Cell.SignsEmotion, Cell.FamilySituation, Cell.ThirdPersonGuardians]),
        Claim(Basis.KindergartenToSchool));
}
