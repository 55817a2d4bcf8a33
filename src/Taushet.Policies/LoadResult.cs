using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Taushet.Policies.Book;
using Taushet.Policies.Faults;

namespace Taushet.Policies;

/// <summary>A loaded book, or everything that is wrong with the folder; never both.</summary>
public sealed record LoadResult
{
    internal LoadResult(PolicyBook? book, ImmutableArray<Fault> faults)
    {
        Book = book;
        Faults = faults;
    }

    /// <summary>The book, or null when there are faults.</summary>
    public PolicyBook? Book { get; }

    /// <summary>Every fault, by file, line and column; empty when the folder loaded.</summary>
    public ImmutableArray<Fault> Faults { get; }

    /// <summary>Whether the folder loaded.</summary>
    [MemberNotNullWhen(true, nameof(Book))]
    public bool Succeeded => Book is not null;
}
