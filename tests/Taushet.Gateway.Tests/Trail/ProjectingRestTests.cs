using Taushet.Gateway.Trail;

namespace Taushet.Gateway.Tests.Trail;

public sealed class ProjectingRestTests
{
    [Theory]
    [InlineData(0, false, 0)]
    [InlineData(0, true, 0)]
    [InlineData(100, false, 0.9)]
    [InlineData(1000, false, 9)]
    [InlineData(6000, false, 9)]
    [InlineData(6000, true, 1)]
    [InlineData(-1000, false, 0)]
    public void After_AFullStep_RestsTheLongerTheFasterTheLogGrows(long grown, bool far, double times) =>
        ProjectingRest.After(grown, added: 1000, far).ShouldBe(times, tolerance: 0.001);
}
