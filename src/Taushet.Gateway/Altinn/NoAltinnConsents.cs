namespace Taushet.Gateway.Altinn;

/// <summary>A gateway that is told of no issuer of consent tokens takes none.</summary>
internal sealed class NoAltinnConsents : IAltinnConsents
{
    /// <inheritdoc/>
    public ValueTask<AltinnReading> ReadAsync(string token, AltinnExpectation expected, CancellationToken cancellation) =>
        ValueTask.FromResult(new AltinnReading(Consent: null, [new AltinnFault(string.Empty, "cannot be taken: this gateway takes no consent tokens")]));
}
