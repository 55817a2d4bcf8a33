using Taushet.Core.Requests;

namespace Taushet.Core.Tests.Requests;

public sealed class KnownTests
{
    [Fact]
    public void Unknown_Default_HasNoValue()
    {
        Known<bool> fact = default;

        fact.IsKnown.ShouldBeFalse();
        fact.ShouldBe(Known<bool>.Unknown);
        fact.ShouldNotBe<Known<bool>>(false, "unknown is never the same as false");
        Should.Throw<InvalidOperationException>(() => fact.Value);
        fact.Or(true).ShouldBeTrue();
        fact.ToString().ShouldBe("unknown");
    }

    [Fact]
    public void Known_Value_IsItself()
    {
        Known<int> fact = 7;

        fact.IsKnown.ShouldBeTrue();
        fact.Value.ShouldBe(7);
        fact.Or(8).ShouldBe(7);
        fact.ToString().ShouldBe("7");
    }
}
