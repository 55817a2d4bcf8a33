using System.Security.Cryptography;
using Grpc.Core;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Taushet.Gateway.Hosting;
using Taushet.Gateway.Options;
using Taushet.Storage.Files;

namespace Taushet.Gateway.Fetch;

/// <summary>Issues the short-lived tokens by which sources know the gateway (ES256; the public key is a file beside the key).</summary>
internal sealed class GatewayToken(GatewayOptions options, JsonWebKey key, MachineClock machine)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(120);
    private readonly JsonWebTokenHandler handler = new() { SetDefaultTimesOnTokenCreation = false };
    private readonly SigningCredentials credentials = new(key, SecurityAlgorithms.EcdsaSha256);

    /// <summary>Reads the gateway's key pair from the data directory; makes it when there is none.</summary>
    /// <exception cref="GatewayOptionsException">The key file cannot be used.</exception>
    public static JsonWebKey KeyIn(string dataDirectory)
    {
        try
        {
            return new JsonWebKey(SigningKeyFile.LoadOrCreate(Path.Combine(dataDirectory, DataFiles.GatewayKey)));
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw new GatewayOptionsException([$"the key file {DataFiles.GatewayKey} cannot be used: {fault.Message}"]);
        }
    }

    /// <summary>Issues call headers for one source, to be used until the returned time.</summary>
    public (Metadata Headers, DateTimeOffset Until) Issue(Uri source)
    {
        var now = machine.Time.GetUtcNow();
        var token = handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = options.Identity,
            Audience = source.GetLeftPart(UriPartial.Authority),
            IssuedAt = now.UtcDateTime,
            Expires = (now + Lifetime).UtcDateTime,
            TokenType = "at+jwt",
            SigningCredentials = credentials,
            Claims = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["jti"] = RandomNumberGenerator.GetHexString(32, lowercase: true),
            },
        });
        return (new Metadata { { "authorization", $"Bearer {token}" } }, now + (Lifetime / 2));
    }
}
