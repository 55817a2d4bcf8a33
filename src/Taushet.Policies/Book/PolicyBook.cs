using System.Collections.Immutable;
using Taushet.Core.Policies;
using Taushet.Policies.Reading;

namespace Taushet.Policies.Book;

/// <summary>A loaded, validated policy folder.</summary>
public sealed class PolicyBook
{
    internal PolicyBook(Groups groups, CitationReader citations)
    {
        Groups = groups;
        Citations = citations;
    }

    /// <summary>The rule book that decides.</summary>
    public required PolicySet Policies { get; init; }

    /// <summary>Its canonical content, whose SHA-256 is the set's hash: enough to load it again.</summary>
    public required ReadOnlyMemory<byte> Content { get; init; }

    /// <summary>The acts that rules may cite, in the order of the file.</summary>
    public required ImmutableArray<Act> Acts { get; init; }

    /// <summary>The glossary, in the order of the file.</summary>
    public required ImmutableArray<Term> Glossary { get; init; }

    /// <summary>The rules of adopted acts that nobody has set a date for, in the order of the files. They decide nothing.</summary>
    public required ImmutableArray<Rule> Undated { get; init; }

    /// <summary>The rules whose law a jurist must settle, in the order of file and line.</summary>
    public required ImmutableArray<Doubt> Doubts { get; init; }

    internal Groups Groups { get; }

    internal CitationReader Citations { get; }
}
