using Microsoft.IdentityModel.Tokens;

namespace Taushet.Gateway.Identify.Keys;

/// <summary>The public keys of one issuer.</summary>
internal interface IIssuerKeys
{
    /// <summary>Finds a key by its id; null when the issuer is not known to have it: then no signature by it holds.</summary>
    ValueTask<SecurityKey?> FindAsync(string keyId, CancellationToken cancellation);
}
