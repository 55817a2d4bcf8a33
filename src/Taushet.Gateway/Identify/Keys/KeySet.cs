using System.Collections.Frozen;
using Microsoft.IdentityModel.Tokens;

namespace Taushet.Gateway.Identify.Keys;

/// <summary>An issuer's keys as they were read once: by id, asymmetric ones only.</summary>
internal sealed class KeySet : IIssuerKeys
{
    private readonly FrozenDictionary<string, SecurityKey> keys;

    /// <summary>Takes the keys that have an id; of two with the same id the first.</summary>
    public KeySet(IEnumerable<SecurityKey> keys) => this.keys = keys
        .Where(key => key is AsymmetricSecurityKey or JsonWebKey { Kty: JsonWebAlgorithmsKeyTypes.RSA or JsonWebAlgorithmsKeyTypes.EllipticCurve })
        .Where(key => !string.IsNullOrEmpty(key.KeyId))
        .GroupBy(key => key.KeyId, StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);

    /// <summary>Whether there is none.</summary>
    public bool IsEmpty => keys.Count == 0;

    /// <summary>Reads a JWK set.</summary>
    public static KeySet Parse(string json) => new(new JsonWebKeySet(json).GetSigningKeys());

    /// <summary>Finds a key by its id.</summary>
    public SecurityKey? Find(string keyId) => keys.GetValueOrDefault(keyId);

    /// <inheritdoc/>
    public ValueTask<SecurityKey?> FindAsync(string keyId, CancellationToken cancellation) => ValueTask.FromResult(Find(keyId));
}
