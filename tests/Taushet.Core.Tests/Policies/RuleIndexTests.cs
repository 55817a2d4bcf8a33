using Taushet.Core.Tests.Building;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Tests.Policies;

/// <summary>The index as the decider sees it: it finds what a walk over all rules finds, for every pair.</summary>
public sealed class RuleIndexTests
{
    [Fact]
    public void RulesFor_EveryPair_TheRulesThatNameBoth()
    {
        var rules = Codes<Service>.Members.Select((service, n) => Rules.Duty($"d{n}", Cell.Incident) with
        {
            Holders = n % 3 == 0 ? ServiceSet.All : ServiceSet.Of(service),
            Receivers = n % 3 == 1 ? ServiceSet.All - ServiceSet.Of(service) : ServiceSet.Of(service, Service.Police),
        }).ToArray();
        var law = Law.Of(rules);

        foreach (var (holder, receiver) in Pairs())
        {
            var expected = rules
                .Where(rule => rule.Holders.Contains(holder) && rule.Receivers.Contains(receiver))
                .Select(rule => rule.Id)
                .Order(StringComparer.Ordinal);
            var request = Asks.Pull(Cell.Incident);
            var asked = request with
            {
                Holder = request.Holder with { Service = holder },
                Receiver = request.Receiver with { Service = receiver },
            };

            law.Decides(asked).Applied.Select(applied => applied.Rule.Id).ShouldBe(expected);
        }
    }

    [Fact]
    public void Rules_AnyOrderGiven_SortedByStepThenOrdinalId()
    {
        var law = Law.Of(Rules.Base("a"), Rules.Duty("b"), Rules.Duty("B"), Rules.Duty("aa"));

        law.Rules.Select(rule => rule.Id).ShouldBe(["B", "aa", "b", "a"]);
    }

    private static IEnumerable<(Service Holder, Service Receiver)> Pairs() =>
        from holder in Codes<Service>.Members
        from receiver in Codes<Service>.Members
        select (holder, receiver);
}
