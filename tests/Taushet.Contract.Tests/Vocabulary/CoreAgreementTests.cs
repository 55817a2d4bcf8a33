using Google.Protobuf.Reflection;
using Taushet.Core.Vocabulary;

namespace Taushet.Contract.Tests.Vocabulary;

/// <summary>The core and the contract speak one vocabulary.</summary>
public sealed class CoreAgreementTests
{
    /// <summary>Who calls is the gateway's matter; the core never sees it.</summary>
    private static readonly string[] s_contractOnly = ["CallerKind"];

    private static readonly IReadOnlyDictionary<string, EnumDescriptor> s_contractEnums =
        V1.VocabularyReflection.Descriptor.EnumTypes.ToDictionary(type => type.Name, StringComparer.Ordinal);

    public static TheoryData<string> Shared => [.. s_contractEnums.Keys.Except(s_contractOnly, StringComparer.Ordinal)];

    [Fact]
    public void Vocabulary_EveryEnumOfTheContract_IsInTheCore() =>
        s_contractEnums.Keys.Except(s_contractOnly, StringComparer.Ordinal)
            .Except(CoreAgreement.CoreEnums.Keys, StringComparer.Ordinal)
            .ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Shared))]
    public void Vocabulary_NamesNumbersAndCodes_AreTheSame(string name) =>
        CoreAgreement.MembersOf(CoreAgreement.CoreEnums[name]).ShouldBe(
            CoreAgreement.MembersOf(s_contractEnums[name]), ignoreOrder: true);

    [Fact]
    public void Vocabulary_CodedEnumsOfTheCore_AreInTheContract() =>
        CoreAgreement.CoreEnums
            .Where(core => CoreAgreement.MembersOf(core.Value).Any(member => !member.EndsWith("()", StringComparison.Ordinal)))
            .Select(core => core.Key)
            .Except(s_contractEnums.Keys, StringComparer.Ordinal)
            .ShouldBeEmpty();

    [Fact]
    public void MembersOf_EnumThatAgrees_IsTheSame() =>
        CoreAgreement.MembersOf(typeof(Same)).ShouldBe(CoreAgreement.MembersOf(s_contractEnums["Extent"]));

    [Theory]
    [InlineData(typeof(WrongNumber))]
    [InlineData(typeof(WrongName))]
    [InlineData(typeof(WrongCode))]
    [InlineData(typeof(WithoutCode))]
    public void MembersOf_EnumThatDiffers_IsNotTheSame(Type core) =>
        CoreAgreement.MembersOf(core).ShouldNotBe(CoreAgreement.MembersOf(s_contractEnums["Extent"]));

    private enum Same
    {
        [Code("all")]
        All = 1,

        [Code("relevant")]
        Relevant = 2,
    }

    private enum WrongNumber
    {
        [Code("all")]
        All = 1,

        [Code("relevant")]
        Relevant = 3,
    }

    private enum WrongName
    {
        [Code("all")]
        All = 1,

        [Code("relevant")]
        Relevance = 2,
    }

    private enum WrongCode
    {
        [Code("all")]
        All = 1,

        [Code("some")]
        Relevant = 2,
    }

    private enum WithoutCode
    {
        [Code("all")]
        All = 1,

        Relevant = 2,
    }
}
