using Taushet.Core.Policies;
using Taushet.Core.Vocabulary;

namespace Taushet.Policies.Assurance.Proving;

/// <summary>One decision as terms: the compiled rules climbed step by step, one Boolean a cell and question.</summary>
/// <remarks>
/// Where an invariant compares two decisions, each is a form of its own, and they share every input that is not said to differ.
/// </remarks>
internal sealed class DecisionForm
{
    private static readonly ServiceSet Private = ServiceSet.Of(
        Service.ParentWithResponsibility,
        Service.ParentWithoutResponsibility,
        Service.Child,
        Service.FosterParentOrInstitution,
        Service.PrivatePerson);

    private readonly Script script;
    private readonly RuleForms rules;
    private readonly Dictionary<(string Question, Cell Cell), string> answers = [];

    /// <summary>Makes the form.</summary>
    /// <param name="policies">The compiled rules.</param>
    /// <param name="script">The file it is written to.</param>
    /// <param name="differing">Inputs that stand for something else in this decision, with what.</param>
    public DecisionForm(PolicySet policies, Script script, IReadOnlyDictionary<string, string>? differing = null)
    {
        this.script = script;
        string Read(string input) => differing?.GetValueOrDefault(input, input) ?? input;
        this.Inputs = Read;
        rules = new RuleForms(policies, script, Read);
    }

    /// <summary>The term of an input in this decision.</summary>
    public Func<string, string> Inputs { get; }

    public RuleForms Rules => rules;

    /// <summary>Whether the receiver is a private one.</summary>
    public string TowardsPrivate => rules.IsIn("receiver", Private);

    /// <summary>Owed, before danger to the child is looked at.</summary>
    public string OwedAtFirst(Cell cell) => Answer("owed", cell, () => Opened(cell, Outcome.Must));

    public string Must(Cell cell) => Answer("must", cell, () => Term.And(
        OwedAtFirst(cell),
        Term.Not(Danger(cell)),
        Term.Not(Term.And(TowardsPrivate, Routed(cell)))));

    /// <summary>Open to collection or by consent, owed or not.</summary>
    public string MayAtLeast(Cell cell) => Answer("may0", cell, () => Term.And(Opened(cell, Outcome.MayOnRequest), Term.Not(Danger(cell))));

    public string May(Cell cell) => Answer("may", cell, () => Term.And(MayAtLeast(cell), Term.Not(Must(cell))));

    public string HolderAtLeast(Cell cell) =>
        Answer("holder0", cell, () => Term.And(Opened(cell, Outcome.MayByHolder), Term.Not(Danger(cell))));

    public string HolderMay(Cell cell) =>
        Answer("holder", cell, () => Term.And(HolderAtLeast(cell), Term.Not(Must(cell)), Term.Not(MayAtLeast(cell))));

    public string HolderDecided(Cell cell) => Answer("decided", cell, () => Term.Or(
        Term.And(Term.Not(rules.IsFlow(Flow.Pull)), Term.Bit(Inputs("decided-scope"), (int)cell)),
        Term.And(Inputs("known-standing"), Inputs("known-purpose"), Term.Bit(Inputs("standing-scope"), (int)cell))));

    public string HolderGives(Cell cell) => Term.And(HolderMay(cell), HolderDecided(cell));

    public string RoutedToHuman(Cell cell) => Answer("human", cell, () => Term.And(
        Opened(cell, Outcome.RouteToHuman),
        Term.Not(Must(cell)),
        Term.Not(MayAtLeast(cell)),
        Term.Not(HolderGives(cell))));

    public string ByHand(Cell cell) => Answer("byhand", cell, () => Term.And(Must(cell), Routed(cell)));

    public string InSilence(Cell cell) => Answer("silent", cell, () => Term.And(
        ByHand(cell),
        rules.IsFlow(Flow.Pull),
        Term.Or(rules.On(Step.RoutingShield).Where(rule => rule.IsBlanketShield).Select(rules.Applies))));

    public string Relevant(Cell cell) => Answer("relevant", cell, () => Term.And(
        Term.Or(Must(cell), MayAtLeast(cell), HolderMay(cell)),
        Term.Not(Term.Or(
            OpenedWhole(cell, Outcome.Must),
            OpenedWhole(cell, Outcome.MayOnRequest),
            Term.And(OpenedWhole(cell, Outcome.MayByHolder), Term.Or(HolderMay(cell), HolderDecided(cell)))))));

    /// <summary>Given by the machine.</summary>
    public string Released(Cell cell) => Answer("released", cell, () => Term.Or(
        Term.And(Must(cell), Term.Not(ByHand(cell))),
        May(cell),
        HolderGives(cell)));

    /// <summary>Whether anything at all is said of the cell but silence.</summary>
    public string Answered(Cell cell) => Term.Or(Must(cell), May(cell), HolderGives(cell), RoutedToHuman(cell));

    /// <summary>Each question a decision answers of a cell, with its term.</summary>
    public IEnumerable<(string Question, string Term)> Answers(Cell cell) =>
    [
        ("must", Must(cell)), ("may", May(cell)), ("holder", HolderMay(cell)), ("decided", HolderDecided(cell)),
        ("human", RoutedToHuman(cell)), ("byhand", ByHand(cell)), ("silent", InSilence(cell)), ("relevant", Relevant(cell)),
    ];

    /// <summary>Whether two decisions differ in what they say of a cell.</summary>
    public static string Differ(DecisionForm left, DecisionForm right, Cell cell) => Term.Or(left.Answers(cell)
        .Zip(right.Answers(cell))
        .Where(pair => pair.First.Term != pair.Second.Term)
        .Select(pair => $"(xor {pair.First.Term} {pair.Second.Term})"));

    /// <summary>Whether a rule's opening of the cell is still given on its own terms.</summary>
    public string GivenBy(Rule rule, Cell cell) => Term.And(rules.Opens(rule, cell), rule.Outcome switch
    {
        Outcome.Must => Must(cell),
        Outcome.MayOnRequest => MayAtLeast(cell),
        Outcome.MayByHolder => Term.And(HolderAtLeast(cell), HolderDecided(cell)),
        Outcome.RouteToHuman => RoutedToHuman(cell),
        Outcome.Withhold => Term.False,
    });

    private string Routed(Cell cell) => rules.Closed(Step.RoutingShield, cell);

    private string Danger(Cell cell) => Term.And(TowardsPrivate, rules.Closed(Step.Endangerment, cell));

    private string Opened(Cell cell, Outcome outcome) => script.Named(
        Term.Or(rules.Opening.Where(rule => rule.Outcome == outcome).Select(rule => rules.Opens(rule, cell))),
        $"open-{(int)cell}");

    private string OpenedWhole(Cell cell, Outcome outcome) => script.Named(
        Term.Or(rules.Opening
            .Where(rule => rule.Outcome == outcome && rule.Cells.Contains(cell))
            .Select(rule => rules.Opens(rule, cell))),
        $"whole-{(int)cell}");

    private string Answer(string question, Cell cell, Func<string> term)
    {
        if (!answers.TryGetValue((question, cell), out var answer))
        {
            answer = script.Named(term(), $"{question}-{(int)cell}");
            answers[(question, cell)] = answer;
        }

        return answer;
    }
}
