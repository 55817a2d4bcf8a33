using Taushet.Core.Vocabulary;

namespace Taushet.Storage.Ports;

/// <summary>Which organisation is which service.</summary>
public interface IParticipantStore
{
    /// <summary>Finds a registration in force.</summary>
    /// <param name="organisation">Nine digits.</param>
    /// <param name="unit">Nine digits, or empty.</param>
    /// <param name="service">The service.</param>
    /// <param name="date">The date in Oslo.</param>
    /// <param name="cancellation">Cancels the read.</param>
    /// <returns>What was found; <see cref="ParticipantLookup.Available"/> is false when the store could not be read.</returns>
    ValueTask<ParticipantLookup> FindAsync(
        string organisation,
        string unit,
        Service service,
        DateOnly date,
        CancellationToken cancellation);

    /// <summary>Finds the scopes of the integrations in force.</summary>
    /// <returns>What was found; <see cref="IntegrationLookup.Available"/> is false when the store could not be read.</returns>
    ValueTask<IntegrationLookup> FindScopesAsync(IntegrationQuery query, CancellationToken cancellation);
}

/// <summary>The answer to a look-up of a participant.</summary>
/// <param name="Available">Whether the register could be read.</param>
/// <param name="Participant">The registration, or null when there is none.</param>
public readonly record struct ParticipantLookup(bool Available, Participant? Participant);

/// <summary>An organisation's registration as a service.</summary>
/// <param name="Organisation">Nine digits.</param>
/// <param name="Unit">Nine digits, or empty.</param>
/// <param name="Service">The service.</param>
/// <param name="Form">How the unit is organised.</param>
/// <param name="Name">The unit's name, for people.</param>
/// <param name="Telephone">Where a human answers; empty when none is registered.</param>
/// <param name="SourceAddress">Where its sector system answers SourceService, or null when it has none.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day, or null.</param>
public sealed record Participant(
    string Organisation,
    string Unit,
    Service Service,
    ServiceForm Form,
    string Name,
    string Telephone,
    Uri? SourceAddress,
    DateOnly From,
    DateOnly? To);
