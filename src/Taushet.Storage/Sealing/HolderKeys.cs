using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace Taushet.Storage.Sealing;

/// <summary>The keys of holder organisations, derived from the root and kept while the process runs.</summary>
internal sealed class HolderKeys(StoreKeys keys)
{
    private const int Most = 4096;

    private readonly ConcurrentDictionary<string, BoxKey> known = new(StringComparer.Ordinal);

    /// <summary>The key of an organisation.</summary>
    public BoxKey Of(string organisation)
    {
        if (known.TryGetValue(organisation, out var key))
        {
            return key;
        }

        if (known.Count >= Most)
        {
            known.Clear();
        }

        return known.GetOrAdd(organisation, Derive);
    }

    /// <summary>Derives anew from now on: the root is another.</summary>
    public void Forget() => known.Clear();

    private BoxKey Derive(string organisation)
    {
        var key = new byte[StoreKeys.Size];
        HKDF.DeriveKey(
            HashAlgorithmName.SHA256,
            keys.Root,
            key,
            salt: [],
            info: Encoding.UTF8.GetBytes("taushet.holder.v1 " + organisation));
        return new BoxKey(key);
    }
}
