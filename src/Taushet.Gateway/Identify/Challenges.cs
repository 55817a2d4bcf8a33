using Microsoft.Extensions.Primitives;
using Taushet.Gateway.Identify.Proofs;

namespace Taushet.Gateway.Identify;

/// <summary>What a refused call is told of how to come back (RFC 6750, RFC 9449). Never what is wrong with a token itself.</summary>
internal static class Challenges
{
    private static readonly string Algorithms = $"algs=\"{string.Join(' ', ProofKey.Algorithms)}\"";
    private static readonly StringValues Plain = new([$"DPoP {Algorithms}", "Bearer"]);
    private static readonly StringValues Bad = new([$"DPoP error=\"invalid_token\", {Algorithms}", "Bearer error=\"invalid_token\""]);
    private static readonly StringValues BadProof = new($"DPoP error=\"invalid_dpop_proof\", {Algorithms}");
    private static readonly StringValues NeedsProof = new($"DPoP error=\"invalid_token\", {Algorithms}");

    /// <summary>The challenges for a fault.</summary>
    public static StringValues For(TokenFault fault) => fault switch
    {
        TokenFault.None => Plain,
        TokenFault.Proof or TokenFault.Replay or TokenFault.ProofStore => BadProof,
        TokenFault.Unbound => NeedsProof,
        TokenFault.Header or TokenFault.Shape or TokenFault.Issuer or TokenFault.Signature or TokenFault.Type
            or TokenFault.Audience or TokenFault.Lifetime or TokenFault.Scope or TokenFault.Claims or TokenFault.SystemUser
            or TokenFault.Level or TokenFault.Tenant or TokenFault.Certificate or TokenFault.Person => Bad,
    };
}
