using Taushet.Core.Policies;
using Taushet.Core.Vocabulary;

namespace Taushet.Policies.Assurance.Proving;

/// <summary>The sentences of law 13.3 that speak of one decision.</summary>
internal static class Invariants
{
    private static readonly CellSet ByHandOnly = CellCategories.WithTopics(Cell.GradedAddress, Cell.Adoption, Cell.PrivateReporter);

    private static readonly CellSet Identifying = CellCategories.WithTopics(
        Cell.Identity, Cell.Address, Cell.ClientRelation, Cell.GradedAddress, Cell.Clinical, Cell.KeptFromGuardians, Cell.ThirdPerson,
        Cell.Finances, Cell.PrivateReporter, Cell.Investigation, Cell.Adoption, Cell.ChildStatement, Cell.InternalDraft);

    private static readonly MemberSet<Basis> AboutTheChild = MemberSet<Basis>.Of(Basis.DutyToReport, Basis.BarnevernOrder);

    private static readonly MemberSet<Basis> AuthorityOrders =
        MemberSet<Basis>.Of(Basis.NavOrder, Basis.EmploymentOrder, Basis.ImmigrationOrder);

    private static readonly ServiceSet StillAnswered = ServiceSet.Of(Service.Barnevern, Service.EmergencyHelpline, Service.Police);

    public static readonly IReadOnlyList<Invariant> All =
    [
        new(1, "a", "No basis of any kind releases a strictly graded address, adoption data or a private reporter without a human.",
            claim => Claim.InAny(ByHandOnly, claim.First.Released)),
        new(1, "b", "No shield ever turns a push under a duty into no message: what is owed at first stays owed.",
            claim => Term.And(
                claim.First.Rules.IsFlow(Flow.Push),
                Term.Not(claim.First.TowardsPrivate),
                Claim.InAnyCell(cell => Term.And(claim.First.OwedAtFirst(cell), Term.Not(claim.First.Must(cell)))))),
        new(6, "a", "From 18 nothing is owed to report the case child, and no order reaches it.",
            claim => Term.And(Adult, Term.Or(claim.Opening
                .Where(rule => rule is { Step: Step.Duty, Outcome: Outcome.Must } && !rule.Bases.IsEmpty && (rule.Bases - AboutTheChild).IsEmpty)
                .Select(claim.First.Rules.Applies)))),
        new(6, "b", "From 18 parents have no right to information, and their consent alone opens nothing.",
            claim => Term.And(Adult, Term.Or(ParentsRights(claim), ParentsConsent(claim)))),
        new(8, "a", "For a private kindergarten trigger d never applies.",
            claim => Term.And(
                Kindergarten(ServiceForm.Private),
                TriggerD,
                Term.Or(Reporting(claim).Select(claim.First.Rules.Applies)))),
        new(8, "b", "For a municipal kindergarten trigger d rests on bvl § 13-2, never on bhl § 46.",
            claim => Term.And(
                Kindergarten(ServiceForm.Municipal),
                TriggerD,
                Term.Or(Reporting(claim)
                    .Where(rule => rule.Citations.Any(citation => citation is { Act: "bhl", Section: "46" }))
                    .Select(claim.First.Rules.Applies)))),
        new(9, "decision", "Under strict or unknown grading a pull releases nothing except to barnevern and police: silence has one shape.",
            claim => Term.And(
                claim.First.Rules.IsFlow(Flow.Pull),
                Strict,
                Term.Not(claim.First.Rules.IsIn("receiver", StillAnswered)),
                Claim.InAnyCell(claim.First.Released))),
        new(13, "", "Anonymised release contains no ID_CORE, ADDR, REL or X_*.",
            claim => Term.Or(claim.Opening.Where(rule => rule.Step == Step.Anonymised)
                .Select(rule => Claim.InAny(Identifying, cell => claim.First.Rules.Opens(rule, cell))))),
        new(14, "a", "The set released under an order of barnevern is a subset of the scope stated in it.",
            claim => OutsideScope(claim, MemberSet<Basis>.Of(Basis.BarnevernOrder), "has-order", "order-scope")),
        new(14, "b", "The set released under an order of NAV or the immigration authorities is a subset of the scope stated in it.",
            claim => OutsideScope(claim, AuthorityOrders, "has-authority", "authority-scope")),
        new(16, "", "MAY_BY_HOLDER without a recorded decision releases exactly what WITHHOLD releases.",
            claim => Claim.InAnyCell(cell => Term.And(
                Term.Not(claim.First.HolderDecided(cell)),
                claim.First.Released(cell),
                Term.Not(claim.First.May(cell)),
                Term.Not(Term.And(claim.First.Must(cell), Term.Not(claim.First.ByHand(cell))))))),
        new(18, "", "The endangerment step never changes what barnevern, police, emergency services or any service receive under a duty.",
            claim => Term.And(
                Term.Not(claim.First.TowardsPrivate),
                Claim.InAnyCell(cell => Term.And(claim.First.OwedAtFirst(cell), Term.Not(claim.First.Must(cell)))))),
        new(19, "", "A supervisory demand never ends in WITHHOLD.",
            claim => Term.And(
                Term.Is("receiver", (int)Service.Supervision, Inputs.Code),
                Term.Bit("asserted", (int)Basis.Supervision),
                claim.First.Rules.IsIn("holder", Services),
                claim.First.Rules.IsFlow(Flow.Pull),
                Claim.InAnyCell(cell => Term.Not(claim.First.Answered(cell))))),
    ];

