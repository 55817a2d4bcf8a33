using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Taushet.Gateway.Logging;
using Taushet.Gateway.Options;

namespace Taushet.Gateway.Hosting;

/// <summary>The certificate shown to callers: read again when its file has changed, without a restart.</summary>
/// <remarks>INVARIANT: a certificate file that cannot be read leaves the certificate that was read before in use.</remarks>
internal sealed class ServingCertificate(GatewayOptions options, TimeProvider machine, ILogger logger)
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);
    private readonly Lock looking = new();
    private volatile Read? held;
    private long looked;

    /// <summary>The certificate for a new connection.</summary>
    /// <exception cref="CryptographicException">The first reading failed: there is none.</exception>
    public X509Certificate2 Current()
    {
        if (held is { } known && machine.GetElapsedTime(Interlocked.Read(ref looked)) < BetweenLooks)
        {
            return known.Certificate;
        }

        lock (looking)
        {
            Interlocked.Exchange(ref looked, machine.GetTimestamp());
            var changed = File.GetLastWriteTimeUtc(options.CertificateFile!);
            if (held is null || held.Changed != changed)
            {
                Renew(changed);
            }

            return held!.Certificate;
        }
    }

    // Connections that began with the former certificate still use it: it is left to the collector.
    private void Renew(DateTime changed)
    {
        try
        {
            var renewal = held is not null;
            held = new Read(Load(), changed);
            if (renewal)
            {
                logger.CertificateRenewed(held.Certificate.NotAfter.ToUniversalTime());
            }
        }
        catch (Exception fault) when (held is not null && fault is CryptographicException or IOException or UnauthorizedAccessException)
        {
            logger.CertificateUnreadable(fault.GetType().Name);
        }
    }

    private X509Certificate2 Load()
    {
        var password = options.CertificatePasswordFile is null ? null : File.ReadAllText(options.CertificatePasswordFile).TrimEnd();
        return X509CertificateLoader.LoadPkcs12FromFile(options.CertificateFile!, password);
    }

    private sealed record Read(X509Certificate2 Certificate, DateTime Changed);
}
