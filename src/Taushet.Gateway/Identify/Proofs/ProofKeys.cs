using System.Collections.Concurrent;
using System.Text.Json;

namespace Taushet.Gateway.Identify.Proofs;

/// <summary>Remembers the keys of proofs that fitted a token, so that a client's key is made ready once. Bounded.</summary>
internal sealed class ProofKeys
{
    private const int Most = 4096;
    private readonly ConcurrentDictionary<string, ProofKey> keys = new(StringComparer.Ordinal);

    /// <summary>The key in a proof's header, when it has the thumbprint that a token names; else null.</summary>
    public ProofKey? Find(JsonElement jwk, string thumbprint)
    {
        var text = jwk.GetRawText();
        if (keys.TryGetValue(text, out var known))
        {
            return known.Thumbprint == thumbprint ? known : null;
        }

        if (ProofKey.Of(jwk) is not { } key || key.Thumbprint != thumbprint)
        {
            return null;
        }

        if (keys.Count >= Most)
        {
            keys.Clear();
        }

        return keys.GetOrAdd(text, key);
    }
}
