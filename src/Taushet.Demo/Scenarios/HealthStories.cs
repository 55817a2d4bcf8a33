using Taushet.Demo.People;
using Taushet.Demo.Town;
using Taushet.V1;
using static Taushet.Demo.Scenarios.Inquiries;
using Route = Taushet.V1.Route;

namespace Taushet.Demo.Scenarios;

/// <summary>Stories with health services.</summary>
internal static class HealthStories
{
    private static readonly Cell[] ForTreatment =
    [
        Cell.Identity, Cell.ClientRelation, Cell.Clinical, Cell.ChildHealth, Cell.SignsEmotion, Cell.FamilySituation,
    ];

    private static readonly Cell[] Advice =
        [Cell.Identity, Cell.ClientRelation, Cell.ClinicalDiagnosis, Cell.ClinicalAdvice];

    private static readonly Cell[] Consented =
    [
        Cell.Identity, Cell.ClientRelation, Cell.ClinicalDiagnosis, Cell.ClinicalAdvice, Cell.ChildSchooling,
    ];

    /// <summary>The stories.</summary>
    public static IEnumerable<Scenario> All(Cast cast) =>
    [
        Referral(cast), Objection(cast), Consent(cast), Cooperation(cast),
        Collects(
            "health-centre",
            "The general practitioner takes over from the child health centre",
            cast.ClientOf(Organisations.HealthCentre),
            Organisations.Practitioner,
            Organisations.HealthCentre,
            Cell.Identity, Cell.ClientRelation, Cell.Clinical, Cell.ChildHealth, Cell.SignsEmotion, Cell.FamilySituation),
        Collects(
            "school-health",
            "The general practitioner asks the school nurse before a referral",
            cast.ClientOf(Organisations.SchoolHealth),
            Organisations.Practitioner,
            Organisations.SchoolHealth,
            Cell.Identity, Cell.ClientRelation, Cell.Clinical, Cell.ChildHealth, Cell.SignsEmotion),
        Collects(
            "midwife",
            "The child health centre asks the midwife; the mother's own health stays",
            cast.ClientOf(Organisations.Midwife),
            Organisations.HealthCentre,
            Organisations.Midwife,
            Cell.Identity, Cell.ClientRelation, Cell.Clinical, Cell.ChildHealth, Cell.FamilySituation),
        Collects(
            "hospital",
            "The general practitioner follows up after a stay in hospital",
            cast.ClientOf(Organisations.Hospital),
            Organisations.Practitioner,
            Organisations.Hospital,
            Cell.Identity, Cell.ClientRelation, Cell.Clinical, Cell.ClinicalDiagnosis, Cell.ClinicalSummary, Cell.ChildHealth,
            Cell.SignsEmotion),
        Advised(
            "consent-after-school",
            "SFO asks the municipality's respite care; those who consent have done so",
            cast.Relieved,
            Organisations.AfterSchool,
            Organisations.HealthAndCare),
        Advised(
            "consent-kindergarten",
            "The kindergarten asks habilitation; diagnosis and advice are consented to, tests are not",
            cast.Habilitated,
            Organisations.Kindergarten,
            Organisations.Habilitation),
    ];

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
        Gives = ForTreatment,
        As = Outcome.MayOnRequest,
        Cites = ["hpl § 25", "hpl § 29", "pjl § 19"],
        Obliges = [Obligation.LogAccess],
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
        Cites = ["hpl § 29", "pbrl § 5-3", "pjl § 17"],
        Routes = [Route.ObjectionAbsent],
    };

    private static Scenario Consent(Cast cast) => new()
    {
        Name = "consent",
        Story = "The school asks child psychiatry; both parents consent to diagnosis and advice, the child is heard",
        Caller = Organisations.School,
        Inquiry = AdaptTeaching(cast.Treated, Basis.Consent),
        Gives = Consented,
        As = Outcome.MayOnRequest,
        Cites = ["hpl § 22", "pbrl § 4-4"],
        Obliges = [Obligation.LogConsentId, Obligation.JournalEntry],
    };

    /// <summary>What the school asks of a child whose parents consent while the demo runs.</summary>
    public static Scenario ConsentedAnew(Child child) => new()
    {
        Name = "consent-anew",
        Story = "The school asks child psychiatry before, under and after a consent",
        Caller = Organisations.School,
        Inquiry = AdaptTeaching(child, Basis.Consent),
        Cites = ["hpl § 22"],
    };

    private static Scenario Cooperation(Cast cast) => new()
    {
        Name = "cooperation",
        Story = "The school invokes the duty to cooperate, which is no basis",
        Caller = Organisations.School,
        Inquiry = AdaptTeaching(cast.Discussed, Basis.DutyToCooperate),
        Cites = ["fvl § 13 f", "hpl § 21"],
    };

    private static Inquiry AdaptTeaching(Child child, Basis basis) => Of(
        child,
        Organisations.School,
        Organisations.Psychiatry,
        Purpose.AdaptTeaching,
        For(Need.Teach, [.. Consented, Cell.Clinical, Cell.ThirdPerson, Cell.FamilyBackground]),
        Claim(basis));

    private static Scenario Collects(
        string name,
        string story,
        Child patient,
        Organisation asker,
        Organisation holder,
        params Cell[] given) => new()
        {
            Name = name,
            Story = story,
            Caller = asker,
            Inquiry = Of(
                patient,
                asker,
                holder,
                Purpose.HealthCare,
                For(Need.Treat, [.. ForTreatment, Cell.ThirdPerson, Cell.Attendance]),
                Claim(Basis.HealthCare)),
            Gives = given,
            As = Outcome.MayOnRequest,
            Cites = ["hpl § 25", "pjl § 19"],
            Obliges = [Obligation.LogAccess],
        };

    private static Scenario Advised(string name, string story, Child child, Organisation asker, Organisation holder) => new()
    {
        Name = name,
        Story = story,
        Caller = asker,
        Inquiry = Of(
            child,
            asker,
            holder,
            Purpose.AdaptTeaching,
            For(Need.CareDaily, [.. Advice, Cell.Clinical, Cell.DecisionsPlan, Cell.FamilySituation]),
            Claim(Basis.Consent)),
        Gives = Advice,
        As = Outcome.MayOnRequest,
        Cites = ["hpl § 22", "pbrl § 4-4"],
        Obliges = [Obligation.LogConsentId, Obligation.UseOnlyForPurpose],
    };
}
