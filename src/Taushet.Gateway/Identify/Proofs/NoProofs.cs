using Taushet.Storage.Ports;

namespace Taushet.Gateway.Identify.Proofs;

/// <summary>The store of a host that has brought none: it cannot tell of any proof whether it was used.</summary>
internal sealed class NoProofs : IProofStore
{
    /// <inheritdoc/>
    public ValueTask<ProofUseResult> UseAsync(ProofUse proof, CancellationToken cancellation) =>
        ValueTask.FromResult(ProofUseResult.Unavailable);
}
