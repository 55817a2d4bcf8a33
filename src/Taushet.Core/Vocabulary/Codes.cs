using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace Taushet.Core.Vocabulary;

/// <summary>Codes and members of one vocabulary enum, both ways. Codes are compared ordinally.</summary>
/// <remarks>
/// Keyed by number and by text only, never by the enum itself: every other key would be compiled anew for each of some forty
/// enums, which was half the time that a gateway took to load its rules.
/// </remarks>
/// <typeparam name="T">A vocabulary enum, whose numbers are small.</typeparam>
public static class Codes<T>
    where T : struct, Enum
{
    private static readonly T[] All = Enum.GetValues<T>();

    // The code of the member with a number, at that number's place.
    private static readonly string?[] CodeByNumber = CodesByNumber();

    private static readonly Dictionary<string, int> PlaceByCode = Places(CodeFrom);

    // Enum.TryParse would also take numbers, blanks and lists ("Pull, Push" is the number of Asked).
    private static readonly Dictionary<string, int> PlaceByIdentifier = Places(member => member.ToString());

    private static readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> PlaceBySpan =
        PlaceByCode.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>All members, ascending.</summary>
    public static IReadOnlyList<T> Members => All;

    /// <summary>The code of a defined member.</summary>
    /// <exception cref="KeyNotFoundException">The member is not defined.</exception>
    public static string Of(T member)
    {
        var number = MemberNumber.Of(member);
        return (uint)number < (uint)CodeByNumber.Length && CodeByNumber[number] is { } code
            ? code
            : throw new KeyNotFoundException($"{typeof(T).Name} has no member of number {number}.");
    }

    /// <summary>The member with a code, or with an identifier (<c>GeneralPractitioner</c>).</summary>
    /// <returns>False when there is none; the member is then undefined.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out T member)
    {
        member = default;
        return text is not null
            && (Found(PlaceByCode.TryGetValue(text, out var place), place, ref member)
                || Found(PlaceByIdentifier.TryGetValue(text, out place), place, ref member));
    }

    /// <summary>The member with a code, for text that is not worth a string.</summary>
    /// <returns>False when there is none; the member is then undefined.</returns>
    public static bool TryParse(ReadOnlySpan<char> code, out T member)
    {
        member = default;
        return Found(PlaceBySpan.TryGetValue(code, out var place), place, ref member);
    }

    private static bool Found(bool found, int place, ref T member)
    {
        if (found)
        {
            member = All[place];
        }

        return found;
    }

    private static string?[] CodesByNumber()
    {
        var codes = new string?[MemberNumber.Of(All[^1]) + 1];
        foreach (var member in All)
        {
            codes[MemberNumber.Of(member)] = CodeFrom(member);
        }

        return codes;
    }

    private static Dictionary<string, int> Places(Func<T, string> text)
    {
        var places = new Dictionary<string, int>(All.Length, StringComparer.Ordinal);
        for (var place = 0; place < All.Length; place++)
        {
            places.Add(text(All[place]), place);
        }

        return places;
    }

    private static string CodeFrom(T member) =>
        typeof(T).GetField(member.ToString())!.GetCustomAttribute<CodeAttribute>()!.Code;
}
