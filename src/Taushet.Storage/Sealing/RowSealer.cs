namespace Taushet.Storage.Sealing;

/// <summary>
/// Seals what a register keeps on a child: under a key of the organisation whose it is and, beneath it, the key of the entry that the
/// row was written with.
/// </summary>
/// <remarks>INVARIANT: what a register keeps on a child is readable no longer than the entry that tells of it.</remarks>
/// <param name="keys">The store's keys.</param>
/// <param name="use">What the organisations' keys are for.</param>
internal sealed class RowSealer(StoreKeys keys, string use)
{
    private readonly OrganisationSealer sealer = new(keys, use);

    /// <summary>Seals a part of a row that is written with its entry.</summary>
    public byte[] Seal(ReadOnlyMemory<byte> content, string organisation, Guid id, byte part, PersonKey key) =>
        sealer.Seal(content.Span, organisation, id, part, key);

    /// <summary>Seals a part that is added to a row later: nothing stays of it when the row's key is gone.</summary>
    public byte[] SealLater(ReadOnlyMemory<byte> content, string organisation, Guid id, byte part, RowKey key) =>
        key.IsDestroyed ? [] : sealer.Seal(content.Span, organisation, id, part, key.Key);

    /// <summary>Opens a part.</summary>
    /// <returns>Null when it has been destroyed.</returns>
    /// <exception cref="System.Security.Cryptography.CryptographicException">Another organisation, another row, or changed.</exception>
    public byte[]? Open(byte[] box, string organisation, Guid id, byte part, RowKey key) =>
        key.IsDestroyed || box.Length == 0 ? null
        : key.Key is { } subject ? sealer.Open(box, organisation, id, part, subject)
        : sealer.Open(box, organisation, id, part);
}
