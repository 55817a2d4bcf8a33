using System.Collections.Immutable;
using Taushet.Core.Decisions;
using Taushet.Core.Policies;
using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Tests.Building;

/// <summary>A made-up law, a request and a child: what one property is tried on.</summary>
internal sealed record World(PolicySet Law, Request Request, Facts Facts)
{
    private static readonly PurposeNeeds[] Needs =
    [
        new(Purpose.ChangeOfSchool, ServiceSet.All, [(Need.Teach, AnyRule.Pool), (Need.Treat, CellSet.Of(Cell.Incident))]),
        new(Purpose.Aftercare, ServiceSet.Of(Service.Barnevern), [(Need.Teach, CellSet.Of(Cell.Address, Cell.Finances))]),
    ];

    public ImmutableArray<Rule> Rules => Law.Rules;

    public bool TowardsAService => Request.Receiver.Service == Service.Barnevern;

    public Decision Decide() => Decider.Decide(Request, Facts, Law);

    public World With(IEnumerable<Rule> rules) => this with { Law = LawOf(rules, Law.Givers) };

    public Decision Without(Func<Rule, bool> left) => With(Rules.Where(rule => !left(rule))).Decide();

    public static PolicySet LawOf(IEnumerable<Rule> rules, IEnumerable<GiverRule> givers) => new("hash", rules, givers, Needs);

    /// <summary>The rules, the request and the facts in short, for a failing property's message.</summary>
    public override string ToString() => string.Join(
        '\n',
        [
            .. Rules.Select(rule => $"{rule.Step} {rule.Id} {rule.Outcome} [{rule.Cells}] [{rule.Relevant}] {rule.When}"),
            $"{Request.Flow} to {Request.Receiver.Service} [{Request.Needs.All}] {Request.Purpose}",
            $"{Facts}",
        ]);
}
