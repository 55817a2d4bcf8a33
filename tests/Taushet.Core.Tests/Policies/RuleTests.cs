using Taushet.Core.Tests.Building;

namespace Taushet.Core.Tests.Policies;

public sealed class RuleTests
{
    [Fact]
    public void InForceOn_BothEnds_Included()
    {
        var rule = Rules.Duty("d") with { From = new DateOnly(2026, 1, 1), To = new DateOnly(2026, 6, 30) };

        rule.InForceOn(new DateOnly(2025, 12, 31)).ShouldBeFalse();
        rule.InForceOn(rule.From).ShouldBeTrue();
        rule.InForceOn(new DateOnly(2026, 6, 30)).ShouldBeTrue();
        rule.InForceOn(new DateOnly(2026, 7, 1)).ShouldBeFalse();
        (rule with { To = null }).InForceOn(DateOnly.MaxValue).ShouldBeTrue();
    }
}
