using System.Globalization;
using System.Text;
using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Trail;

/// <summary>Reads the parts of one line of a snapshot, in their order. Anything unexpected is a <see cref="FormatException"/>.</summary>
internal sealed class SnapshotParts(string[] parts)
{
    private int next = 1;

    public T Member<T>()
        where T : struct, Enum =>
        MemberOf<T>(Next());

    public Known<T> KnownMember<T>()
        where T : struct, Enum =>
        Next() is var part && part == "?" ? Known<T>.Unknown : MemberOf<T>(part);

    public T? MemberOrNone<T>()
        where T : struct, Enum =>
        Next() is var part && part == "-" ? null : MemberOf<T>(part);

    public bool Flag() => FlagOf(Next());

    public Known<bool> KnownFlag() => Next() is var part && part == "?" ? Known<bool>.Unknown : FlagOf(part);

    public (bool Heard, bool Against) Hearing() => Next() switch
    {
        "against" => (true, true),
        "against-unheard" => (false, true),
        var flag => (FlagOf(flag), false),
    };

    public int Number() => NumberOf(Next());

    public Known<int> KnownNumber() => Next() is var part && part == "?" ? Known<int>.Unknown : NumberOf(part);

    public DateOnly Date() => DateOnly.ParseExact(Next(), "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public Guid Id() => Guid.ParseExact(Next(), "N");

    public string Text()
    {
        var part = Next();
        if (part == "-")
        {
            return string.Empty;
        }

        var text = new StringBuilder(part.Length);
        for (var i = 0; i < part.Length; i++)
        {
            text.Append(part[i] == '%' ? Escaped(part, ref i) : part[i]);
        }

        return text.ToString();
    }

    /// <summary>Every part that is left, as cells.</summary>
    public CellSet Cells()
    {
        var cells = CellSet.Empty;
        while (next < parts.Length)
        {
            cells |= CellSet.Of(Member<Cell>());
        }

        return cells;
    }

    /// <summary>Every part that is left, as members.</summary>
    public MemberSet<T> Members<T>()
        where T : struct, Enum
    {
        var members = default(MemberSet<T>);
        while (next < parts.Length)
        {
            members |= MemberSet<T>.Of(Member<T>());
        }

        return members;
    }

    /// <summary>Requires that no part is left.</summary>
    public void End()
    {
        if (next != parts.Length)
        {
            throw new FormatException($"The snapshot's line '{parts[0]}' is too long.");
        }
    }

    private static T MemberOf<T>(string code)
        where T : struct, Enum =>
        Codes<T>.TryParse(code, out var member)
            ? member
            : throw new FormatException($"A snapshot has a {typeof(T).Name} that is not in the vocabulary.");

    private static bool FlagOf(string part) => part switch
    {
        "yes" => true,
        "no" => false,
        _ => throw new FormatException("A snapshot has a flag that is neither yes nor no."),
    };

    private static int NumberOf(string part) =>
        int.TryParse(part, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new FormatException("A snapshot has a number that is none.");

    private static char Escaped(string part, ref int at)
    {
        const int Digits = 4;
        if (at + Digits >= part.Length)
        {
            throw new FormatException("A snapshot has half an escaped letter.");
        }

        var letter = (char)ushort.Parse(
            part.AsSpan(at + 1, Digits),
            NumberStyles.AllowHexSpecifier,
            CultureInfo.InvariantCulture);
        at += Digits;
        return letter;
    }

    private string Next() =>
        next < parts.Length ? parts[next++] : throw new FormatException($"The snapshot's line '{parts[0]}' is too short.");
}
