using System.Reflection;
using Taushet.Core.Policies;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Tests.Vocabulary;

public sealed class CodesTests
{
    public static TheoryData<Type> Vocabularies() => [.. typeof(Rule).Assembly.GetTypes()
        .Where(type => type.IsEnum && type.GetFields().Any(field => field.IsDefined(typeof(CodeAttribute))))];

    [Theory]
    [MemberData(nameof(Vocabularies))]
    public void Codes_OfAVocabulary_OnePerMemberAndNoneTwice(Type vocabulary)
    {
        var codes = vocabulary.GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => field.GetCustomAttribute<CodeAttribute>()?.Code)
            .ToList();

        codes.ShouldAllBe(code => !string.IsNullOrEmpty(code));
        codes.ShouldBeUnique();
    }

    [Fact]
    public void TryParse_CodeOrIdentifier_TheMember()
    {
        foreach (var cell in Codes<Cell>.Members)
        {
            Codes<Cell>.TryParse(Codes<Cell>.Of(cell), out var byCode).ShouldBeTrue();
            Codes<Cell>.TryParse(cell.ToString(), out var byName).ShouldBeTrue();
            (byCode, byName).ShouldBe((cell, cell));
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("1")]
    [InlineData("+1")]
    [InlineData("PULL")]
    [InlineData("Pull ")]
    [InlineData(" Pull")]
    [InlineData("Pull, Push")]
    [InlineData("Pull,Push")]
    public void TryParse_AnythingElse_No(string? text)
    {
        Codes<Flow>.TryParse(text, out var member).ShouldBeFalse();
        member.ShouldBe(default);
    }
}
