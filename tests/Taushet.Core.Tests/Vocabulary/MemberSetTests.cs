using FsCheck;
using FsCheck.Fluent;
using Taushet.Core.Policies;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Tests.Vocabulary;

public sealed class MemberSetTests
{
    private static readonly Arbitrary<Basis[]> Bases = Gen.Elements<Basis>(Codes<Basis>.Members).ArrayOf().ToArbitrary();

    [Fact]
    public void Operations_AnyMembers_AgreeWithHashSet() =>
        Prop.ForAll(Bases, Bases, (left, right) =>
        {
            var (l, r) = (MemberSet<Basis>.Of(left), MemberSet<Basis>.Of(right));
            l.IsEmpty.ShouldBe(left.Length == 0);
            l.ToList().ShouldBe(left.Distinct().Order());
            (l | r).ToList().ShouldBe(left.Union(right).Order());
            (l & r).ToList().ShouldBe(left.Intersect(right).Order());
            (l - r).ToList().ShouldBe(left.Except(right).Order());
            l.Meets(r).ShouldBe(left.ToHashSet().Overlaps(right));
            Codes<Basis>.Members.All(basis => l.Contains(basis) == left.Contains(basis)).ShouldBeTrue();
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Members_OfEverySetInCore_FitTheirPlaces()
    {
        var used = typeof(Rule).Assembly.GetTypes()
            .SelectMany(type => type.GetProperties())
            .Select(property => property.PropertyType)
            .Where(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(MemberSet<>))
            .Select(type => type.GetGenericArguments()[0])
            .Where(member => !member.IsGenericParameter)
            .Distinct()
            .ToList();

        used.ShouldContain(typeof(Basis));
        foreach (var member in used.SelectMany(type => Enum.GetValues(type).Cast<object>()))
        {
            Convert.ToInt32(member).ShouldBeInRange(1, 63, $"{member.GetType().Name}.{member}");
        }
    }

    [Fact]
    public void EveryEnumOfCore_IsAnInt_SoThatMemberNumberReadsIt() =>
        typeof(Rule).Assembly.GetTypes()
            .Where(type => type.IsEnum && !type.IsGenericType)
            .ShouldAllBe(type => Enum.GetUnderlyingType(type) == typeof(int));
}
