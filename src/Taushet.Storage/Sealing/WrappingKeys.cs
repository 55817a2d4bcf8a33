namespace Taushet.Storage.Sealing;

/// <summary>The wrapping key in use, and the one before it while both open.</summary>
/// <param name="Current">The key in use, 32 bytes.</param>
/// <param name="Previous">The key before it, or null.</param>
internal sealed record WrappingKeys(byte[] Current, byte[]? Previous)
{
    private readonly BoxKey current = new(Current);

    private readonly BoxKey? previous = Previous is null ? null : new BoxKey(Previous);

    /// <summary>The older of the two.</summary>
    public byte[] Oldest => Previous ?? Current;

    /// <summary>Wraps by the key in use.</summary>
    public byte[] Seal(ReadOnlySpan<byte> key, ReadOnlySpan<byte> context) => current.Seal(key, context);

    /// <summary>Opens what either has wrapped.</summary>
    /// <returns>Null when neither has.</returns>
    public byte[]? Open(ReadOnlySpan<byte> wrapped, ReadOnlySpan<byte> context) =>
        current.Open(wrapped, context) ?? previous?.Open(wrapped, context);
}
