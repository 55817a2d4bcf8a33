using Microsoft.IdentityModel.Tokens;

namespace Taushet.Demo.Sectors;

/// <summary>The gateway's public key, as its file tells it. Read again when a token names a key that is not known yet.</summary>
/// <param name="path">The file with one public JWK.</param>
internal sealed class PublicKeyFile(string path)
{
    private JsonWebKey? known;

    /// <summary>The key with an id, or null.</summary>
    public SecurityKey? KeyOf(string keyId)
    {
        if (known?.KeyId != keyId && File.Exists(path))
        {
            known = new JsonWebKey(File.ReadAllText(path));
        }

        return known?.KeyId == keyId ? known : null;
    }
}
