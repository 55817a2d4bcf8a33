using Taushet.Demo.Town;
using Taushet.V1;
using static Taushet.Demo.Scenarios.Inquiries;

namespace Taushet.Demo.Scenarios;

/// <summary>Stories with health services.</summary>
internal static class HealthStories
{
    private static readonly Cell[] ForTreatment =
    [
        Cell.Identity, Cell.ClientRelation, Cell.Clinical, Cell.ChildHealth, Cell.SignsEmotion, Cell.FamilySituation,
    ];

    private static readonly Cell[] Consented =
    [
        Cell.Identity, Cell.ClientRelation, Cell.ClinicalDiagnosis, Cell.ClinicalAdvice, Cell.ChildSchooling,
    ];

    /// <summary>The stories.</summary>
    public static IEnumerable<Scenario> All(Cast cast) => [Referral(cast), Objection(cast), Consent(cast), Cooperation(cast)];

    private static Scenario Referral(Cast cast) => new()
    {
        Name = "referral",
        Story = "Child psychiatry has accepted a referral and asks the general practitioner",
        Caller = Organisations.Psychiatry,
        Inquiry = Of(
            cast.Referred,
            Organisations.Psychiatry,
            Organisations.Practitioner,
            Purpose.HealthCare,
            For(Need.Treat, [.. ForTreatment, Cell.KeptFromGuardiansReproductive, Cell.Finances, Cell.ThirdPerson]),
            Claim(Basis.HealthCare)),
        Gives = [Cell.Identity, Cell.ClientRelation, Cell.Clinical, Cell.ChildHealth, Cell.SignsEmotion, Cell.FamilySituation],
    };

    private static Scenario Objection(Cast cast) => new()
    {
        Name = "objection",
        Story = "The hospital asks child psychiatry; the young person has objected",
        Caller = Organisations.Hospital,
        Inquiry = Of(
            cast.Objecting,
            Organisations.Hospital,
            Organisations.Psychiatry,
            Purpose.HealthCare,
            For(Need.Treat, ForTreatment),
            Claim(Basis.HealthCare)),
    };

    private static Scenario Consent(Cast cast) => new()
    {
        Name = "consent",
        Story = "The school asks child psychiatry; both parents consent to diagnosis and advice, the child is heard",
        Caller = Organisations.School,
        Inquiry = AdaptTeaching(cast.Treated, Basis.Consent),
        Gives = Consented,
    };

    private static Scenario Cooperation(Cast cast) => new()
    {
        Name = "cooperation",
        Story = "The school invokes the duty to cooperate, which is no basis",
        Caller = Organisations.School,
        Inquiry = AdaptTeaching(cast.Discussed, Basis.DutyToCooperate),
    };

    private static Inquiry AdaptTeaching(People.Child child, Basis basis) => Of(
        child,
        Organisations.School,
        Organisations.Psychiatry,
        Purpose.AdaptTeaching,
        For(Need.Teach, [.. Consented, Cell.Clinical, Cell.ThirdPerson, Cell.FamilyBackground]),
        Claim(basis));
}
