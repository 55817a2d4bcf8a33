using Taushet.Core.Vocabulary;

namespace Taushet.Core.Trail.Reading;

/// <summary>One line of codes: its name, then words that are separated by spaces.</summary>
internal ref struct CodeLine
{
    private ReadOnlySpan<char> rest;

    public CodeLine(ReadOnlySpan<char> line)
    {
        rest = line;
        Name = Next();
    }

    /// <summary>The line's name.</summary>
    public ReadOnlySpan<char> Name { get; }

    /// <summary>The next word.</summary>
    public string Word() => Next().ToString();

    /// <summary>The next word, as a member of the vocabulary.</summary>
    public T Member<T>()
        where T : struct, Enum =>
        Codes<T>.TryParse(Next(), out var member)
            ? member
            : throw new FormatException($"A recorded decision has a {typeof(T).Name} that is not in the vocabulary.");

    /// <summary>Every word that is left, as cells.</summary>
    public CellSet Cells()
    {
        var cells = CellSet.Empty;
        while (!rest.IsEmpty)
        {
            cells |= CellSet.Of(Member<Cell>());
        }

        return cells;
    }

    private ReadOnlySpan<char> Next()
    {
        var end = rest.IndexOf(' ');
        var word = end < 0 ? rest : rest[..end];
        rest = end < 0 ? default : rest[(end + 1)..];
        return word;
    }
}
