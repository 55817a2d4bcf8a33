using System.Globalization;
using System.Text.Json;

namespace Taushet.TestIssuers;

/// <summary>An issuer in process: a name, keys, the documents that tell of them, and tokens dated as the test says.</summary>
/// <param name="name">The exact <c>iss</c>.</param>
/// <param name="audience">Whom its tokens are for.</param>
public abstract class IssuerUnderTest(string name, string audience) : IDisposable
{
    private readonly List<TestKey> published = [];

    /// <summary>Its name, with or without a slash at its end as the issuer it stands for has it.</summary>
    public string Name { get; } = name;

    /// <summary>Whom its tokens are for.</summary>
    public string Audience { get; } = audience;

    /// <summary>The key it signs with.</summary>
    public TestKey Key { get; private set; } = TestKey.Rsa("key-1");

    /// <summary>The keys its key set tells of, as a JWK set.</summary>
    public string KeySet => JsonSerializer.Serialize(new { keys = Keys.Select(key => key.PublicJwk) });

    /// <summary>Where its metadata is.</summary>
    public string MetadataAddress => $"{Name.TrimEnd('/')}/.well-known/openid-configuration";

    /// <summary>Where its key set is.</summary>
    public string KeySetAddress => $"{Name.TrimEnd('/')}/jwks";

    /// <summary>Its metadata (RFC 8414 and OpenID discovery are alike in what is read of them).</summary>
    public string Metadata => JsonSerializer.Serialize(new Dictionary<string, object>(StringComparer.Ordinal)
    {
        ["issuer"] = Name,
        ["jwks_uri"] = KeySetAddress,
    });

    private IEnumerable<TestKey> Keys => published.Append(Key);

    /// <summary>Signs with a new key from now on, and tells of the old one still.</summary>
    public void Rotate(string keyId)
    {
        published.Add(Key);
        Key = TestKey.Rsa(keyId);
    }

    /// <summary>A token with what all issuers' tokens have: two minutes long, from the given instant.</summary>
    protected TokenDraft Draft(DateTimeOffset now, string? type) => new()
    {
        Sign = bytes => Key.Sign(bytes),
        Header = new Dictionary<string, object?>(StringComparer.Ordinal) { ["alg"] = Key.Algorithm, ["kid"] = Key.Id }.And("typ", type),
        Claims = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["iss"] = Name,
            ["aud"] = Audience,
            ["iat"] = now.ToUnixTimeSeconds(),
            ["exp"] = now.AddMinutes(2).ToUnixTimeSeconds(),
            ["jti"] = Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture),
        },
    };

    /// <summary>An organisation as Maskinporten and Altinn write it.</summary>
    public static IReadOnlyDictionary<string, object?> Iso6523(string organisation) => new Dictionary<string, object?>(StringComparer.Ordinal)
    {
        ["authority"] = "iso6523-actorid-upis",
        ["ID"] = "0192:" + organisation,
    };

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Disposes of the keys.</summary>
    protected virtual void Dispose(bool disposing)
    {
        foreach (var key in Keys)
        {
            key.Dispose();
        }
    }
}
