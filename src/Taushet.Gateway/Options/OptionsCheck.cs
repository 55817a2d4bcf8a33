using System.Net;
using Taushet.Gateway.Identify;

namespace Taushet.Gateway.Options;

/// <summary>Finds every fault of the options before anything starts.</summary>
internal static class OptionsCheck
{
    /// <summary>Stops the start with all faults in one message.</summary>
    /// <exception cref="GatewayOptionsException">At least one fault.</exception>
    public static void Require(GatewayOptions options, bool development, bool policiesGiven, bool rightsGiven)
    {
        var faults = Faults(options, development, policiesGiven).Concat(SystemUsers(options, rightsGiven)).ToList();
        if (faults.Count > 0)
        {
            throw new GatewayOptionsException(faults);
        }
    }

    private static IEnumerable<string> Faults(GatewayOptions options, bool development, bool policiesGiven) =>
        Folders(options, policiesGiven)
            .Concat(Address(options, development))
            .Concat(Issuers(options, development))
            .Concat(options.Issuers.SelectMany(issuer => IssuerCheck.Faults(issuer, options)))
            .Concat(AdministratorCheck.Faults(options))
            .Concat(Origin(options))
            .Concat(Times(options))
            .Concat(Sizes(options));

    // INVARIANT: a gateway that accepts system users' tokens has somebody to ask what they may do.
    private static IEnumerable<string> SystemUsers(GatewayOptions options, bool rightsGiven)
    {
        if (!rightsGiven && options.SystemUserRights is null && options.Issuers.Any(issuer => issuer.SystemUsers))
        {
            yield return $"{nameof(options.SystemUserRights)}: an issuer's system users are accepted, so Altinn must be asked what they may do";
        }

        foreach (var fault in options.SystemUserRights is { } rights ? Altinn.AltinnRightsCheck.Faults(rights) : [])
        {
            yield return fault;
        }
    }

    private static IEnumerable<string> Folders(GatewayOptions options, bool policiesGiven)
    {
        if (!Directory.Exists(options.DataDirectory))
        {
            yield return $"{nameof(options.DataDirectory)}: no such folder";
        }

        if (!policiesGiven && !Directory.Exists(options.PoliciesDirectory))
        {
            yield return $"{nameof(options.PoliciesDirectory)}: no such folder";
        }
    }

    private static IEnumerable<string> Address(GatewayOptions options, bool development)
    {
        if (!Uri.TryCreate(options.Listen, UriKind.Absolute, out var listen) || !IPAddress.TryParse(listen.Host.Trim('[', ']'), out var host))
        {
            yield return $"{nameof(options.Listen)}: must be a scheme, an IP address and a port";
            yield break;
        }

        switch (listen.Scheme)
        {
            case "http" when !development || !IPAddress.IsLoopback(host):
                yield return $"{nameof(options.Listen)}: http only on loopback in Development";
                break;
            case "https" when !File.Exists(options.CertificateFile):
                yield return $"{nameof(options.CertificateFile)}: https needs a certificate file";
                break;
            case "http" or "https":
                break;
            default:
                yield return $"{nameof(options.Listen)}: must be http or https";
                break;
        }

        if (options.ChildCountsFile is not null && !File.Exists(options.ChildCountsFile))
        {
            yield return $"{nameof(options.ChildCountsFile)}: no such file";
        }

        if (options.CertificatePasswordFile is not null && !File.Exists(options.CertificatePasswordFile))
        {
            yield return $"{nameof(options.CertificatePasswordFile)}: no such file";
        }
    }

    private static IEnumerable<string> Issuers(GatewayOptions options, bool development)
    {
        if (options.Issuers.Count == 0 && !options.DevelopmentIssuer)
        {
            yield return $"{nameof(options.Issuers)}: none, so that nobody could call";
        }

        // INVARIANT: the development issuer is accepted in the Development environment only.
        if (options.DevelopmentIssuer && !development)
        {
            yield return $"{nameof(options.DevelopmentIssuer)}: only in the Development environment";
        }

        if (options.Issuers.Any(issuer => issuer.Issuer == DevelopmentIssuer.Options.Issuer))
        {
            yield return $"{nameof(options.Issuers)}: the development issuer has a switch of its own";
        }

        if (options.Issuers.DistinctBy(issuer => issuer.Name).Count() != options.Issuers.Count
            || options.Issuers.DistinctBy(issuer => issuer.Issuer).Count() != options.Issuers.Count)
        {
            yield return $"{nameof(options.Issuers)}: names and issuers must be unique";
        }

        if (!Uri.TryCreate(options.Identity, UriKind.Absolute, out _))
        {
            yield return $"{nameof(options.Identity)}: must be an absolute URI";
        }
    }

