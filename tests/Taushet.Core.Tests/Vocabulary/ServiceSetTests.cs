using FsCheck;
using FsCheck.Fluent;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Tests.Vocabulary;

public sealed class ServiceSetTests
{
    private static readonly Arbitrary<Service[]> Services =
        Gen.Elements<Service>(Codes<Service>.Members).ArrayOf().ToArbitrary();

    [Fact]
    public void Operations_AnyServices_AgreeWithHashSet() =>
        Prop.ForAll(Services, Services, (left, right) =>
        {
            var (l, r) = (ServiceSet.Of(left), ServiceSet.Of(right));
            l.IsEmpty.ShouldBe(left.Length == 0);
            l.ToList().ShouldBe(left.Distinct().Order());
            (l | r).ToList().ShouldBe(left.Union(right).Order());
            (l - r).ToList().ShouldBe(left.Except(right).Order());
            Codes<Service>.Members.All(service => l.Contains(service) == left.Contains(service)).ShouldBeTrue();
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void All_Vocabulary_EveryServiceInItsOwnPlace()
    {
        ServiceSet.All.ToList().ShouldBe(Codes<Service>.Members);
        Codes<Service>.Members.ShouldAllBe(service => (int)service > 0 && (int)service < 128);
    }
}
