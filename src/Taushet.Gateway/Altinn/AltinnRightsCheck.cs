namespace Taushet.Gateway.Altinn;

/// <summary>Checks where Altinn is asked what system users may do.</summary>
internal static class AltinnRightsCheck
{
    /// <summary>Finds every fault.</summary>
    public static IEnumerable<string> Faults(AltinnRightsOptions options)
    {
        if (!Uri.TryCreate(options.Address, UriKind.Absolute, out var address)
            || (address.Scheme != Uri.UriSchemeHttps && !(address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)))
        {
            yield return "SystemUserRights: the address must be https";
        }

        if (options.Resource.Length == 0 || options.Action.Length == 0)
        {
            yield return "SystemUserRights: resource and action are required";
        }

        if (!File.Exists(options.TokenFile) || (options.SubscriptionKeyFile is { } key && !File.Exists(key)))
        {
            yield return "SystemUserRights: no such token or key file";
        }

        if (options.Timeout <= TimeSpan.Zero || options.Timeout > TimeSpan.FromSeconds(10)
            || options.Memory < TimeSpan.Zero || options.Memory > TimeSpan.FromSeconds(60))
        {
            yield return "SystemUserRights: a timeout of at most 10 s, and a memory of at most 60 s";
        }
    }
}
