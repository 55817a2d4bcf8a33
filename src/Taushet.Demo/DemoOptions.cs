namespace Taushet.Demo;

/// <summary>How the demo is run.</summary>
internal sealed record DemoOptions
{
    /// <summary>The folder for store, keys and request files. Must not hold a store yet.</summary>
    public required string DataFolder { get; init; }

    /// <summary>The folder of the rule book.</summary>
    public required string PoliciesFolder { get; init; }

    /// <summary>The gateway's port on loopback; 0 takes a free one.</summary>
    public required int Port { get; init; }

    /// <summary>The seed of the synthetic people.</summary>
    public required ulong Seed { get; init; }
}
