using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Taushet.Cli.Doctor;

/// <summary>How long certificates still hold.</summary>
internal static class CertificateChecks
{
    private static readonly TimeSpan Soon = TimeSpan.FromDays(30);
    private static readonly TimeSpan VerySoon = TimeSpan.FromDays(7);

    /// <summary>Looks.</summary>
    public static IEnumerable<Finding> Look(Patient patient)
    {
        yield return Of("certificate", patient.Variables.Certificate, patient);
        yield return Of("certificate for sources", patient.Variables.SourceCertificate, patient);
    }

    private static Finding Of(string check, (string? File, string? Password) place, Patient patient)
    {
        if (place.File is null)
        {
            return Finding.Ok(check, "none is configured in this environment");
        }

        try
        {
            var password = place.Password is { } file ? File.ReadAllText(file).TrimEnd() : null;
            using var certificate = X509CertificateLoader.LoadPkcs12FromFile(place.File, password);
            return Of(check, certificate, patient.Now);
        }
        catch (Exception fault) when (fault is CryptographicException or IOException or UnauthorizedAccessException)
        {
            return Finding.Bad(check, $"{place.File} cannot be read: {fault.GetType().Name}", "give a PKCS#12 file and the file of its password");
        }
    }

    private static Finding Of(string check, X509Certificate2 certificate, DateTimeOffset now)
    {
        var ends = certificate.NotAfter.ToUniversalTime();
        var left = ends - now.UtcDateTime;
        var found = string.Create(CultureInfo.InvariantCulture, $"it holds until {ends:yyyy-MM-dd}");
        const string Renew = "put a new one in its place: a running gateway takes it up by itself";
        return now.UtcDateTime < certificate.NotBefore.ToUniversalTime() ? Finding.Bad(check, "it does not hold yet", "look at the clock, or wait")
            : left < TimeSpan.Zero ? Finding.Bad(check, string.Create(CultureInfo.InvariantCulture, $"it ended on {ends:yyyy-MM-dd}"), Renew)
            : left < VerySoon ? Finding.Bad(check, found, Renew)
            : left < Soon ? Finding.Warn(check, found, Renew)
            : Finding.Ok(check, found);
    }
}
