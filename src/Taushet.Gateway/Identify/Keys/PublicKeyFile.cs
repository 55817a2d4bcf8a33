using Microsoft.IdentityModel.Tokens;

namespace Taushet.Gateway.Identify.Keys;

/// <summary>Somebody's public key, as its file tells it. Read again when a token names a key that is not known yet.</summary>
/// <param name="path">The file with one public JWK; it may be made later.</param>
public sealed class PublicKeyFile(string path) : IIssuerKeys
{
    private JsonWebKey? known;

    /// <summary>The key with an id, or null: then no signature by it holds.</summary>
    public SecurityKey? KeyOf(string keyId)
    {
        if (known?.KeyId != keyId && Read() is { } read)
        {
            known = read;
        }

        return known is { } key && key.KeyId == keyId ? key : null;
    }

    /// <inheritdoc/>
    ValueTask<SecurityKey?> IIssuerKeys.FindAsync(string keyId, CancellationToken cancellation) => ValueTask.FromResult(KeyOf(keyId));

    private JsonWebKey? Read()
    {
        try
        {
            return new JsonWebKey(File.ReadAllText(path));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }
}
