using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace Taushet.Core.Vocabulary;

/// <summary>Codes and members of one vocabulary enum, both ways. Codes are compared ordinally.</summary>
/// <typeparam name="T">A vocabulary enum.</typeparam>
public static class Codes<T>
    where T : struct, Enum
{
    private static readonly FrozenDictionary<T, string> CodeByMember = Enum.GetValues<T>()
        .ToFrozenDictionary(member => member, CodeFrom);

    private static readonly FrozenDictionary<string, T> MemberByCode = CodeByMember
        .ToFrozenDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);

    // Enum.TryParse would also take numbers, blanks and lists ("Pull, Push" is the number of Asked).
    private static readonly FrozenDictionary<string, T> MemberByIdentifier = CodeByMember.Keys
        .ToFrozenDictionary(member => member.ToString(), StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, T>.AlternateLookup<ReadOnlySpan<char>> MemberBySpan =
        MemberByCode.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>All members, ascending.</summary>
    public static IReadOnlyList<T> Members { get; } = Enum.GetValues<T>();

    /// <summary>The code of a defined member.</summary>
    public static string Of(T member) => CodeByMember[member];

    /// <summary>The member with a code, or with an identifier (<c>GeneralPractitioner</c>).</summary>
    /// <returns>False when there is none; the member is then undefined.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out T member)
    {
        member = default;
        return text is not null
            && (MemberByCode.TryGetValue(text, out member) || MemberByIdentifier.TryGetValue(text, out member));
    }

    /// <summary>The member with a code, for text that is not worth a string.</summary>
    /// <returns>False when there is none; the member is then undefined.</returns>
    public static bool TryParse(ReadOnlySpan<char> code, out T member) => MemberBySpan.TryGetValue(code, out member);

    private static string CodeFrom(T member) =>
        typeof(T).GetField(member.ToString())!.GetCustomAttribute<CodeAttribute>()!.Code;
}
