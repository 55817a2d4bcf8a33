namespace Taushet.Storage.Ports;

/// <summary>Remembers which proofs of possession (DPoP, RFC 9449) were used, for every gateway on the same store.</summary>
public interface IProofStore
{
    /// <summary>Uses a proof up. Of all who use the same proof, on whichever gateway, exactly one is the first.</summary>
    /// <param name="proof">The proof.</param>
    /// <param name="cancellation">Cancels the waiting; the proof may be used up all the same.</param>
    /// <returns>What became of it. Never throws for a failing store.</returns>
    ValueTask<ProofUseResult> UseAsync(ProofUse proof, CancellationToken cancellation);
}

/// <summary>One use of a proof.</summary>
/// <param name="Hash">SHA-256 over the key's thumbprint and the proof's id, 32 bytes.</param>
/// <param name="Issued">When the proof says that it was made.</param>
/// <param name="Expires">From when on it would be refused for its age, and so need not be remembered.</param>
/// <param name="Now">The instant of the use.</param>
public readonly record struct ProofUse(byte[] Hash, DateTimeOffset Issued, DateTimeOffset Expires, DateTimeOffset Now);

/// <summary>What became of the use of a proof.</summary>
public enum ProofUseResult
{
    /// <summary>It had not been used.</summary>
    First,

    /// <summary>It had been used.</summary>
    Replayed,

    /// <summary>The store cannot tell: the proof must be refused.</summary>
    Unavailable,
}
