namespace Taushet.Gateway.Altinn;

/// <summary>Where Altinn is asked what system users may do, and by which resource this gateway is known there.</summary>
public sealed record AltinnRightsOptions
{
    /// <summary>The address of the decision point, https: <c>https://platform.altinn.no/authorization/api/v1/authorize</c>. Required.</summary>
    public string Address { get; init; } = string.Empty;

    /// <summary>The id of the resource in Altinn's register of resources to which the owner has delegated the right. Required.</summary>
    public string Resource { get; init; } = string.Empty;

    /// <summary>The action that is asked for. <c>access</c>.</summary>
    public string Action { get; init; } = "access";

    /// <summary>A file with the token by which Altinn knows the gateway; read at each asking, since whoever renews it writes it anew. Required.</summary>
    public string TokenFile { get; init; } = string.Empty;

    /// <summary>A file with the subscription key of Altinn's platform, or null.</summary>
    public string? SubscriptionKeyFile { get; init; }

    /// <summary>How long an answer may take. 2 s, at most 10 s.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long a given right is remembered. 30 s, at most 60 s. A refusal is not remembered.</summary>
    public TimeSpan Memory { get; init; } = TimeSpan.FromSeconds(30);
}
