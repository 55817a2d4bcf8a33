using Taushet.Core.Policies;
using Taushet.Core.Vocabulary;

namespace Taushet.Policies.Assurance.Proving;

/// <summary>Every rule of one decision as terms: whether it applies, and which cells it opens or closes.</summary>
internal sealed class RuleForms
{
    private static readonly ServiceSet Guardians = ServiceSet.Of(
        Service.ParentWithResponsibility,
        Service.ParentWithoutResponsibility,
        Service.FosterParentOrInstitution);

    private readonly PolicySet policies;
    private readonly Script script;
    private readonly Func<string, string> read;
    private readonly FactTerms facts;
    private readonly NecessityForm necessity;
    private readonly List<(ConsentForm Form, ConsentTerms Terms, string Covers)> consents;
    private readonly Dictionary<string, string> applies = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Rule, Cell Cell), string> opens = [];

    public RuleForms(PolicySet policies, Script script, Func<string, string> read)
    {
        (this.policies, this.script, this.read) = (policies, script, read);
        facts = new FactTerms(script, read);
        necessity = new NecessityForm(policies, script, this, read);
        consents = [.. Enumerable.Range(1, Proving.Inputs.Consents)
            .Select(number => new ConsentForm(number, policies, script, facts, read))
            .Select(form => (form, form.Terms(), script.Named(form.Covers(), "covers")))];
        Opening = [.. policies.Rules.Where(rule => rule.Step is Step.Duty or Step.Opening or Step.Consent or Step.Anonymised)];
    }

    /// <summary>The rules that open.</summary>
    public List<Rule> Opening { get; }

    public IEnumerable<Rule> On(Step step) => policies.Rules.Where(rule => rule.Step == step);

    public string IsIn(string party, ServiceSet services) => services == ServiceSet.All ? Term.True : script.Named(
        Term.Or(services.ToList().Select(service => Term.Is(read(party), (int)service, Proving.Inputs.Code))),
        party);

    public string IsFlow(Flow flow) => Term.Is(read("flow"), (int)flow, Proving.Inputs.Code);

    /// <summary>Whether the rule applies: a duty or opening with its condition True, what closes unless it is False.</summary>
    /// <remarks>A consent rule applies when it is tried; each consent is tested by itself.</remarks>
    public string Applies(Rule rule)
    {
        if (!applies.TryGetValue(rule.Id, out var term))
        {
            term = script.Named(Term.And(Concerns(rule), Tried(rule), Holds(rule)), $"applies-{rule.Id}");
            applies[rule.Id] = term;
        }

        return term;
    }

    /// <summary>Whether the rule opens the cell.</summary>
    public string Opens(Rule rule, Cell cell)
    {
        if (!(rule.Cells | rule.Relevant).Contains(cell))
        {
            return Term.False;
        }

        if (!opens.TryGetValue((rule.Id, cell), out var term))
        {
            term = script.Named(OpensNow(rule, cell), $"opens-{rule.Id}-{(int)cell}");
            opens[(rule.Id, cell)] = term;
        }

        return term;
    }

    /// <summary>Whether a rule of the step closes the cell.</summary>
    public string Closed(Step step, Cell cell) => script.Named(
        Term.Or(On(step).Where(rule => rule.Cells.Contains(cell)).Select(Applies)),
        $"closed-{(int)cell}");

    /// <summary>Whether evidence of a kind that implies the basis is there, whatever is asserted.</summary>
    public string Implied(Basis basis) => basis switch
    {
        Basis.BarnevernOrder => read("has-order"),
        Basis.DutyToReport => read("has-report"),
        Basis.DutyToAvert => read("has-avert"),
        Basis.EmergencyNotice => read("has-danger"),
        Basis.PregnancyNotice => read("has-pregnancy"),
        Basis.FeedbackToReporter => read("has-feedback"),
        _ => Term.False,
    };

    private string OpensNow(Rule rule, Cell cell)
    {
        var necessary = rule.Step == Step.Duty ? necessity.UnderDuty(rule, cell) : necessity.ForOpening(rule, cell);
        var open = Term.And(Applies(rule), necessary, InScope(rule, cell), NotObjected(rule, cell), NotKept(rule, cell));
        if (rule.Step == Step.Duty)
        {
            return open;
        }

        var passes = Term.And(
            open,
            Term.Not(Closed(Step.RoutingShield, cell)),
            Term.And(On(Step.SoftShield).Where(shield => shield.IsBlanketShield).Select(shield => Term.Not(Applies(shield)))),
            rule.Cells.Contains(cell) ? Term.Not(Closed(Step.SoftShield, cell)) : Term.True);
        return rule.Step != Step.Consent ? passes : Term.And(passes, Term.Or(consents.Select(consent => Term.And(
            consent.Covers,
            facts.Of(rule.When, atDuties: false, consent.Terms).IsTrue,
            consent.Form.Gives(cell)))));
    }

    private string Concerns(Rule rule) => Term.And(
        IsIn("holder", rule.Holders),
        IsIn("receiver", rule.Receivers),
        Term.Or(rule.Flows.ToList().Select(IsFlow)),
        ConsentForm.InForce(read, rule.From, rule.To));

    private string Asserted(Basis basis) => Term.Bit(read("asserted"), (int)basis);

    private string Tried(Rule rule) => rule.Step switch
    {
        Step.Duty => Term.And(
            rule.OwnInitiative ? Term.Not(IsFlow(Flow.Pull)) : Term.True,
            rule.Bases.IsEmpty
                ? Term.True
                : Term.Or(rule.Bases.ToList().Select(basis => Term.Or(Asserted(basis), Implied(basis))))),
        Step.Notice when rule.Bases.IsEmpty => Term.True,
        Step.Opening or Step.Consent or Step.Anonymised => Term.And(
            Term.Or(rule.Bases.ToList().Select(Asserted)),
            Term.And(On(Step.Recipient).Where(limit => !limit.ComesWith.Contains(rule.Id)).Select(limit => Term.Not(Applies(limit))))),
        Step.Notice => Term.Or(rule.Bases.ToList().Select(Asserted)),
        Step.RoutingShield or Step.SoftShield or Step.Recipient or Step.Base or Step.Endangerment or Step.Obligation => Term.True,
    };

    private string Holds(Rule rule)
    {
        var truth = rule.Step == Step.Consent ? default : facts.Of(rule.When, atDuties: rule.Step == Step.Duty);
        return rule.Step switch
        {
            Step.Consent => Term.True,
            Step.Duty when rule.OwnInitiative => Term.Not(truth.IsFalse),
            Step.Duty or Step.Opening or Step.Anonymised => Term.And(truth.IsTrue, Read(rule)),
            Step.Base or Step.Notice or Step.Endangerment or Step.Obligation => Term.Not(truth.IsFalse),
            Step.RoutingShield or Step.SoftShield or Step.Recipient => Term.Not(truth.IsFalse),
        };
    }

    private static bool YieldsToSecrecy(Rule rule) => rule.YieldsToObjection || rule.Step != Step.Duty;

    /// <summary>Whether everything the rule yields to could be read.</summary>
    private string Read(Rule rule) => Term.And(
        rule.YieldsToObjection ? Term.Or(IsIn("receiver", Guardians), read("known-objections")) : Term.True,
        YieldsToSecrecy(rule) ? Term.Or(Term.Not(IsIn("receiver", Guardians)), read("known-secrecies")) : Term.True);

    private string NotObjected(Rule rule, Cell cell) => rule.YieldsToObjection
        ? Term.Or(IsIn("receiver", Guardians), Term.And(read("known-objections"), Term.Not(Term.Bit(read("objected"), (int)cell))))
        : Term.True;

    private string NotKept(Rule rule, Cell cell) => YieldsToSecrecy(rule)
        ? Term.And(
            Term.Or(Term.Not(IsIn("receiver", Guardians)), read("known-secrecies")),
            Term.Not(Term.And(read("known-secrecies"), Term.Bit(read("kept-from-receiver"), (int)cell))))
        : Term.True;

    private string InScope(Rule rule, Cell cell) => rule.Within switch
    {
        Scope.None or Scope.Consent => Term.True,
        Scope.Order => Term.And(read("has-order"), Term.Bit(read("order-scope"), (int)cell)),
        Scope.Authority => Term.And(read("has-authority"), Term.Bit(read("authority-scope"), (int)cell)),
        Scope.Mandate => Term.And(read("has-mandate"), Term.Bit(read("mandate-scope"), (int)cell)),
    };
}