    private static IEnumerable<string> Origin(GatewayOptions options)
    {
        if (options.PublicOrigin is { } origin
            && (!Uri.TryCreate(origin, UriKind.Absolute, out var address)
                || (address.Scheme != Uri.UriSchemeHttps && !(address.IsLoopback && address.Scheme == Uri.UriSchemeHttp))
                || address.GetLeftPart(UriPartial.Authority) != origin))
        {
            yield return $"{nameof(options.PublicOrigin)}: must be https, a host and a port that is not 443, and nothing after it";
        }

        if (options.SourceCertificateFile is { } shown && !File.Exists(shown))
        {
            yield return $"{nameof(options.SourceCertificateFile)}: no such file";
        }

        if (options.SourceAuthoritiesFile is { } trusted && !File.Exists(trusted))
        {
            yield return $"{nameof(options.SourceAuthoritiesFile)}: no such file";
        }

        if (options.ProofWindow <= TimeSpan.Zero || options.ProofWindow > TimeSpan.FromMinutes(5))
        {
            yield return $"{nameof(options.ProofWindow)}: above 0 and at most 5 min";
        }
    }

    private static IEnumerable<string> Times(GatewayOptions options)
    {
        (string Name, TimeSpan Value, TimeSpan AtMost)[] times =
        [
            (nameof(options.DeadlineCap), options.DeadlineCap, TimeSpan.FromMinutes(10)),
            (nameof(options.DeadlineDefault), options.DeadlineDefault, options.DeadlineCap),
            (nameof(options.StreamDeadlineCap), options.StreamDeadlineCap, TimeSpan.FromHours(1)),
            (nameof(options.SourceTimeout), options.SourceTimeout, options.DeadlineCap),
            (nameof(options.SourceRetry), options.SourceRetry, TimeSpan.FromDays(1)),
            (nameof(options.GatewayRetry), options.GatewayRetry, TimeSpan.FromDays(1)),
            (nameof(options.RegistryMaxAge), options.RegistryMaxAge, TimeSpan.FromDays(7)),
            (nameof(options.CallerRetry), options.CallerRetry, TimeSpan.FromDays(1)),
            (nameof(options.ConsentMarking), options.ConsentMarking, TimeSpan.FromDays(7)),
            (nameof(options.InboxTime), options.InboxTime, TimeSpan.FromDays(90)),
            (nameof(options.InboxInterval), options.InboxInterval, TimeSpan.FromMinutes(1)),
            (nameof(options.DeliveryInterval), options.DeliveryInterval, TimeSpan.FromMinutes(1)),
            (nameof(options.Redelivery), options.Redelivery, TimeSpan.FromHours(1)),
            (nameof(options.DeliveryOverdue), options.DeliveryOverdue, TimeSpan.FromDays(30)),
            (nameof(options.DisclosureRetention), options.DisclosureRetention, TimeSpan.FromDays(365)),
            (nameof(options.HandTaskTime), options.HandTaskTime, TimeSpan.FromDays(7)),
            (nameof(options.ReflectionIdle), options.ReflectionIdle, TimeSpan.FromHours(1)),
            (nameof(options.ShutdownGrace), options.ShutdownGrace, TimeSpan.FromMinutes(10)),
        ];
        foreach (var (name, value, atMost) in times)
        {
            if (value <= TimeSpan.Zero || value > atMost)
            {
                yield return $"{name}: above 0 and at most {atMost}";
            }
        }

        if (options.ParticipantMemory < TimeSpan.Zero || options.ParticipantMemory > TimeSpan.FromSeconds(2))
        {
            yield return $"{nameof(options.ParticipantMemory)}: from 0 to 2 s";
        }
    }

    private static IEnumerable<string> Sizes(GatewayOptions options)
    {
        if (options.AuditQueue is < 1 or > 1_000_000)
        {
            yield return $"{nameof(options.AuditQueue)}: from 1 to 1000000";
        }

        (string Name, int Value)[] limits =
        [
            (nameof(options.CallerConcurrency), options.CallerConcurrency),
            (nameof(options.CallerDutyConcurrency), options.CallerDutyConcurrency),
            (nameof(options.CallerRate), options.CallerRate),
        ];
        foreach (var (name, value) in limits)
        {
            if (value is < 1 or > 1_000_000)
            {
                yield return $"{name}: from 1 to 1000000";
            }
        }

        if (options.InboxPerReceiver is < 1 or > 1_000_000)
        {
            yield return $"{nameof(options.InboxPerReceiver)}: from 1 to 1000000";
        }

        if (options.ConsultationK is < 5 or > 100_000)
        {
            yield return $"{nameof(options.ConsultationK)}: from 5 to 100000";
        }

        foreach (var fault in options.Altinn is { } altinn ? Altinn.AltinnCheck.Faults(altinn) : [])
        {
            yield return fault;
        }

        if (options.MaxRequestBytes is < 1024 or > (64 << 20))
        {
            yield return $"{nameof(options.MaxRequestBytes)}: from 1 KiB to 64 MiB";
        }

        if (options.MaxSourceBytes is < 1024 or > (64 << 20))
        {
            yield return $"{nameof(options.MaxSourceBytes)}: from 1 KiB to 64 MiB";
        }
    }
}
