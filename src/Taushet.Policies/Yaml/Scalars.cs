using System.Globalization;
using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;
using Taushet.Policies.Faults;
using YamlDotNet.RepresentationModel;

namespace Taushet.Policies.Yaml;

/// <summary>Reads dates, numbers, yes and no, and vocabulary codes.</summary>
internal static class Scalars
{
    public static DateOnly? Date(this Source source, YamlNode? node)
    {
        if (node is null || source.Word(node, "A date") is not { } text)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        source.Report(node, FaultKind.BadValue, $"'{text}' is no date.", "Write it as 2026-11-21.");
        return null;
    }

    public static int? Number(this Source source, YamlNode? node)
    {
        if (node is null || source.Word(node, "A number") is not { } text)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        source.Report(node, FaultKind.BadValue, $"'{text}' is no whole number.", "Write digits only.");
        return null;
    }

    public static bool? YesOrNo(this Source source, YamlNode? node)
    {
        if (node is null || source.Word(node, "Yes or no") is not { } text)
        {
            return null;
        }

        if (text is "yes" or "no")
        {
            return text == "yes";
        }

        source.Report(node, FaultKind.BadValue, $"'{text}' is neither yes nor no.", "Write yes or no.");
        return null;
    }

    public static T? Code<T>(this Source source, YamlNode? node)
        where T : struct, Enum
    {
        if (node is null || source.Word(node, "A code") is not { } text)
        {
            return null;
        }

        if (Codes<T>.TryParse(text, out var member))
        {
            return member;
        }

        var known = string.Join(", ", Codes<T>.Members.Select(Codes<T>.Of));
        source.Report(node, FaultKind.UnknownCode, $"'{text}' is no {typeof(T).Name}.", $"Use one of: {known}.");
        return null;
    }

    public static MemberSet<T> CodeSet<T>(this Source source, YamlNode? node)
        where T : struct, Enum
    {
        if (node is YamlScalarNode { Value: "all" })
        {
            return MemberSet<T>.Of([.. Codes<T>.Members]);
        }

        var set = default(MemberSet<T>);
        foreach (var item in source.Items(node, $"A list of {typeof(T).Name}"))
        {
            set |= source.Code<T>(item) is { } member ? MemberSet<T>.Of(member) : default;
        }

        return set;
    }

    /// <summary>Reads a fact that may be left out or written <c>unknown</c>, which is the same.</summary>
    public static Known<bool> KnownYesOrNo(this Source source, YamlNode? node) =>
        !IsUnknown(node) && source.YesOrNo(node) is { } value ? value : Known<bool>.Unknown;

    public static Known<int> KnownNumber(this Source source, YamlNode? node) =>
        !IsUnknown(node) && source.Number(node) is { } value ? value : Known<int>.Unknown;

    public static Known<T> KnownCode<T>(this Source source, YamlNode? node)
        where T : struct, Enum =>
        !IsUnknown(node) && source.Code<T>(node) is { } value ? value : Known<T>.Unknown;

    private static bool IsUnknown(YamlNode? node) => node is null or YamlScalarNode { Value: "unknown" };
}