    private static readonly ServiceSet Services = ServiceSet.Of([.. Codes<Service>.Members.Where(service => (int)service < 100)]);

    private static string Adult =>
        $"(and (not unborn) known-age (bvsge age {Term.Number(18, Inputs.Whole)}))";

    private static string Strict => Term.Or(
        Term.Not("known-grading"),
        Term.Is("grading", (int)Grading.StrictlyConfidential, Inputs.Code),
        Term.Is("grading", (int)Grading.StrictlyConfidentialAbroad, Inputs.Code));

    private static string TriggerD => Term.And(
        "has-report", "known-report-trigger", Term.Is("report-trigger", (int)Trigger.OwnHarmfulActs, Inputs.Code));

    private static string Kindergarten(ServiceForm form) => Term.And(
        Term.Is("holder", (int)Service.Kindergarten, Inputs.Code),
        "known-holder-form",
        Term.Is("holder-form", (int)form, Inputs.Code));

    private static IEnumerable<Rule> Reporting(Claim claim) => claim.Opening
        .Where(rule => rule.Step == Step.Duty && rule.Bases == MemberSet<Basis>.Of(Basis.DutyToReport));

    /// <summary>A duty towards parents; those of nærmeste pårørende of an adult without competence (pbrl § 3-3) stay.</summary>
    private static string ParentsRights(Claim claim) => Term.Or(claim.Opening
        .Where(rule => rule.Step == Step.Duty)
        .Where(rule => (rule.Receivers - ServiceSet.Of(Service.ParentWithResponsibility, Service.ParentWithoutResponsibility)).IsEmpty)
        .Where(rule => !rule.Citations.Any(citation => citation is { Act: "pbrl", Section: "3-3" }))
        .Select(rule => Claim.InAnyCell(cell => claim.First.Rules.Opens(rule, cell))));

    private static string ParentsConsent(Claim claim) => Term.And(
        Term.And(Enumerable.Range(1, Inputs.Consents).Select(number => Term.Or(
            Term.Not($"consent{number}-recorded"),
            Term.And(Codes<ConsentCapacity>.Members
                .Where(capacity => capacity != ConsentCapacity.ParentWithResponsibility)
                .Select(capacity => Term.Not($"consent{number}-by-{Codes<ConsentCapacity>.Of(capacity)}")))))),
        Term.Or(claim.Opening.Where(rule => rule.Step == Step.Consent)
            .Select(rule => Claim.InAnyCell(cell => claim.First.Rules.Opens(rule, cell)))));

    private static string OutsideScope(Claim claim, MemberSet<Basis> bases, string evidence, string scope) => Term.Or(claim.Opening
        .Where(rule => rule.Bases.Meets(bases) && (rule.Bases - bases).IsEmpty)
        .Select(rule => Claim.InAnyCell(cell => Term.And(
            claim.First.GivenBy(rule, cell),
            rule.Outcome == Outcome.RouteToHuman ? Term.False : Term.True,
            Term.Not(Term.And(evidence, Term.Bit(scope, (int)cell)))))));
}
