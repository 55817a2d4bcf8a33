namespace Taushet.Campaigns.Harness;

/// <summary>How a gateway process is started.</summary>
internal sealed record GatewayStart
{
    /// <summary>The gateway itself, as an operator would start it.</summary>
    public static GatewayStart Plain { get; } = new();

    /// <summary>A command that runs it, such as strace with its options; empty for none.</summary>
    public string[] Tracer { get; init; } = [];

    /// <summary>The campaigns' own program that stands in for the gateway, such as <c>faulty-gateway</c>; null for the gateway.</summary>
    public string? StandIn { get; init; }

    /// <summary>Settings beside those that every gateway of a scene gets.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether the start ends when the gateway is healthy; otherwise when it answers at all.</summary>
    public bool UntilHealthy { get; init; } = true;
}
