using System.Globalization;
using System.Text;
using Taushet.Core.Requests;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Trail;

/// <summary>Writes the lines of a snapshot, part by part.</summary>
internal sealed class SnapshotLines(StringBuilder text)
{
    public SnapshotLines Begin(string name)
    {
        text.Append(name);
        return this;
    }

    public void End() => text.Append('\n');

    public SnapshotLines Member<T>(T member)
        where T : struct, Enum =>
        Part(Codes<T>.Of(member));

    public SnapshotLines Member<T>(Known<T> member)
        where T : struct, Enum =>
        Part(member.IsKnown ? Codes<T>.Of(member.Value) : "?");

    public SnapshotLines Member<T>(T? member)
        where T : struct, Enum =>
        Part(member is { } value ? Codes<T>.Of(value) : "-");

    public SnapshotLines Flag(bool flag) => Part(flag ? "yes" : "no");

    public SnapshotLines Flag(Known<bool> flag) => flag.IsKnown ? Flag(flag.Value) : Part("?");

    /// <summary>Whether the child was heard, and if it was against it.</summary>
    public SnapshotLines Hearing(bool heard, bool against) =>
        against ? Part(heard ? "against" : "against-unheard") : Flag(heard);

    public SnapshotLines Number(int number)
    {
        text.Append(' ').Append(CultureInfo.InvariantCulture, $"{number}");
        return this;
    }

    public SnapshotLines Number(Known<int> number) => number.IsKnown ? Number(number.Value) : Part("?");

    public SnapshotLines Date(DateOnly date)
    {
        text.Append(' ').Append(CultureInfo.InvariantCulture, $"{date:yyyy-MM-dd}");
        return this;
    }

    public SnapshotLines Id(Guid id)
    {
        text.Append(' ').Append(CultureInfo.InvariantCulture, $"{id:N}");
        return this;
    }

    /// <summary>Text of letters and digits as it is; anything else in it as % and four hex digits.</summary>
    public SnapshotLines Text(string part)
    {
        text.Append(' ');
        if (part.Length == 0)
        {
            text.Append('-');
        }

        foreach (var letter in part)
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                text.Append(letter);
            }
            else
            {
                text.Append(CultureInfo.InvariantCulture, $"%{(int)letter:X4}");
            }
        }

        return this;
    }

    /// <summary>Cells, as the last part of a line.</summary>
    public SnapshotLines Cells(CellSet cells)
    {
        foreach (var cell in cells)
        {
            Part(Codes<Cell>.Of(cell));
        }

        return this;
    }

    /// <summary>Members, as the last part of a line.</summary>
    public SnapshotLines Members<T>(MemberSet<T> members)
        where T : struct, Enum
    {
        foreach (var member in Codes<T>.Members)
        {
            if (members.Contains(member))
            {
                Part(Codes<T>.Of(member));
            }
        }

        return this;
    }

    private SnapshotLines Part(string part)
    {
        text.Append(' ').Append(part);
        return this;
    }
}
