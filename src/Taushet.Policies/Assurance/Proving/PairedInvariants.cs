using Taushet.Core.Policies;
using Taushet.Core.Vocabulary;

namespace Taushet.Policies.Assurance.Proving;

/// <summary>The sentences of law 13.3 that hold two decisions against each other, which differ in one thing.</summary>
internal static class PairedInvariants
{
    private static readonly CellSet HeartOfAReport =
        CellSet.Of(Cell.Identity, Cell.IdentityNationalNumber, Cell.Incident, Cell.ThirdPersonGuardians);

    private static readonly CellSet OnOthers = CellCategories.WithTopics(Cell.ThirdPerson);

    private static readonly Basis[] OwnDuties = [Basis.DutyToReport, Basis.DutyToAvert, Basis.EmergencyNotice];

    private static readonly string[] ShieldFacts =
    [
        "known-grading", "grading", "known-hidden_address", "hidden_address", "known-contact_ban", "contact_ban",
        "known-objections", "objected", "known-secrecies", "kept-from-receiver", "kept-here",
    ];

    public static readonly IReadOnlyList<Invariant> All =
    [
        new(2, "", "Adding a samarbeidsplikt claim never changes an outcome.",
            claim => Changes(claim, claim.Again(("asserted", Claim.AssertedWith(Basis.DutyToCooperate))))),
        new(3, "", "Withdrawing consent never turns WITHHOLD into either MAY, and never affects MUST.",
            claim =>
            {
                var without = WithoutConsents(claim);
                return Claim.InAnyCell(cell => Term.Or(
                    Term.And(Term.Or(without.May(cell), without.HolderGives(cell)), Term.Not(claim.First.Answered(cell))),
                    $"(xor {claim.First.Must(cell)} {without.Must(cell)})"));
            }),
        new(4, "", "Removing consent never affects a MUST; adding consent never adds a category outside its scope or about a person who did not consent.",
            claim =>
            {
                var without = WithoutConsents(claim);
                return Claim.InAnyCell(cell => Term.Or(
                    $"(xor {claim.First.Must(cell)} {without.Must(cell)})",
                    Term.And(
                        claim.First.Released(cell),
                        Term.Not(without.Released(cell)),
                        OnOthers.Contains(cell) ? Term.True : Term.Not(InScope(cell)))));
            }),
        new(5, "", "An organisation's decisions, standing or named, never change a MUST: not a meldeplikt, not an avvergeplikt.",
            claim =>
            {
                var without = claim.Again(
                    ("standing-scope", Claim.None(Inputs.CellWidth)), ("decided-scope", Claim.None(Inputs.CellWidth)));
                return Claim.InAnyCell(cell => Term.Or(
                    $"(xor {claim.First.Must(cell)} {without.Must(cell)})",
                    $"(xor {claim.First.ByHand(cell)} {without.ByHand(cell)})"));
            }),
        new(7, "a", "For holder FVK, hpl § 25 never applies.",
            claim => Term.And(
                Term.Is("holder", (int)Service.FamilyCounselling, Inputs.Code),
                Changes(claim, claim.Again(("asserted", Claim.AssertedWith(Basis.HealthCare)))))),
        new(7, "b", "For holder BVT, fvl § 13 b nr. 6 never applies.",
            claim => Term.And(
                Term.Is("holder", (int)Service.Barnevern, Inputs.Code),
                Changes(claim, claim.Again(("asserted", Claim.AssertedWith(Basis.CrimeReport)))))),
        new(15, "", "For a push under meldeplikt, strl § 196 or hpl § 31, adding any shield fact never removes EVT, the child's identity or the guardians' identity.",
            claim =>
            {
                var shielded = claim.AgainWithAny(ShieldFacts);
                claim.Script.Line("(assert (= (bvor kept-from-receiver!2 kept-here!2) kept-here!2))");
                claim.Script.Line($"(assert {Term.Or(Domain.Values(FactSlot.Grading).Select(value => Term.Is("grading!2", value, Inputs.Code)))})");
                return Term.And(
                    claim.First.Rules.IsFlow(Flow.Push),
                    Term.Not(claim.First.TowardsPrivate),
                    Claim.InAny(HeartOfAReport, cell => Term.And(
                        Term.Or(claim.Opening
                            .Where(rule => rule.Step == Step.Duty && rule.OwnInitiative && OwnDuties.Any(rule.Bases.Contains))
                            .Select(rule => claim.First.Rules.Opens(rule, cell))),
                        claim.First.Released(cell),
                        Term.Not(Term.And(shielded.Must(cell), Term.Not(shielded.ByHand(cell)))))));
            }),
        new(17, "a", "Changing only the asserted basis never changes a MUST set that rests on facts.",
            claim =>
            {
                var otherwise = claim.AgainWithAny("asserted");
                return Claim.InAnyCell(cell => Term.And(
                    claim.First.Must(cell),
                    Term.Or(claim.Opening
                        .Where(rule => rule is { Step: Step.Duty, Outcome: Outcome.Must })
                        .Select(rule => Term.And(claim.First.Rules.Opens(rule, cell), RestsOnFacts(claim, rule)))),
                    Term.Not(otherwise.Must(cell))));
            }),
        new(17, "b", "Dropping an asserted opening never adds a category.",
            claim =>
            {
                var dropped = claim.AgainWithAny("asserted");
                claim.Script.Line("(assert (= (bvor asserted asserted!2) asserted))");
                return Claim.InAnyCell(cell => Term.And(dropped.Released(cell), Term.Not(claim.First.Released(cell))));
            }),
    ];

    private static string Changes(Claim claim, DecisionForm again) =>
        Claim.InAnyCell(cell => DecisionForm.Differ(claim.First, again, cell));

    private static DecisionForm WithoutConsents(Claim claim) =>
        claim.Again(Enumerable.Range(1, Inputs.Consents).Select(number => ($"consent{number}-recorded", Term.False)));

    private static string InScope(Cell cell) => Term.Or(Enumerable.Range(1, Inputs.Consents)
        .Select(number => Term.And($"consent{number}-recorded", Term.Bit($"consent{number}-cells", (int)cell))));

    private static string RestsOnFacts(Claim claim, Rule rule) => rule.Bases.IsEmpty
        ? Term.True
        : Term.Or(rule.Bases.ToList().Select(claim.First.Rules.Implied));
}
