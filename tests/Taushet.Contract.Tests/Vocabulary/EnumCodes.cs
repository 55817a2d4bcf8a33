using Google.Protobuf.Reflection;
using Taushet.V1;

namespace Taushet.Contract.Tests.Vocabulary;

/// <summary>The codes of an enum's members.</summary>
internal static class EnumCodes
{
    public static string? CodeOf(EnumValueDescriptor value) =>
        value.GetOptions() is { } options && options.HasExtension(CodeExtensions.Code)
            ? options.GetExtension(CodeExtensions.Code)
            : null;

    /// <summary>Members without a code, or with another's; and a zero member that has one, for it stands for nothing.</summary>
    public static IReadOnlyList<string> Faults(EnumDescriptor vocabulary)
    {
        var members = vocabulary.Values.Where(value => value.Number != 0).ToList();
        var without = members.Where(value => string.IsNullOrWhiteSpace(CodeOf(value)));
        var twice = members.GroupBy(CodeOf, StringComparer.Ordinal).Where(group => group.Count() > 1).SelectMany(group => group);
        var zero = vocabulary.Values.Where(value => value.Number == 0 && CodeOf(value) is not null);
        return [.. without.Concat(twice).Concat(zero).Select(value => value.FullName).Distinct(StringComparer.Ordinal)];
    }
}
