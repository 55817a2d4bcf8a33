using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using Taushet.Gateway.Hosting;
using Taushet.Gateway.Logging;
using Taushet.Gateway.Options;

namespace Taushet.Gateway.Identify.Keys;

/// <summary>The keys that an issuer's metadata leads to: kept for a day, and read again when a token names an unknown one.</summary>
/// <remarks>
/// The library's own ConfigurationManager reads in the background, so that the first tokens under a new key would fail.
/// INVARIANT: an issuer whose metadata cannot be read keeps the keys it had and gets none.
/// INVARIANT: unknown key ids make at most one read in 30 seconds, however many tokens name them.
/// </remarks>
internal sealed class MetadataKeys(
    IssuerOptions issuer,
    IDocumentRetriever documents,
    MachineClock machine,
    ILogger<MetadataKeys> logger) : IIssuerKeys
{
    private static readonly TimeSpan MaxAge = TimeSpan.FromHours(24);
    private static readonly TimeSpan BetweenReads = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ReadTimeout = TimeSpan.FromSeconds(5);
    private static readonly KeySet Nothing = new([]);

    private readonly Lock reading = new();
    private volatile KeySet held = Nothing;
    private Task<KeySet>? running;
    private long lastRead;
    private long lastAttempt;
    private bool attempted;
    private bool failed;

    /// <inheritdoc/>
    public ValueTask<SecurityKey?> FindAsync(string keyId, CancellationToken cancellation)
    {
        if (held.Find(keyId) is not { } key)
        {
            return ReadAndFindAsync(keyId, cancellation);
        }

        if (machine.Time.GetElapsedTime(Interlocked.Read(ref lastRead)) > MaxAge)
        {
            _ = Read();
        }

        return ValueTask.FromResult<SecurityKey?>(key);
    }

    private async ValueTask<SecurityKey?> ReadAndFindAsync(string keyId, CancellationToken cancellation) =>
        (await Read().WaitAsync(cancellation)).Find(keyId);

    // One read at a time, for whoever waits; too soon after the last one, what is held is the answer.
    private Task<KeySet> Read()
    {
        lock (reading)
        {
            if (running is not { IsCompleted: false })
            {
                var pause = failed ? AfterFailure : BetweenReads;
                if (attempted && machine.Time.GetElapsedTime(lastAttempt) < pause)
                {
                    return Task.FromResult(held);
                }

                attempted = true;
                lastAttempt = machine.Time.GetTimestamp();
                running = Task.Run(ReadOnceAsync);
            }

            return running;
        }
    }

    private async Task<KeySet> ReadOnceAsync()
    {
        try
        {
            using var timeout = new CancellationTokenSource(ReadTimeout);
            var metadata = await OpenIdConnectConfigurationRetriever.GetAsync(issuer.MetadataAddress, documents, timeout.Token);
            var read = new KeySet(metadata.SigningKeys);

            // Metadata of another issuer is no metadata of this one (RFC 8414, section 3.3).
            if (metadata.Issuer != issuer.Issuer || read.IsEmpty)
            {
                return Failed("not the issuer's");
            }

            held = read;
            failed = false;
            Interlocked.Exchange(ref lastRead, machine.Time.GetTimestamp());
            return read;
        }
        catch (Exception fault)
        {
            return Failed(fault.GetType().Name);
        }
    }

    private KeySet Failed(string why)
    {
        failed = true;
        logger.KeysUnreadable(issuer.Name, why);
        return held;
    }
}
