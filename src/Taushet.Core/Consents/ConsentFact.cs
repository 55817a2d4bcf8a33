using System.Collections.Immutable;
using Taushet.Core.Vocabulary;

namespace Taushet.Core.Consents;

/// <summary>A recorded consent or permission as the decider reads it. Whether it is valid is decided by dated rules.</summary>
public sealed record ConsentFact
{
    /// <summary>The consent's id, which goes to the entry.</summary>
    public required Guid Id { get; init; }

    /// <summary>Its version: the number of events on it.</summary>
    public required int Version { get; init; }

    /// <summary>The area of law, which decides who may give it.</summary>
    public required ConsentArea Area { get; init; }

    /// <summary>Who has given it and not withdrawn.</summary>
    public required ImmutableArray<ConsentGiver> Givers { get; init; }

    /// <summary>The holders it names; never empty in a valid consent.</summary>
    public required ImmutableArray<ConsentParty> Holders { get; init; }

    /// <summary>The receivers it names; never empty in a valid consent.</summary>
    public required ImmutableArray<ConsentParty> Receivers { get; init; }

    /// <summary>The purposes it names; never empty in a valid consent.</summary>
    public required MemberSet<Purpose> Purposes { get; init; }

    /// <summary>The cells it names, categories widened; never empty in a valid consent.</summary>
    public required CellSet Cells { get; init; }

    /// <summary>Its first day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Its last day.</summary>
    public required DateOnly To { get; init; }

    /// <summary>Whether the child was heard; required from 7.</summary>
    public required bool ChildHeard { get; init; }

    /// <summary>Whether the child, when heard, was against it: from 12 a human must weigh that.</summary>
    public bool ChildAgainst { get; init; }
}

/// <summary>One who has given a consent.</summary>
/// <param name="Capacity">In what capacity.</param>
/// <param name="LivesWithChild">For a parent: whether the child lives permanently with that parent.</param>
public readonly record struct ConsentGiver(ConsentCapacity Capacity, bool LivesWithChild);

/// <summary>A party named in a consent.</summary>
/// <param name="Service">The service.</param>
/// <param name="Organisation">The one organisation meant, or empty for the service wherever it serves the child.</param>
public readonly record struct ConsentParty(Service Service, string Organisation);
