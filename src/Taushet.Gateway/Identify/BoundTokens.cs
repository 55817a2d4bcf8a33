using System.Security.Cryptography;
using Microsoft.Extensions.Primitives;
using Microsoft.IdentityModel.Tokens;
using Taushet.Gateway.Identify.Proofs;

namespace Taushet.Gateway.Identify;

/// <summary>Looks whether a token came with what it is bound to.</summary>
internal sealed class BoundTokens(ProofValidator proofs)
{
    /// <summary>Checks one token's binding in one call.</summary>
    /// <param name="binding">What the token is bound to.</param>
    /// <param name="presented">How it came.</param>
    /// <param name="proof">The header with its proof.</param>
    /// <param name="http">The call.</param>
    /// <returns><see cref="TokenFault.None"/> when it holds.</returns>
    /// <remarks>INVARIANT: a token that is bound to a key is never accepted without that key's proof.</remarks>
    public async ValueTask<TokenFault> CheckAsync(TokenBinding binding, Presented presented, StringValues proof, HttpContext http)
    {
        if (binding.Key is null == presented.WithProof)
        {
            return TokenFault.Unbound;
        }

        if (binding.Certificate is { } certificate && Shown(http) != certificate)
        {
            return TokenFault.Certificate;
        }

        return binding.Key is { } key
            ? await proofs.CheckAsync(new ProofRequest(proof, presented.Token, key, http.Request.Method, http.Request.Path), http.RequestAborted)
            : TokenFault.None;
    }

    private static string? Shown(HttpContext http) =>
        http.Connection.ClientCertificate is { } certificate
            ? Base64UrlEncoder.Encode(SHA256.HashData(certificate.RawData))
            : null;
}
