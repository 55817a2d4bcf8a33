namespace Taushet.Storage.Ports;

/// <summary>
/// Wraps the keys of the store anew after the wrapping key has been changed in its file. No entry is touched: what entries are sealed
/// with stays the same.
/// </summary>
public interface IWrappingKeeper
{
    /// <summary>
    /// Wraps by the key in use what the previous one has wrapped. Gateways may run meanwhile, and read what either has wrapped.
    /// </summary>
    /// <exception cref="InvalidOperationException">There is no previous key.</exception>
    Task<RewrapCount> RewrapAsync(CancellationToken cancellation);
}

/// <summary>What was wrapped anew.</summary>
/// <param name="Keys">How many keys the store has.</param>
/// <param name="Rewrapped">How many were under the previous wrapping key, and are no longer.</param>
/// <param name="Unreadable">How many neither key opens.</param>
public readonly record struct RewrapCount(long Keys, long Rewrapped, long Unreadable);
