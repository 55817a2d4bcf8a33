using Taushet.Storage.Ports;

namespace Taushet.Gateway.Registration;

/// <summary>Where the embedding host brings no copy of the organisation registry.</summary>
internal sealed class NoOrganisationRegistry : IOrganisationRegistry
{
    /// <inheritdoc/>
    public ValueTask<UnitLookup> FindAsync(string number, CancellationToken cancellation) =>
        new(new UnitLookup(Available: true, HasCopy: false, Unit: null));

    /// <inheritdoc/>
    public Task WriteAsync(IReadOnlyCollection<RegisteredUnit> units, DateTimeOffset seen, CancellationToken cancellation) =>
        throw new NotSupportedException("There is nowhere to write to.");

    /// <inheritdoc/>
    public Task<int> CompleteAsync(bool subUnits, DateTimeOffset seen, DateOnly day, CancellationToken cancellation) =>
        throw new NotSupportedException("There is nowhere to write to.");
}
