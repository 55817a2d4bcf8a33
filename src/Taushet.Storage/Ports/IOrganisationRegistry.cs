using System.Collections.Immutable;

namespace Taushet.Storage.Ports;

/// <summary>
/// A copy of the organisation registry (Enhetsregisteret). What participants are registered as is held against it; nothing in it
/// makes anybody a participant.
/// </summary>
public interface IOrganisationRegistry
{
    /// <summary>Finds a unit by its number.</summary>
    ValueTask<UnitLookup> FindAsync(string number, CancellationToken cancellation);

    /// <summary>Takes what the registry says of units, in one transaction: each in place of what was known of it.</summary>
    /// <param name="units">The units; each number once.</param>
    /// <param name="seen">When the file was read that says so.</param>
    /// <param name="cancellation">Cancels the write before it begins.</param>
    /// <exception cref="System.Data.Common.DbException">It is not known to be written.</exception>
    Task WriteAsync(IReadOnlyCollection<RegisteredUnit> units, DateTimeOffset seen, CancellationToken cancellation);

    /// <summary>Marks as deleted what a complete file no longer had.</summary>
    /// <param name="subUnits">Whether the file had sub-units (underenheter) or main units (enheter).</param>
    /// <param name="seen">When the file was read: what was seen before it is not in it.</param>
    /// <param name="day">The day they are deleted from.</param>
    /// <param name="cancellation">Cancels the write before it begins.</param>
    /// <returns>How many were marked.</returns>
    Task<int> CompleteAsync(bool subUnits, DateTimeOffset seen, DateOnly day, CancellationToken cancellation);
}

/// <summary>A unit of the organisation registry, as far as it matters here.</summary>
/// <param name="Number">Nine digits.</param>
/// <param name="Name">Its name; empty for a person's own business, which bears the person's name.</param>
/// <param name="Form">The code of its form (KOMM, ORGL, AS, BEDR ...).</param>
/// <param name="Parent">The unit it is part of, nine digits, or empty.</param>
/// <param name="Municipality">The number of the municipality it lies in, four digits, or empty.</param>
/// <param name="Industries">Its industry codes (næringskode), the main one first; at most three.</param>
/// <param name="DeletedFrom">The day it was deleted or closed, or null.</param>
/// <param name="BankruptFrom">The day it went bankrupt or began to be wound up, or null.</param>
public sealed record RegisteredUnit(
    string Number,
    string Name,
    string Form,
    string Parent,
    string Municipality,
    ImmutableArray<string> Industries,
    DateOnly? DeletedFrom,
    DateOnly? BankruptFrom)
{
    /// <summary>Whether it is a sub-unit (underenhet), by its form.</summary>
    public bool IsSubUnit => Form is "BEDR" or "AAFY";
}

/// <summary>The answer to a look-up of a unit.</summary>
/// <param name="Available">Whether the store could be read.</param>
/// <param name="HasCopy">Whether there is a copy of the registry at all.</param>
/// <param name="Unit">The unit, or null when the copy has none of this number.</param>
public readonly record struct UnitLookup(bool Available, bool HasCopy, RegisteredUnit? Unit);
