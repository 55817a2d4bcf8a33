using Microsoft.Extensions.Primitives;

namespace Taushet.Gateway.Identify.Proofs;

/// <summary>What a proof must fit.</summary>
/// <param name="Header">The header as it came.</param>
/// <param name="Token">The token that is bound.</param>
/// <param name="Key">The thumbprint of the key it is bound to.</param>
/// <param name="Method">The HTTP method of the call.</param>
/// <param name="Path">The path of the call: of an rpc, its full name.</param>
internal readonly record struct ProofRequest(StringValues Header, string Token, string Key, string Method, string Path);
