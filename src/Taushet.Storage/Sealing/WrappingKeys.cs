namespace Taushet.Storage.Sealing;

/// <summary>The wrapping key in use, and the one before it while both open.</summary>
/// <param name="Current">The key in use, 32 bytes.</param>
/// <param name="Previous">The key before it, or null.</param>
internal sealed record WrappingKeys(byte[] Current, byte[]? Previous)
{
    /// <summary>The older of the two.</summary>
    public byte[] Oldest => Previous ?? Current;

    /// <summary>Opens what either has wrapped.</summary>
    /// <returns>Null when neither has.</returns>
    public byte[]? Open(ReadOnlySpan<byte> wrapped, ReadOnlySpan<byte> context) =>
        AuthenticatedBox.Open(Current, wrapped, context)
        ?? (Previous is { } previous ? AuthenticatedBox.Open(previous, wrapped, context) : null);
}
