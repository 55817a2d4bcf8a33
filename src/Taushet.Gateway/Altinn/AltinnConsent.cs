using System.Collections.Immutable;
using Taushet.Core.Vocabulary;

namespace Taushet.Gateway.Altinn;

/// <summary>A consent that a valid token of Altinn shows.</summary>
/// <param name="Id">Its id at Altinn: the reference of the evidence.</param>
/// <param name="ByChild">Whether the child gave it itself.</param>
/// <param name="ConsentedAt">When it was given.</param>
/// <param name="From">First day of a record that rests on it.</param>
/// <param name="To">Last day: the last one that ends before the consent does.</param>
/// <param name="Receiver">The organisation it was given to.</param>
/// <param name="Rights">
/// What was consented to, each right with a scope of its own. They are never put together: cells of one with purposes of another would
/// be more than anybody consented to.
/// </param>
public sealed record AltinnConsent(
    Guid Id,
    bool ByChild,
    DateTimeOffset ConsentedAt,
    DateOnly From,
    DateOnly To,
    string Receiver,
    ImmutableArray<AltinnScope> Rights)
{
    /// <summary>How an event names the evidence.</summary>
    public string Reference => $"altinn {Id:D}";
}

/// <summary>What one resource of Altinn means here.</summary>
/// <param name="Resource">The resource's id at Altinn.</param>
/// <param name="Area">The area of law.</param>
/// <param name="Holders">Whose information.</param>
/// <param name="Receivers">The services of the receiver.</param>
/// <param name="Cells">What, categories widened.</param>
/// <param name="Purposes">What for.</param>
public sealed record AltinnScope(
    string Resource,
    ConsentArea Area,
    ServiceSet Holders,
    ServiceSet Receivers,
    CellSet Cells,
    MemberSet<Purpose> Purposes);
